import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { startServer } from './own-server.ts';
import { newTeam, signUp, test } from './people.ts';

test.describe.configure({ timeout: 240_000 });

test('an admin takes the workspace along, and an empty Drumbeat takes it in', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const page = team.people[0].page;
	await page.goto(team.home, { waitUntil: 'networkidle' });
	await openWorkspace(page);
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Export the workspace' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^Analytical Engines .*\.zip$/);
	const file = await download.path();
	expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
	await expect(page.getByText('Your browser is saving it')).toBeVisible();

	await page.reload({ waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Erase Grace Hopper' }).click();
	await page.getByLabel('Type Grace Hopper to go ahead').fill('Grace Hopper');
	await page.getByRole('button', { name: 'Erase', exact: true }).click();
	await expect(page.getByText('Erased. What they decided stays')).toBeVisible();
	await expect(page.getByText('Grace Hopper')).toBeHidden();

	const server = await startServer();
	try {
		const importer = await signUp(browser, server.origin, 'Katherine Johnson');
		const there = importer.page;
		await there.goto('/start/import', { waitUntil: 'networkidle' });
		const chooser = there.getByLabel('The exported file');
		await chooser.setInputFiles({
			name: 'half.zip',
			mimeType: 'application/zip',
			buffer: (await readFile(file)).subarray(0, 5000)
		});
		await expect(there.getByText('The file ends too early')).toBeVisible();
		await chooser.setInputFiles(file);
		await expect(there.getByRole('heading', { name: 'Analytical Engines is here' })).toBeVisible();
		await there.getByRole('link', { name: 'Open it' }).click();
		await there.goto('/start/import');
		await expect(there.getByText('has a workspace already')).toBeVisible();
	} finally {
		await server.remove();
	}
});

/** The way people go: the menu with the team's name, then the workspace. */
async function openWorkspace(page: Page): Promise<void> {
	await page
		.getByRole('button', { name: /Leadership team/ })
		.first()
		.click();
	await page.getByRole('menuitem', { name: 'Workspace and teams' }).click();
	await page.waitForURL(/\/w\//);
	await page.waitForLoadState('networkidle');
}
