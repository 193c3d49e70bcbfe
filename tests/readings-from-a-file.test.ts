import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { addDays, mondayOf, weekNumber } from '../src/lib/calendar/day.ts';
import { countFleetUptime } from './meetings.ts';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 150_000 });

const thisWeek = mondayOf(new Date().toISOString().slice(0, 10));
const weeks = [-2, -1, 0].map((count) => addDays(thisWeek, 7 * count));
const isoWeek = (monday: string) =>
	`${addDays(monday, 3).slice(0, 4)}-W${String(weekNumber(monday)).padStart(2, '0')}`;

test('a file with a bad row is reported, mended, compared and imported, and stands on the scorecard', async ({
	browser,
	baseURL
}) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const { page } = people[0];
	await countFleetUptime({ page }, home);
	await page.getByRole('radio', { name: 'Table' }).check({ force: true });
	await page.getByLabel('Fleet uptime in week').fill('90');
	await page.getByLabel('Fleet uptime in week').press('Enter');
	await expect(page.getByText('Off track').first()).toBeVisible();

	await page.goto(`${home}/scorecard/import`, { waitUntil: 'networkidle' });
	const rows = (bad: string) =>
		['Metric;Week;Reading;Comment']
			.concat(weeks.map((week, at) => `fleet  UPTIME;${isoWeek(week)};98,${at + 4} %;`))
			.concat(`Fleet uptime;${isoWeek(addDays(weeks[0] ?? '', -7))};${bad};`)
			.join('\r\n');
	await choose(page, rows(`=cmd|'/c calc'!A1`));
	await expect(page.getByText('Each row is one reading.')).toBeVisible();
	await expect(page.getByText('1 reading cannot be entered', { exact: true })).toBeVisible();
	await expect(page.getByRole('row', { name: /^5 Reading =cmd/ })).toContainText(
		'is a formula, not a number'
	);
	await expect(page.getByRole('button', { name: 'Compare with the scorecard' })).toBeDisabled();

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the list' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('kpis problems.csv');
	const report = await readFile(await download.path(), 'utf8');
	expect(report).toContain(`5,Reading,"'=cmd|'/c calc'!A1"`);

	await page.getByRole('button', { name: 'Choose another' }).click();
	await choose(page, rows('97,9 %'));
	await expect(page.getByText('4 readings can be entered.')).toBeVisible();
	await page.getByRole('button', { name: 'Compare with the scorecard' }).click();
	const correction = page.getByRole('row', { name: /Fleet uptime/ }).filter({ hasText: '90' });
	await expect(correction.filter({ has: page.locator('s') })).toContainText(/90%?98\./);
	await page.getByRole('button', { name: 'Import 4 readings' }).click();
	await expect(page.getByText('3 are new, 1 is corrected.')).toBeVisible();

	await page.getByRole('link', { name: 'See the scorecard' }).click();
	await page.getByRole('link', { name: 'Fleet uptime' }).first().click();
	await expect(page.getByRole('cell', { name: '98.6%' })).toBeVisible();
	await expect(page.getByText('from kpis.csv').first()).toBeVisible();

	await page.goto(`${home}/scorecard/import`, { waitUntil: 'networkidle' });
	await choose(page, rows('97,9 %'));
	await page.getByRole('button', { name: 'Compare with the scorecard' }).click();
	await expect(page.getByText('There is nothing to enter.')).toBeVisible();

	await page.getByRole('button', { name: 'Choose another' }).click();
	await choose(page, 'Metric;Month;Reading\r\nCash runway;Oct 2026;14.5\r\n');
	await expect(page.getByText('No metric has this name.')).toBeVisible();
	await page.getByRole('radio', { name: 'Month' }).check({ force: true });
	await page.getByRole('button', { name: 'Add the metric' }).click();
	await expect(page.getByText('1 reading can be entered.')).toBeVisible();
	await page.getByRole('button', { name: 'Compare with the scorecard' }).click();
	await page.getByRole('button', { name: 'Import 1 reading' }).click();
	await page.getByRole('link', { name: 'See the scorecard' }).click();
	await expect(page.getByRole('link', { name: 'Cash runway' }).first()).toBeVisible();
});

test('pasted cells are asked about what they leave open, and bad rows stay out when somebody says so', async ({
	browser,
	baseURL
}) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], {
		observers: ['Olive Observer']
	});
	const [ada, olive] = people;
	await countFleetUptime(ada, home);
	await ada.page.goto(`${home}/scorecard/import`, { waitUntil: 'networkidle' });
	await ada.page
		.getByLabel('Or cells from a spreadsheet')
		.fill('Date\tUptime of fleet\n05/01/2026\t1,200\n02/02/2026\tten\n');
	await ada.page.getByRole('button', { name: 'Read these cells' }).click();
	await expect(ada.page.getByText('Its dates can be read both ways. Say which.')).toBeVisible();
	await ada.page.getByRole('radio', { name: '3 April' }).check({ force: true });
	await expect(ada.page.getByText('both ways').first()).toBeVisible();
	await ada.page.getByRole('radio', { name: 'a comma, 1,5' }).check({ force: true });
	await expect(ada.page.getByText('both ways')).toBeHidden();
	await ada.page
		.getByLabel('“Uptime of fleet”, 2 readings')
		.selectOption('Fleet uptime, every week');
	await expect(ada.page.getByText('1 reading can be entered.')).toBeVisible();
	await ada.page.getByLabel('Leave out the 1 reading that cannot be entered').check();
	await ada.page.getByRole('button', { name: 'Compare with the scorecard' }).click();
	await ada.page.getByRole('button', { name: 'Import 1 reading', exact: true }).click();
	await expect(ada.page.getByText('1 is new, 0 are corrected.')).toBeVisible();

	const answer = await olive.page.goto(`${home}/scorecard/import`);
	expect(answer?.status()).toBe(403);
	const part = {
		import: crypto.randomUUID(),
		part: 0,
		readings: [[2, crypto.randomUUID(), '2026-01-05', 1]]
	};
	const waiting = `${home}/scorecard/import/waiting`;
	expect((await olive.context.request.post(waiting, { data: part })).status()).toBe(404);
	expect((await ada.context.request.post(waiting, { data: { ...part, part: 40 } })).status()).toBe(
		400
	);
});

async function choose(page: Page, text: string): Promise<void> {
	const file = { name: 'kpis.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
	await page.locator('input[type=file]').setInputFiles(file);
	await expect(page.getByText('kpis.csv')).toBeVisible();
}
