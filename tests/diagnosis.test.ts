import { expect, type Page } from '@playwright/test';
import { breakdowns } from '../src/lib/diagnosis/breakdowns.ts';
import { itemKey, pillars, type Part } from '../src/lib/diagnosis/pillars.ts';
import { startServer } from './own-server.ts';
import { enterRoom, newTeam, signUp, invite, test, type Participant } from './people.ts';

test.describe.configure({ timeout: 400_000 });
test.use({ actionTimeout: 40_000 });

const names = ['Ada Lovelace', 'Grace Hopper', 'Katherine Johnson', 'Mary Jackson'] as const;
/** What five leaders say of two pillars: the same mean, once split and once aligned. */
const ofStructure = [5, 5, 4, 2, 1];
const ofPeople = [3, 3, 4, 3, 4];

/** Taps one answer for each line, as a thumb does. */
async function tapAll(page: Page, parts: readonly Part[], valueOf: (part: string) => number) {
	for (const { key, items } of parts)
		for (const at of items.keys())
			await page.locator(`input[name="${itemKey(key, at)}"][value="${valueOf(key)}"]`).check();
}

/** Answers as the form does, in this person's browser; what a phone would tap is told elsewhere. */
async function send({ context, page }: Participant, path: string, form: Record<string, string>) {
	const round = await page.locator('input[name=round]').first().getAttribute('value');
	const key = crypto.randomUUID() + crypto.randomUUID();
	const answer = await context.request.post(`${path}?/answer`, {
		headers: { origin: new URL(page.url()).origin, accept: 'application/json' },
		form: { round: round ?? '', key, ...form }
	});
	expect(await answer.json()).toMatchObject({ type: 'success' });
	return key;
}

test('five leaders answer blind, see one reveal, and a breakdown becomes a priority that is tested again', async ({
	browser
}) => {
	const server = await startServer(undefined, { LOG_LEVEL: 'debug' });
	try {
		const team = await newTeam(browser, server.origin, names);
		const phone = await signUp(browser, server.origin, 'Dorothy Vaughan', {
			viewport: { width: 390, height: 844 },
			hasTouch: true
		});
		const link = await invite(team.people[0], team.home);
		const accepted = await phone.context.request.post(`${link}?/accept`, {
			headers: { origin: server.origin },
			form: {}
		});
		await expect(accepted).toBeOK();
		const [ada, grace] = team.people;
		const leaders = [...team.people, phone];
		const path = `${team.home}/pillars`;
		const keys: string[] = [];

		await test.step('Ada asks all five, and each is asked at home', async () => {
			await ada.page.goto(path);
			await ada.page.getByRole('button', { name: 'Ask the team' }).click();
			await ada.page.getByRole('button', { name: 'Ask 5' }).click();
			await expect(ada.page.getByRole('heading', { name: '0 of 5 answered' })).toBeVisible();
			await phone.page.goto(team.home);
			await phone.page
				.getByRole('region', { name: 'Where do the six pillars stand?' })
				.getByRole('link', { name: 'Answer' })
				.click();
		});

		await test.step('one tap for each line on a phone, “can’t say” among them', async () => {
			const { page } = phone;
			await expect(page.getByRole('button', { name: 'Send my answers' })).toBeDisabled();
			await tapAll(page, pillars, (part) => (part === 'structure' ? 5 : part === 'people' ? 3 : 4));
			await page.getByRole('radio', { name: 'Can’t say' }).first().check();
			await page.getByRole('radio', { name: /^Service/ }).check();
			await page.reload();
			await expect(page.getByText('31 of 32 answered')).toBeVisible();
			await page
				.getByRole('group', { name: /matters most/ })
				.getByRole('radio', { name: 'Human capital' })
				.check();
			await page.getByRole('button', { name: 'Send my answers' }).click();
			await expect(page.getByRole('button', { name: 'Change my answers' })).toBeVisible();
		});

		await test.step('nobody sees an answer before all have answered', async () => {
			for (const [at, leader] of team.people.entries()) {
				await leader.page.goto(path);
				const sheet = Object.fromEntries(
					pillars.flatMap(({ key, items }) =>
						items.map((_, item) => {
							const said =
								key === 'structure' ? ofStructure[at + 1] : key === 'people' ? ofPeople[at + 1] : 4;
							return [itemKey(key, item), String(said)] as const;
						})
					)
				);
				keys.push(await send(leader, path, { ...sheet, lane: 'service', matters: 'people' }));
				const told = await (await leader.context.request.get(`${path}/__data.json`)).text();
				expect(told).not.toContain('strategy.a');
				for (const key of keys) expect(told).not.toContain(key);
			}
			await expect(grace.page.getByRole('heading', { name: '5 of 5 answered' })).toBeVisible();
		});

		await test.step('one reveal for all five, whose browsers only waited', async () => {
			await grace.page.getByRole('button', { name: 'Reveal', exact: true }).click();
			for (const { page } of leaders)
				await expect(page.getByText('Talk about this first')).toBeVisible();
			await expect(phone.page.getByText('yours is blue')).toBeVisible();
			const told = await (await ada.context.request.get(`${path}/__data.json`)).text();
			expect(told).toContain('strategy.a');
			expect(told).not.toContain('blind_answered');
		});

		await test.step('the same mean, split and aligned, leads to opposite actions', async () => {
			const row = (name: string) => grace.page.getByRole('row', { name: new RegExp(`^${name}`) });
			await expect(row('Activities and structure').first()).toContainText('Contested');
			await expect(row('Activities and structure').first()).toContainText('60');
			await expect(row('Human capital').first()).toContainText('Known problem');
			await expect(row('Human capital').first()).toContainText('60');
			await expect(grace.page.getByRole('heading', { name: /100% chose service/ })).toBeVisible();
		});

		await test.step('what divides is offered to the next meeting, and taken there', async () => {
			await grace.page
				.getByRole('button', { name: /^Offer to the next meeting Activities and structure/ })
				.first()
				.click();
			await expect(grace.page.getByText('The next meeting is offered it').first()).toBeVisible();
			await enterRoom([ada], team.room);
			await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
			for (const title of ['Scorecard', 'Priorities', 'Leadership', 'Actions', 'Hot items'])
				await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
			const offered = ada.page.getByRole('region', { name: 'Offered to this meeting' });
			await offered.getByRole('button', { name: /^To decide/ }).click();
			await expect(offered).toBeHidden();
			await expect(ada.page.getByText(/^Activities and structure: /).first()).toBeVisible();
		});

		const health = `${team.home}/health`;
		const ask = async (of: (part: string, at: number) => number, slows: string) => {
			await ada.page.goto(health);
			await ada.page.getByRole('button', { name: /^Ask (the team|again)$/ }).click();
			await ada.page.getByRole('button', { name: 'Ask 5' }).click();
			await expect(ada.page.getByRole('heading', { name: '0 of 5 answered' })).toBeVisible();
			for (const [at, leader] of leaders.entries()) {
				if (leader !== ada) await leader.page.goto(health);
				const sheet = Object.fromEntries(
					breakdowns.flatMap(({ key, items }) =>
						items.map((_, item) => [itemKey(key, item), String(of(key, at))] as const)
					)
				);
				await send(leader, health, { ...sheet, slows: `${slows} ${at}` });
			}
			const early = await (await grace.context.request.get(`${health}/__data.json`)).text();
			expect(early).not.toContain(slows);
			await ada.page.getByRole('button', { name: 'Reveal', exact: true }).click();
			await expect(ada.page.getByText(`${slows} 3`)).toBeVisible();
		};

		await test.step('the worst breakdown becomes one owned priority, through its guide', async () => {
			await ask((part) => (part === 'plans' ? 2 : 4), 'Approvals that take weeks');
			await expect(
				ada.page.getByRole('link', { name: 'Implementation strategy plan' })
			).toHaveAttribute('href', /guides\/plans$/);
			await ada.page.getByLabel('Owner').selectOption({ label: 'Grace Hopper' });
			await ada.page.getByRole('button', { name: 'Make it a priority' }).click();
			await ada.page.waitForURL(/\/execution\/[\w-]{36}$/);
			await expect(ada.page.getByText('Grace').first()).toBeVisible();
			await ada.page.goto(`${team.home}/guides/plans`);
			await expect(
				ada.page.getByRole('heading', { name: /^Give every priority a plan/ })
			).toBeVisible();
		});

		await test.step('it is asked about again, and what changed stands beside what was found', async () => {
			await ada.page.goto(health);
			await expect(ada.page.getByText(/is asked about again on/)).toBeVisible();
			await ask((part) => (part === 'plans' ? 4 : part === 'change' ? 3 : 4), 'Nothing much now');
			const row = ada.page.getByRole('row', { name: /^Strategy is not translated into plans/ });
			await expect(row.filter({ hasText: 'worked on' })).toContainText('+50');
			await expect(row.filter({ hasText: 'worked on' })).toContainText('better');
		});

		await test.step('the log of the server knows no answer, no key and no name', () => {
			const logged = server.logged();
			for (const key of keys) expect(logged).not.toContain(key);
			for (const secret of [
				'strategy.a',
				'Approvals that take weeks',
				...leaders.map(({ email }) => email)
			])
				expect(logged).not.toContain(secret);
		});
	} finally {
		await server.remove();
	}
});
