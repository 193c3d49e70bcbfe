import { expect } from '@playwright/test';
import { newTeam, test } from './people.ts';

test('to-dos of another tool are looked at, brought in and taken back, but for what was worked with', async ({
	browser,
	baseURL
}) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const { page } = people[0];
	await page.goto(`${home}/import`, { waitUntil: 'networkidle' });
	const rows = [
		'To-Do;Owner;Due Date;Completed',
		'"Call Acme;\nthen Contoso";Lovelace, Ada;31.12.2026;',
		'Ask for a quote;Bob Stone;;',
		'Write it up;Ada Lovelace;soon;',
		'Old;Ada Lovelace;;2026-01-02'
	].join('\r\n');
	const choose = () =>
		page.locator('input[type=file]').setInputFiles({
			name: 'to-dos.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(`\ufeff${rows}`, 'utf16le')
		});
	await choose();
	await expect(page.getByRole('row', { name: /^4 Due Date soon/ })).toContainText('is no day');
	await expect(
		page.getByText('2 actions can be brought in. 1 row says that it is over')
	).toBeVisible();
	await page.getByLabel('“Bob Stone” owns 1').selectOption('Ada Lovelace');
	await page.getByRole('button', { name: 'See what would come' }).click();
	await expect(page.getByText('Call Acme; then Contoso').last()).toBeVisible();
	await page.getByRole('button', { name: 'Import 2 actions' }).click();
	await page.getByRole('link', { name: 'See them' }).click();
	await page.getByRole('checkbox', { name: 'Done: Ask for a quote' }).check();
	await expect(page.getByRole('checkbox', { name: 'Done: Ask for a quote' })).toHaveCount(0);

	await page.goto(`${home}/import`, { waitUntil: 'networkidle' });
	await choose();
	await page.getByLabel('“Bob Stone” owns 1').selectOption('Ada Lovelace');
	await page.getByRole('button', { name: 'See what would come' }).click();
	await expect(page.getByText('All of it is there already.')).toBeVisible();
	await expect(page.getByText('can be brought in')).toHaveCount(0);
	await page.getByRole('button', { name: 'Take back' }).click();
	await expect(page.getByText('Taken back. 1 stays')).toBeVisible();
	await page.goto(`${home}/actions`);
	await expect(page.getByText('Nothing of yours is open')).toBeVisible();
});
