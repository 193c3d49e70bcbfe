import { expect } from '@playwright/test';
import { signUp, test } from './people.ts';

test('a workspace, a team and its rhythm are made from the keyboard, and the first meeting waits', async ({
	browser,
	baseURL
}) => {
	const { page } = await signUp(browser, baseURL ?? '', 'Ada Lovelace');
	await page.goto('/start/workspace', { waitUntil: 'networkidle' });
	await page.getByLabel('Workspace').press('Enter');
	await expect(page.getByText('Write a name.')).toBeVisible();
	await page.getByLabel('Workspace').fill('Analytical Engines');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/start\/team/);
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Team', { exact: true }).fill('Leadership team');
	await page.keyboard.press('Enter');
	await page.waitForURL(/rhythm/);
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('Starts')).toHaveValue('09:00');
	await page.getByLabel('Length').fill('75');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.waitForURL(/\/start\/invite/);
	const team = new URL(page.url()).searchParams.get('team') ?? '';
	await page.goto(`/t/${team}`);
	await expect(page.getByText('09:00 to 10:15')).toBeVisible();
	await expect(page.locator('a[href$="/live"]').first()).toBeVisible();
});
