import { expect, request } from '@playwright/test';
import { startServer } from './own-server.ts';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 15_000 });

const pictures = process.env.PICTURES;

test('an owner is asked for a reading by mail, and one click in the mail program ends it', async ({
	browser
}) => {
	let server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace']);
		const [ada] = team.people;
		const { page } = ada;
		await page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Add metric' }).first().click();
		await page.getByRole('dialog').getByLabel('Name').fill('Fleet uptime');
		await page.getByRole('dialog').getByRole('button', { name: 'Add metric' }).click();
		await expect(page.getByRole('dialog')).toBeHidden();

		// A meeting on a Monday, asked for five working days before: now, whatever day it is.
		await page.goto(`${team.home}/settings/rhythm`, { waitUntil: 'networkidle' });
		await page.getByRole('radio', { name: 'Mon' }).check({ force: true });
		await page
			.getByLabel('Ask for missing readings by mail')
			.selectOption('five working days before');
		await page.getByLabel('At', { exact: true }).fill('00:00');
		if (pictures) await page.screenshot({ path: `${pictures}/rhythm.png`, fullPage: true });
		await page.getByRole('button', { name: 'Save the rhythm' }).click();
		await expect(page.getByText('Saved. Coming meetings have moved.')).toBeVisible();
		await page.reload();
		await expect(page.getByLabel('At', { exact: true })).toHaveValue('00:00');

		await server.stop();
		server = await startServer(server);
		const mail = page.getByRole('listitem').filter({ hasText: 'A reading is missing for' });
		await expect(async () => {
			await page.goto('/mailbox');
			await expect(mail).toHaveCount(1, { timeout: 500 });
		}).toPass();
		await expect(mail).toContainText('Fleet uptime, week');
		const off = /\/mails\/off\/[\w-]{36}/.exec((await mail.textContent()) ?? '')?.[0] ?? '';

		// Whoever only follows the link changes nothing yet.
		const anybody = await browser.newContext({ baseURL: server.origin });
		const stranger = await anybody.newPage();
		await stranger.goto(off);
		await expect(stranger.getByRole('button', { name: 'Send me no more of them' })).toBeVisible();
		if (pictures) await stranger.screenshot({ path: `${pictures}/mails-off.png` });
		const asked = page
			.getByRole('group', { name: 'What is asked of you' })
			.getByRole('radio', { name: 'Mail' });
		await page.goto(`${team.home}/settings/mine`, { waitUntil: 'networkidle' });
		await expect(asked).toBeChecked();

		// A mail program: a form without cookie, origin or page.
		const program = await request.newContext({ baseURL: server.origin });
		const oneClick = { form: { 'List-Unsubscribe': 'One-Click' } };
		expect((await program.post(off, oneClick)).status()).toBe(200);
		expect((await program.post(`${off.slice(0, -4)}0000`, oneClick)).status()).toBe(404);
		await page.reload({ waitUntil: 'networkidle' });
		await expect(asked).not.toBeChecked();
		await asked.check();
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByText('Saved.')).toBeVisible();
		if (pictures) await page.screenshot({ path: `${pictures}/mine.png` });

		// And a person, with the button of the page.
		await stranger.getByRole('button', { name: 'Send me no more of them' }).click();
		await expect(stranger.getByText('No more of these mails')).toBeVisible();
		await page.reload();
		await expect(asked).not.toBeChecked();
		await program.dispose();
		await anybody.close();
	} finally {
		await server.remove();
	}
});
