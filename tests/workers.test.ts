import { expect, type Page } from '@playwright/test';
import { startStandIn } from '../src/lib/server/llm/stand-in.ts';
import { inDays } from './meetings.ts';
import { startServer } from './own-server.ts';
import { newTeam, test, type Participant } from './people.ts';
import { save } from './strategies.ts';

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 20_000 });

const title = 'Reach 99% fleet uptime';
const names = {
	operations: 'Operations',
	it: 'IT',
	finance: 'Finance',
	'customer-success': 'Customer Success'
} as const;
type Worker = keyof typeof names;
const four = Object.keys(names) as Worker[];

/** A priority owned by Ada in a cycle that runs; gives the address of its workers. */
async function addPriority({
	people: [ada],
	home
}: {
	people: [Participant, ...Participant[]];
	home: string;
}) {
	const { request } = ada.context;
	const origin = new URL(ada.page.url()).origin;
	const headers = { origin, accept: 'application/json' };
	const dates = { startsOn: inDays(-45), endsOn: inDays(45) };
	await save(ada, home, 'cycle', { name: 'This cycle', ...dates });
	// Devalue writes a person's id right before their address.
	const layout = await (await request.get(`${home}/__data.json`, { headers })).text();
	const me = new RegExp(`"([\\w-]{36})","${ada.email}"`).exec(layout)?.[1] ?? '';
	expect(me).not.toBe('');
	const form = { title, owner: me };
	const answer = await request.post(`${home}/execution?/add`, { headers, form });
	const added = await answer.json();
	expect(added).toMatchObject({ type: 'redirect' });
	return { workers: `${added.location}/workers` };
}

const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Apply: / });
const ticked = (page: Page) => page.locator('.df input.check:checked');

/** The titles of the rows that wait, or of those that are ticked. */
const titles = (page: Page, which = ':has(.check)') =>
	page.locator(`.df${which} .df-t`).allInnerTexts();

/** Ticks the first half of what can be ticked, and nothing else. */
async function tickHalf(page: Page): Promise<number> {
	const able = page.locator('.df input.check:enabled');
	const count = await able.count();
	const half = Math.ceil(count / 2);
	for (let at = 0; at < count; at++) await able.nth(at).setChecked(at < half);
	return half;
}

test('four workers draft for one priority, half of it becomes real, nothing comes twice, and it is undone', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper'], {
		observers: ['Mary Kenneth']
	});
	const [ada, grace, mary] = team.people;
	const { workers } = await addPriority({ people: [ada], home: team.home });
	const { page } = ada;
	await page.goto(`${workers}/operations`, { waitUntil: 'networkidle' });
	await expect(page.getByText('No plan from Operations yet')).toBeVisible();
	await grace.page.goto(`${workers}/operations`, { waitUntil: 'networkidle' });

	await page.getByText('Ask several').click();
	for (const box of await page.locator('.wl-s input').all())
		await box.setChecked(four.includes((await box.getAttribute('value')) as Worker));
	await page.getByRole('button', { name: 'Ask them' }).click();
	for (const worker of four)
		await expect(
			page.getByRole('link', { name: new RegExp(`^${names[worker]} \\d+ to review`) })
		).toBeVisible({ timeout: 20_000 });
	// The others see it without asking.
	await expect(grace.page.getByRole('link', { name: /^Operations \d+ to review/ })).toBeVisible();
	await expect(page.getByText('from rules').first()).toBeVisible();

	let applied = 0;
	const promised: string[] = [];
	const done: string[] = [];
	for (const worker of four) {
		await page.goto(`${workers}/${worker}`, { waitUntil: 'networkidle' });
		const half = await tickHalf(page);
		await expect(page.getByRole('heading', { name: /^Applying / })).toContainText(
			`Applying ${half} of`
		);
		done.push(...(await titles(page, ':has(.check:checked)')));
		promised.push(await page.locator('.dsec-action .df-t').first().innerText());
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText(`${half} items applied.`).first()).toBeVisible();
		applied += half;
	}
	expect(applied).toBeGreaterThan(15);
	await page.goto(`${team.home}/actions`, { waitUntil: 'networkidle' });
	for (const action of promised) await expect(page.getByText(action).first()).toBeVisible();

	// Asked again, it proposes nothing twice.
	await page.goto(`${workers}/operations`, { waitUntil: 'networkidle' });
	const left = await titles(page);
	await page.getByRole('button', { name: 'Ask again' }).click();
	await expect(page.getByText('is drafting')).toBeHidden();
	await page.reload({ waitUntil: 'networkidle' });
	// What was applied is new to it, a milestone that lies ahead for one, and may be spoken of once.
	const now = await titles(page);
	expect(now).toEqual(expect.arrayContaining(left));
	expect(new Set(now).size).toBe(now.length);
	for (const title of done) expect(now).not.toContain(title);

	// By keyboard alone: a row is taken or left, edited where it stands, and dismissed.
	await page.locator('body').press('j');
	await expect(boxes(page).first()).toBeFocused();
	const was = await boxes(page).first().isChecked();
	await page.keyboard.press('Space');
	await expect(boxes(page).first()).toBeChecked({ checked: !was });
	const first = page.locator('.df').first();
	await first.getByRole('button', { name: /^Edit: / }).click();
	await first.getByLabel('What').fill('Call the four worst sites');
	await first.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Call the four worst sites').first()).toBeVisible();
	await expect(grace.page.getByText('Call the four worst sites').first()).toBeVisible();
	await page.getByRole('button', { name: 'Dismiss: Call the four worst sites' }).click();
	await expect(page.getByText('Call the four worst sites')).toHaveCount(0);

	// Who only reads along decides nothing.
	await mary.page.goto(`${workers}/operations`, { waitUntil: 'networkidle' });
	await expect(mary.page.getByRole('heading', { name: 'Operations plan' })).toBeVisible();
	await expect(mary.page.getByRole('button', { name: /Apply|Dismiss|Undo|Ask/ })).toHaveCount(0);

	const open = await boxes(page).count();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByText(/\d+ taken back\./).first()).toBeVisible();
	await expect(page.getByRole('heading', { name: /^Applied/ })).toBeHidden();
	expect(await boxes(page).count()).toBeGreaterThan(open);

	await page.getByRole('button', { name: 'Discard the plan' }).click();
	await page.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(page.getByText('Every row is answered')).toBeVisible();
	await page.goto(`${workers}/nobody`);
	await expect(page.getByText('There is no such worker')).toBeVisible();
});

test('with a model the rows are from AI, what does not hold is left out, and without it the rules answer', async ({
	browser
}) => {
	let isUp = true;
	const row = {
		...{ kind: 'action', reason: 'The cycle is short.', sources: ['p1'], owner: '[P1]' },
		...{ due: inDays(9), starts: null, likelihood: null, impact: null, mitigation: null },
		...{ what: null, days: null, unit: null, baseline: null, target: null },
		...{ direction: null, definition: null }
	};
	const model = await startStandIn((_, response) => {
		if (!isUp) return void response.writeHead(503).end();
		return JSON.stringify({
			rows: [
				{ ...row, title: 'Ask [P1] which sites fail most' },
				{ ...row, title: 'Ghost', sources: ['n999'] },
				{ ...row, title: 'Stranger', owner: 'Mallory' },
				{
					...{ ...row, kind: 'risk', title: 'Sites close for peak season', due: null },
					...{ likelihood: 3, impact: 2, mitigation: 'Ask for windows now.' }
				}
			]
		});
	});
	const server = await startServer(undefined, {
		OPENAI_BASE_URL: model.url,
		OPENAI_MODEL: 'stand-in 1'
	});
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace']);
		const { workers } = await addPriority(team);
		const [{ page }] = team.people;
		await page.goto(`${workers}/operations`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Ask Operations' }).click();
		await expect(page.getByText('Ask Ada which sites fail most').first()).toBeVisible({
			timeout: 30_000
		});
		await expect(page.getByText('from AI')).toBeVisible();
		await expect(page.getByText('stand-in 1, workers 1')).toBeVisible();
		for (const gone of ['Ghost', 'Stranger']) await expect(page.getByText(gone)).toBeHidden();
		await expect(ticked(page)).toHaveCount(2);
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('2 items applied.').first()).toBeVisible();
		await page.goto(`${team.home}/actions`);
		await expect(page.getByText('Ask Ada which sites fail most').first()).toBeVisible();

		isUp = false;
		await page.goto(`${workers}/it`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Ask IT' }).click();
		await expect(page.getByText('so these rows are from rules').first()).toBeVisible({
			timeout: 30_000
		});
		await expect(boxes(page).first()).toBeVisible();
	} finally {
		await server.remove();
		await model.close();
	}
});
