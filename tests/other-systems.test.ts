import { expect } from '@playwright/test';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 120_000 });

test('a calendar follows the team by a secret link until it is withdrawn, and a webhook reaches no private address', async ({
	browser,
	baseURL,
	request
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const page = team.people[0].page;
	await page.goto(`${team.home}/settings/calendar`, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Make a calendar link' }).click();
	const made = page.getByRole('status').filter({ hasText: 'shown once' });
	const link = await made.locator('code').innerText();

	const first = await request.get(link);
	expect(first.headers()['content-type']).toContain('text/calendar');
	expect(await first.text()).toContain('RRULE:FREQ=WEEKLY');
	const etag = first.headers()['etag'] ?? '';
	const again = await request.get(link, { headers: { 'if-none-match': etag } });
	expect([again.status(), (await again.body()).byteLength]).toEqual([304, 0]);
	expect((await request.get(link.replace('.ics', 'x.ics'))).status()).toBe(404);
	await page.getByRole('button', { name: 'Withdraw' }).click();
	await expect(page.getByText('No calendar follows this team yet')).toBeVisible();
	expect((await request.get(link, { headers: { 'if-none-match': etag } })).status()).toBe(404);

	await page.goto(`${team.home}/settings/webhooks`, { waitUntil: 'networkidle' });
	await page.getByLabel('Name').fill('Leadership channel');
	for (const address of ['https://127.0.0.1/hook', 'http://hooks.slack.com/x', 'https://[::1]/']) {
		await page.getByLabel('Address').fill(address);
		// What the last one was refused for still stands there: only the answer says that this one was.
		const answered = page.waitForResponse((one) => one.request().method() === 'POST');
		await page.getByRole('button', { name: 'Add the webhook' }).click();
		await answered;
		await expect(page.getByText(/private network|Enter an https/)).toBeVisible();
		await expect(page.getByLabel('Address')).toHaveValue(address);
	}
	await page.getByLabel('Address').fill('https://nowhere.invalid/hook');
	await page.getByRole('button', { name: 'Add the webhook' }).click();
	await expect(page.getByText('Leadership channel is added')).toBeVisible();
	await page.getByRole('button', { name: 'Send a test to Leadership channel' }).click();
	await expect(page.getByText(/There is no such host|could not be looked up/)).toBeVisible();
	await page.getByText('What was sent').click();
	await expect(page.getByText('Drumbeat can post here.')).toBeVisible();
});

test('on paper there is what was written, and no way to go elsewhere', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const page = team.people[0].page;
	await page.goto(`${team.home}/message`, { waitUntil: 'networkidle' });
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'Leadership message' })).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Main', exact: true })).toBeHidden();
	await expect(page.getByRole('button')).toHaveCount(0);
	expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
});
