import { expect } from '@playwright/test';
import { inDays } from './meetings.ts';
import { enterRoom, newTeam, test, type Participant } from './people.ts';
import { aim } from './strategies.ts';

test.describe.configure({ timeout: 400_000 });
test.use({ actionTimeout: 40_000 });

const insight = 'Sites mend themselves after one visit';
const others = {
	objective: 'Guarantees sell themselves',
	message: 'Nobody says what a guarantee is'
};
const newObjective = 'Pilots ask for the guarantee';
const was = 'Two executive visits for each pilot';
const became = 'One visit for each pilot, then remote';

/** A priority of Ada's, and the path of its page. */
async function addPriority({ context, page, email }: Participant, home: string): Promise<string> {
	const { origin } = new URL(page.url());
	const headers = { origin, accept: 'application/json' };
	const layout = await (await context.request.get(`${home}/__data.json`, { headers })).text();
	const owner = new RegExp(`"([\\w-]{36})","${email}"`).exec(layout)?.[1] ?? '';
	const form = { title: was, owner };
	const answer = await context.request.post(`${home}/execution?/add`, { headers, form });
	const added = (await answer.json()) as { type: string; location: string };
	expect(added.type).toBe('redirect');
	return added.location;
}

async function closeHere({ page }: Participant): Promise<void> {
	await page.getByRole('button', { name: /^Close the meeting/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog
		.getByRole('button', { name: /^Close/ })
		.last()
		.click();
	await page.waitForURL(/\/recap$/, { timeout: 60_000, waitUntil: 'commit' });
}

test('an insight from week 1 changes a priority in the strategy review of week 6', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	const priority = await addPriority(ada, team.home);
	await aim(team, []);

	await test.step('in week 1 it is captured in two keys, and tagged to the priority', async () => {
		await enterRoom(team.people, team.room);
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		await ada.page.getByRole('heading', { level: 1 }).click();
		await ada.page.keyboard.press('/');
		await ada.page.keyboard.press('i');
		await ada.page.keyboard.type(insight);
		await ada.page.keyboard.press('Enter');
		for (const other of Object.values(others)) {
			await ada.page.getByRole('heading', { level: 1 }).click();
			await ada.page.keyboard.press('/');
			await ada.page.keyboard.press('i');
			await ada.page.keyboard.type(other);
			await ada.page.keyboard.press('Enter');
		}
		const row = grace.page.getByRole('listitem').filter({ hasText: insight });
		await row.getByRole('button', { name: insight }).click();
		await grace.page.getByRole('combobox', { name: 'What it is about' }).focus();
		await grace.page.keyboard.type('Two exec');
		await grace.page.getByRole('option', { name: was }).click();
		await expect(ada.page.getByText(`About ${was}`)).toBeVisible();
		for (const title of [
			'Scorecard',
			'Priorities',
			'Leadership',
			'Actions',
			'Hot items',
			'Wrap-up'
		])
			await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
		await closeHere(ada);
		await grace.page.goto(`${team.home}/learning`);
		await expect(grace.page.getByText('0 of 3 changed something, 3 did not yet.')).toBeVisible();
		await expect(grace.page.getByText('Not reviewed yet').first()).toBeVisible();
	});

	await test.step('in week 6 the strategy review lists it, and adapts the priority', async () => {
		await ada.page.goto(`${team.home}/meetings`);
		const room = (await ada.page.locator('a[href$="/live"]').first().getAttribute('href')) ?? '';
		const meeting = room.split('/')[2] ?? '';
		const moved = await ada.context.request.post(`${team.home}/meetings?/move`, {
			headers: { origin: baseURL ?? '', accept: 'application/json' },
			form: { meeting, day: inDays(36), time: '09:30' }
		});
		expect(await moved.json()).toMatchObject({ type: 'success' });
		await enterRoom(team.people, room);
		await ada.page
			.getByRole('combobox', { name: 'Use another format this time' })
			.selectOption({ label: 'Strategy review' });
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		await ada.page.getByRole('button', { name: /^Next: What we learned/ }).click();
		const listed = grace.page.getByRole('listitem', { name: insight });
		await expect(listed).toContainText(`About: ${was}`);
		await listed.getByRole('radio', { name: 'Adapt' }).check();
		await listed.getByRole('textbox', { name: 'Its new words' }).fill(became);
		await listed.getByRole('textbox', { name: 'Its new words' }).press('Tab');
		const decision = `Change “${was}” to “${became}”`;
		await expect(ada.page.getByText(decision)).toBeVisible();
		// An objective and the message can be what changes, though no insight was tagged with them.
		for (const [about, choice] of [
			[others.objective, 'Make uptime boring'],
			[others.message, 'Our message: How much']
		] as const) {
			const one = grace.page.getByRole('listitem', { name: about });
			await one.getByRole('radio', { name: 'Adapt' }).check();
			await one.getByRole('combobox', { name: 'What changes' }).focus();
			await grace.page.keyboard.type(choice.replace('Our message: ', ''));
			await grace.page.getByRole('option', { name: choice }).click();
			const words = one.getByRole('textbox', { name: 'Its new words' });
			await words.fill(about === others.objective ? newObjective : 'A guarantee of 99% uptime');
			await words.press('Tab');
		}
		await expect(
			grace.page
				.getByRole('listitem', { name: others.message })
				.getByText('the next version is linked here')
		).toBeVisible();
		for (const title of ['Leadership', 'What needs more time', 'Wrap-up'])
			await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
		await closeHere(ada);
		await expect(ada.page.getByText(decision)).toBeVisible();
	});

	await test.step('the priority says what changed it, the register what it changed, both ways', async () => {
		await grace.page.goto(priority);
		await expect(grace.page.getByRole('heading', { level: 1 })).toContainText(became);
		await expect(
			grace.page.getByRole('link', { name: `Changed from “${was}” in meeting 2` })
		).toHaveAttribute('href', /\/recap#/);
		await grace.page.getByRole('link', { name: insight }).click();
		await expect(grace.page.getByText('2 of 3 changed something, 1 did not yet.')).toBeVisible();
		await expect(grace.page.getByText(`“${was}” became “${became}”.`)).toBeVisible();
		await expect(grace.page.getByRole('link', { name: 'Decided in meeting 2' })).toHaveCount(3);
		await expect(grace.page.getByText('Decided, not changed yet')).toBeVisible();
		await grace.page.getByRole('link', { name: became }).click();
		await expect(grace.page.getByRole('heading', { level: 1 })).toContainText(became);
		await grace.page.goto(`${team.home}/strategy`);
		const objective = grace.page.getByRole('listitem').filter({ hasText: newObjective }).last();
		await expect(
			objective.getByRole('link', { name: /^Adapted in the review of/ })
		).toHaveAttribute('href', /\/recap$/);
	});
});
