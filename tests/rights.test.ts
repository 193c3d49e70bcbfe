import { expect } from '@playwright/test';
import { enterRoom, newTeam, signUp, write, test } from './people.ts';

test.describe.configure({ timeout: 120_000 });

test('an observer follows the live meeting and can change nothing', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], {
		observers: ['Olga Observer']
	});
	const [ada, olga] = team.people;
	await olga.page.goto(team.room);
	await expect(
		olga.page.getByText('There is no such meeting, or you may not see it.')
	).toBeVisible();

	await enterRoom([ada], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await write(ada.page, 'For everybody to read');
	await olga.page.goto(team.room);
	await expect(olga.page.getByText('For everybody to read')).toBeVisible();
	await expect(olga.page.getByText('Reading along')).toBeVisible();
	await expect(olga.page.getByRole('button', { name: 'Take the chair' })).toHaveCount(0);
	await expect(olga.page.getByRole('textbox', { name: /Shared notes/ })).toHaveCount(0);
});

test('a stranger finds neither the team, nor its meeting, nor its recap', async ({
	browser,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const team = await newTeam(browser, origin, ['Ada Lovelace']);
	const mallory = await signUp(browser, origin, 'Mallory');
	for (const path of [team.home, `${team.home}/settings`, team.room.replace('live', 'recap')])
		expect((await mallory.context.request.get(path)).status(), path).toBe(404);
	for (const path of [team.room, team.room.replace('live', 'display')]) {
		await mallory.page.goto(path);
		await expect(
			mallory.page.getByText('There is no such meeting, or you may not see it.')
		).toBeVisible();
	}
	const stranger = await browser.newContext({ baseURL: origin });
	const answer = await stranger.request.get(team.home, { maxRedirects: 0 });
	expect(answer.status()).toBe(303);
});

test('pages and error pages carry a nonce policy and no inline scripts are allowed', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ baseURL });
	for (const path of ['/sign-in', '/nowhere', '/t/not-a-team']) {
		const headers = (await context.request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy, path).toMatch(/script-src [^;]*'nonce-/);
		expect(policy, path).not.toMatch(/script-src [^;]*unsafe-inline/);
		expect(policy, path).toContain("object-src 'none'");
		expect(policy, path).toContain("frame-ancestors 'none'");
		expect(headers['x-content-type-options'], path).toBe('nosniff');
	}
});

test('a form posted from another site changes nothing', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	for (const type of [
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'text/plain'
	]) {
		const answer = await ada?.context.request.post(`${team.home}/settings?/invite`, {
			headers: { origin: 'https://evil.example', 'content-type': type },
			data: 'email=&role=admin&title='
		});
		expect(answer?.status(), type).toBe(403);
	}
});
