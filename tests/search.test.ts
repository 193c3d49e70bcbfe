import { expect } from '@playwright/test';
import { signUp, test } from './people.ts';

test.describe.configure({ timeout: 120_000 });

/** Somebody who looks around the sample company, from its home. */
test('what was decided weeks ago is found from anywhere, though it is misspelt, and its line is shown', async ({
	browser,
	baseURL
}) => {
	const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 900 } });
	await page.goto('/start');
	await page.getByRole('button', { name: /sample company/i }).click();
	await page.waitForURL(/\/start\/sample/);
	await page.getByRole('button', { name: /Leila/ }).click();
	await page.waitForURL(/\/t\//);
	const home = new URL(page.url()).pathname;
	// A key that is pressed before the page's script is there is nobody's.
	await page.waitForLoadState('networkidle');

	await test.step('with the keyboard alone', async () => {
		await page.keyboard.press('Control+k');
		const box = page.getByRole('combobox', { name: 'Search' });
		await box.fill('Brixhlom sunday');
		const found = page.getByRole('option', { name: /Agree two Sunday windows/ });
		await expect(found).toContainText('Action');
		await expect(found.getByText('Brixholm', { exact: true })).toBeVisible();
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/m\/.*\/recap#/);
		await expect(page.locator('tr[data-led-to]')).toContainText('Agree two Sunday windows');
	});

	await test.step('and a page by a part of its name', async () => {
		await page.keyboard.press('Control+k');
		await page.getByRole('combobox', { name: 'Search' }).fill('rhythm');
		await page.getByRole('option', { name: /Weekly rhythm/ }).click();
		await page.waitForURL(/\/settings\/rhythm/);
	});

	await test.step('on a phone, by kind, on a page that can be sent on', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto(`${home}/search?q=brixholm`);
		await expect(page.getByRole('listitem')).toHaveCount(5);
		await page.getByRole('combobox', { name: 'Kind' }).selectOption('Hot items');
		await expect(page.getByRole('listitem')).toHaveCount(1);
		await page.getByRole('link', { name: /asks to be the first large site/ }).click();
		await page.waitForURL(/\/recap#/);
		await page.getByRole('navigation', { name: 'Main, short' }).getByText('Search').click();
		await page.getByRole('combobox', { name: 'Search' }).fill("'; drop table 🙂");
		await expect(page.getByRole('dialog').getByRole('status')).toContainText('No match');
	});

	await test.step('beside the room of a meeting, which nobody leaves for it', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(home);
		await page.locator('a[href$="/live"]').first().click();
		await page.waitForURL(/\/live$/);
		await page.getByRole('button', { name: 'Search' }).click();
		await page.getByRole('combobox', { name: 'Search' }).fill('Brixholm sunday');
		const beside = page.waitForEvent('popup');
		await page.getByRole('option', { name: /Agree two Sunday windows/ }).click();
		await (await beside).waitForURL(/\/recap#/);
		await expect(page).toHaveURL(/\/live$/);
	});

	await test.step('and beside the room on a phone, which has no keys', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		const bar = page.getByRole('navigation', { name: 'Meeting' });
		await bar.getByRole('button', { name: 'Search' }).click();
		await page.getByRole('combobox', { name: 'Search' }).fill('Brixholm sunday');
		await expect(page.getByRole('option', { name: /Agree two Sunday windows/ })).toBeVisible();
		await page.getByRole('button', { name: 'Close', exact: true }).click();
		await expect(bar.getByRole('button', { name: 'Now' })).toBeVisible();
	});

	await test.step('by nobody from outside', async () => {
		const stranger = await signUp(browser, baseURL ?? '', 'Stranger');
		const answer = await stranger.context.request.get('/search/hits?q=brixholm');
		expect(await answer.json()).toEqual([]);
	});
});
