import { expect } from '@playwright/test';
import { startServer } from './own-server.ts';
import { enterRoom, newTeam, test } from './people.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 40_000 });

test('after a meeting its pacing report says how it went, and one thing to try', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada] = team.people;
	await enterRoom(team.people, team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(ada.page.getByText('To open: “One word for how you arrive')).toBeVisible();
	for (const title of ['Scorecard', 'Priorities', 'Leadership', 'Actions', 'Hot items', 'Wrap-up'])
		await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
	await ada.page.getByRole('button', { name: /^Close the meeting/ }).click();
	const dialog = ada.page.getByRole('dialog');
	await dialog
		.getByRole('button', { name: /^Close/ })
		.last()
		.click();
	await ada.page.waitForURL(/\/recap$/, { timeout: 60_000, waitUntil: 'commit' });
	await ada.page.getByRole('link', { name: 'Pacing report' }).click();
	await expect(ada.page.getByRole('heading', { name: /^Meeting 1,/ })).toBeVisible();
	await expect(ada.page.getByRole('region', { name: 'One thing for next time' })).toContainText(
		/\w/
	);
	await expect(ada.page.getByText('too short to say')).toBeVisible();
	await expect(ada.page.getByText('not rated')).toBeVisible();
	await ada.page.getByText('Hot items', { exact: true }).click();
	await expect(ada.page.getByText('What exactly did we decide?')).toBeVisible();
});

test('a practice meeting is one of the sample company, a press away', async ({ browser }) => {
	const server = await startServer();
	try {
		const page = await browser.newPage({ baseURL: server.origin });
		await page.goto('/start');
		await page.getByRole('button', { name: /sample company/i }).click();
		await page.getByRole('button', { name: /Sam Whitlock/ }).click();
		await page.waitForURL(/\/t\//);
		await page.goto(`${new URL(page.url()).pathname}/coaching`);
		await page.getByRole('link', { name: 'Open the practice meeting' }).click();
		await page.getByRole('button', { name: 'Start the meeting' }).click();
		await expect(page.getByText('For the facilitator')).toBeVisible();
	} finally {
		await server.remove();
	}
});
