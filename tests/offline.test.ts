import { expect } from '@playwright/test';
import { test } from './people.ts';

test.describe.configure({ timeout: 150_000 });

test('home, actions and the last recap are read without a connection, and what is written there is sent once', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
	await page.goto('/start');
	await page.getByRole('button', { name: /sample company/i }).click();
	await page.waitForURL(/\/start\/sample/);
	await page.getByRole('button', { name: /David/ }).click();
	await page.waitForURL(/\/t\//);
	const home = new URL(page.url()).pathname;
	const kept = () =>
		page.evaluate(async () => {
			const names = (await caches.keys()).filter((name) => name.startsWith('pages '));
			const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return lists.flat().map(({ url }) => new URL(url).pathname);
		});
	await expect.poll(kept).toContain(`${home}/actions`);
	await expect.poll(async () => (await kept()).some((path) => path.endsWith('/recap'))).toBe(true);
	const recap = (await kept()).find((path) => path.endsWith('/recap')) ?? '';

	await context.setOffline(true);
	await page.goto(`${home}/actions`);
	await expect(page.getByText('This page is as of')).toBeVisible();
	const tick = page.getByRole('checkbox', { name: /^Done:/ }).first();
	const named = (await tick.getAttribute('aria-label')) ?? '';
	await tick.check();
	await expect(
		page.getByRole('main').getByText('Kept on this device, sent when you are back.')
	).toBeVisible();

	await page.goto(recap);
	const line = page.locator('.dec').first();
	await line.getByText('Comment', { exact: true }).click();
	await line.getByRole('textbox').fill('Written in a tunnel');
	await line.getByRole('button', { name: 'Send' }).click();
	await expect(page.getByText('2 things are kept on this device')).toBeVisible();
	await page.goto(`${home}/scorecard`);
	await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
	await page.getByRole('link', { name: 'The last recap' }).click();
	await expect(page.getByText('2 things are kept on this device')).toBeVisible();

	// The answer to the comment is lost, so that it goes out twice.
	let lost = 0;
	await context.route(/recap\?\/comment/, async (route) => {
		if (lost > 0) return route.continue();
		lost += 1;
		await route.fetch();
		return route.abort();
	});
	await context.setOffline(false);
	await expect.poll(() => lost).toBe(1);
	await page.getByRole('button', { name: 'Try now' }).click();
	await expect(page.getByText(/(is|are) kept on this device/)).toHaveCount(0);
	await expect(page.getByText('This page is as of')).toHaveCount(0);
	await expect(page.getByRole('main').getByText('Written in a tunnel')).toHaveCount(1);
	await page.goto(`${home}/actions`);
	await expect(page.getByRole('checkbox', { name: named, exact: true })).toHaveCount(0);

	await page.goto('/sign-out');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.waitForURL(/sign-in/);
	expect(await kept()).toEqual([]);
	await context.close();
});
