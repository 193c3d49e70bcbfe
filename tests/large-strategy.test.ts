import { expect } from '@playwright/test';
import { newTeam, test } from './people.ts';
import { inDays } from './meetings.ts';

test.describe.configure({ timeout: 180_000 });

test('a tree of a hundred and twenty key results opens, goes by keyboard, and links to every node', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	if (!ada) throw new Error('One person is needed');
	const { page, context } = ada;
	const address = `${team.home}/strategy`;
	const headers = { origin: new URL(page.url()).origin, accept: 'application/json' };
	const save = async (form: Record<string, string>) =>
		expect(await context.request.post(`${address}?/save`, { headers, form })).toBeOK();
	const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
	/** Ids by the title that follows them. */
	const ids = async () => {
		const shown = await (await context.request.get(address)).text();
		const found = shown.matchAll(
			/id="node-([\w-]{36})"[\s\S]*?>((?:Aim|Goal|Objective|Result) \d+)</g
		);
		return new Map([...found].map(([, id = '', title = '']) => [title, id]));
	};
	const among = (known: Map<string, string>, kind: string, one: number, of: number) =>
		known.get(`${kind} ${1 + (one % of)}`) ?? '';

	await save({ level: 'cycle', name: 'Now', startsOn: inDays(-40), endsOn: inDays(50) });
	const cycle = /<option value="([\w-]{36})"/.exec(
		await (await context.request.get(address)).text()
	)?.[1];
	for (const one of count(5))
		await save({ level: 'imperative', title: `Aim ${one}`, fromYear: '2026', untilYear: '2027' });
	let known = await ids();
	for (const one of count(15))
		await save({
			level: 'goal',
			title: `Goal ${one}`,
			year: '2026',
			imperative: among(known, 'Aim', one, 5)
		});
	known = await ids();
	for (const one of count(40))
		await save({
			level: 'objective',
			title: `Objective ${one}`,
			ambition: 'committed',
			weight: '0',
			cycle: cycle ?? '',
			goal: among(known, 'Goal', one, 15)
		});
	known = await ids();
	for (const one of count(120))
		await save({
			level: 'key result',
			title: `Result ${one}`,
			baseline: '10',
			target: one % 2 === 0 ? '0' : '20',
			objective: among(known, 'Objective', one, 40)
		});
	known = await ids();
	expect(known.size).toBe(5 + 15 + 40 + 120);

	await page.goto(address, { waitUntil: 'networkidle' });
	await expect(page.getByText(/5 imperatives.*15 annual goals.*120 key results/s)).toBeVisible();
	await expect(page.getByText(/compete in this cycle/)).toContainText('40 objectives');
	for (const title of ['Aim 5', 'Goal 15', 'Objective 40', 'Result 120', 'Result 7']) {
		await page.goto(`${address}#node-${known.get(title) ?? ''}`, { waitUntil: 'networkidle' });
		await expect(page.getByText(title, { exact: true }).first()).toBeInViewport();
	}
	await page.getByRole('button', { name: 'Result 7', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Result 7' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Result 7', exact: true })).toBeFocused();

	// The list has the same, sorted from the keyboard.
	await page.getByRole('link', { name: 'List', exact: true }).click();
	await expect(page.getByText('120 of 120')).toBeVisible();
	await page.getByRole('columnheader', { name: 'Key result' }).getByRole('button').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('row').nth(1)).toContainText('Result 1');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('row').nth(1)).toContainText('Result 120');
	await page.getByRole('combobox', { name: /^Owner/ }).selectOption('Nobody');
	await expect(page.getByText('120 of 120')).toBeVisible();
	await page.getByLabel('Not linked only').check();
	await expect(page.getByText('Nothing passes these filters.')).toBeVisible();
});
