import { expect, type Locator } from '@playwright/test';
import { test } from './people.ts';

test('a leader who was away catches up on a phone in at most ten taps, and the team sees it', async ({
	browser,
	baseURL
}) => {
	const enter = async (name: RegExp, viewport: { width: number; height: number }) => {
		const context = await browser.newContext({ baseURL, viewport });
		const page = await context.newPage();
		await page.goto('/start');
		const sample = page.getByRole('button', { name: /sample company/i });
		await sample.click();
		await page.waitForURL(/\/start\/sample/);
		await page.getByRole('button', { name }).click();
		await page.waitForURL(/\/t\//);
		return page;
	};
	const page = await enter(/Leila/, { width: 390, height: 844 });
	let taps = 0;
	const tap = async (what: Locator) => {
		taps += 1;
		await what.click();
	};

	await test.step('what was decided is read and signed off', async () => {
		await tap(page.getByRole('link', { name: 'Catch up' }).first());
		await expect(page.getByRole('heading', { name: /You missed/ }).first()).toBeVisible();
		for (
			let left = await page.getByRole('button', { name: /I have read it/ }).count();
			left > 0;
			left -= 1
		) {
			await tap(page.getByRole('button', { name: /I have read it/ }).first());
			await expect(page.getByRole('button', { name: /I have read it/ })).toHaveCount(left - 1);
		}
	});

	await test.step('what is to be told was told', async () => {
		const told = page.getByRole('button', { name: /I told my team/ });
		for (let left = Math.min(4, await told.count()); left > 0; left -= 1) {
			const count = await told.count();
			await tap(told.first());
			await expect(told).toHaveCount(count - 1);
		}
	});

	await test.step('and the rest is seen', async () => {
		await tap(page.getByRole('button', { name: 'I am up to date' }));
		await expect(page.getByRole('button', { name: 'I am up to date' })).toBeHidden();
		expect(taps).toBeLessThanOrEqual(10);
	});

	await test.step('a comment is asked, answered with a sign, and settled', async () => {
		await page.goto(new URL(page.url()).pathname.replace('/catch-up', '/meetings'));
		await page
			.getByRole('main')
			.getByRole('link', { name: /November/ })
			.last()
			.click();
		await page.waitForURL(/recap/);
		const line = page.locator('.dec').first();
		await line.getByText('Comment', { exact: true }).click();
		await line.getByRole('textbox').fill('@Jonas, does this hold for Ostrava too?');
		await line.getByRole('textbox').press('Control+Enter');
		await expect(line.getByText('does this hold for Ostrava too?')).toBeVisible();
		await expect(line.getByRole('textbox')).toHaveValue('');
		await line.getByRole('button', { name: 'Agree' }).click();
		await expect(line.getByRole('button', { name: 'Agree: Leila Haddad' })).toBeVisible();
		await line.getByRole('button', { name: 'Settled' }).click();
		await expect(line.getByRole('button', { name: 'Open it again' })).toBeVisible();
	});
});
