import { expect, type Page } from '@playwright/test';
import { addDays, mondayOf, weekNumber } from '../src/lib/calendar/day.ts';
import { addMetric, countFleetUptime } from './meetings.ts';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 150_000 });

const thisWeek = mondayOf(new Date().toISOString().slice(0, 10));
const weeks = [-2, -1, 0].map((count) => addDays(thisWeek, 7 * count));
const nameOf = (monday: string) =>
	`week ${weekNumber(monday)} of ${addDays(monday, 3).slice(0, 4)}`;

test('a block pasted into the sheet fills it from its cell on, is mended, and is saved at once', async ({
	browser,
	baseURL
}) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const { page } = people[0];
	await countFleetUptime({ page }, home);
	await addMetric({ page }, { name: 'Cash runway', target: '95' });
	await page.goto(`${home}/scorecard/enter`, { waitUntil: 'networkidle' });
	const cell = (name: string, week = 0) =>
		page.getByLabel(`${name}, ${nameOf(weeks[week] ?? '')}`, { exact: true });
	await cell('Fleet uptime').focus();
	await paste(page, '98,4\t98.5\tten\t1\r\n12\t\t(3)\t1\r\n');
	await expect(cell('Fleet uptime', 1)).toHaveValue('98.5');
	await expect(cell('Cash runway', 1)).toHaveValue('');
	await expect(cell('Fleet uptime', 2)).toHaveAttribute('aria-invalid', 'true');
	await expect(
		page.getByText('2 cells lie beyond the sheet and found no place.', { exact: true })
	).toBeVisible();
	await expect(page.getByText('4 new, 1 to mend')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();

	await page.getByRole('link', { name: 'Execution' }).first().click();
	const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
	await asked.getByRole('button', { name: 'Stay here' }).click();
	await expect(page).toHaveURL(/scorecard\/enter/);

	await page.getByRole('button', { name: `Fleet uptime, ${nameOf(weeks[2] ?? '')}` }).click();
	await page.keyboard.type('98.6');
	await page.keyboard.press('Enter');
	await expect(cell('Cash runway', 2)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(cell('Cash runway', 1)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(cell('Fleet uptime', 1)).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(cell('Fleet uptime', 2)).toBeFocused();
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Nothing is typed that is not saved.')).toBeVisible();

	await page.reload({ waitUntil: 'networkidle' });
	await expect(cell('Fleet uptime', 2)).toHaveValue('98.6');
	await expect(cell('Cash runway', 2)).toHaveValue('-3');
	await cell('Fleet uptime', 2).fill('98.7');
	await expect(page.getByText('98.6')).toBeVisible();
	await cell('Fleet uptime', 2).press('Escape');
	await expect(cell('Fleet uptime', 2)).toHaveValue('98.6');
	await page.getByRole('link', { name: 'Execution' }).first().click();
	await expect(page).toHaveURL(/execution/);
});

test('observers cannot enter readings', async ({ browser, baseURL }) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], {
		observers: ['Olive Observer']
	});
	const { page } = people[1];
	const answer = await page.goto(`${home}/scorecard/enter`);
	expect(answer?.status()).toBe(403);
});

/** What Control+V does, with these cells on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
	await page.evaluate((cells) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', cells);
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
		);
	}, text);
}
