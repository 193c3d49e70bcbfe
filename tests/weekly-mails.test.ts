import { expect, request } from '@playwright/test';
import { startMailServer } from './mail-server.ts';
import { startServer } from './own-server.ts';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

const pictures = process.env.PICTURES;

/** Which day it is now where most tests live, as the form calls it. */
const todayIn = (zone: string) =>
	new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: zone }).format(new Date());

test('the mails of the week arrive by SMTP with the right badges, once, and one click ends them', async ({
	browser
}) => {
	const mails = await startMailServer();
	let server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper']);
		const [ada, grace] = team.people;
		const { page } = ada;
		const alerts = `${team.home}/alerts`;

		// Before there is anything to tell, the page says so.
		await page.goto(alerts, { waitUntil: 'networkidle' });
		await expect(page.getByText('No weekly mail has been due yet')).toBeVisible();
		await expect(page.getByText('so nothing is sent yet')).toBeVisible();
		await expect(page.getByText('No mail server is set up')).toBeVisible();

		for (const [title, owner] of [
			['Reach 99% fleet uptime', 'Ada Lovelace'],
			['Open the Leeds site', 'Grace Hopper']
		] as const) {
			await page.goto(`${team.home}/execution`, { waitUntil: 'networkidle' });
			await page.getByRole('button', { name: 'Add priority' }).click();
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel('What').fill(title);
			await dialog.getByLabel('Owner').selectOption({ label: owner });
			await dialog.getByRole('button', { name: 'Add', exact: true }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		}

		// Everybody’s mail is due since this morning, whatever day it is.
		await page.goto(alerts, { waitUntil: 'networkidle' });
		const settings = page.getByRole('region', { name: 'For the team' });
		await settings.getByLabel('Day').selectOption(todayIn('Europe/London'));
		await settings.getByLabel('Time').fill('00:00');
		await settings.getByRole('button', { name: 'Save for the team' }).click();
		await expect(settings.getByText('Saved.')).toBeVisible();

		// The preview marks what is whose.
		const preview = page.frameLocator('iframe[title*="would see it"]');
		await expect(preview.getByText('ASSIGNED TO YOU')).toHaveCount(1);
		await expect(preview.getByText('Reach 99% fleet uptime').last()).toBeVisible();
		await page.getByLabel('As seen by').selectOption('Grace Hopper');
		await expect(page.locator('iframe')).toHaveAttribute('title', /Grace Hopper/u);
		if (pictures) await page.screenshot({ path: `${pictures}/alerts.png`, fullPage: true });

		// Whoever is no admin sees when, and may not say.
		await grace.page.goto(alerts, { waitUntil: 'networkidle' });
		await expect(grace.page.getByText('An admin of the team may change it.')).toBeVisible();
		const refused = await grace.context.request.post(`${alerts}?/settings`, {
			headers: { origin: server.origin, accept: 'application/json' },
			form: { weekday: '1', at: '08:00', audience: 'nobody' }
		});
		expect(await refused.text()).toContain('404');

		await server.stop();
		const smtp = { SMTP_URL: mails.url, SITE_URL: server.origin };
		server = await startServer(server, smtp);
		await expect.poll(() => mails.delivered.length, { timeout: 30_000 }).toBe(2);
		const to = (email: string) =>
			mails.delivered.find(({ recipients }) => recipients.includes(email))?.mail;
		expect(to(ada.email)?.text).toContain('ASSIGNED TO YOU: Reach 99% fleet uptime');
		expect(to(ada.email)?.text).not.toContain('ASSIGNED TO YOU: Open the Leeds site');
		expect(to(grace.email)?.text).toContain('ASSIGNED TO YOU: Open the Leeds site');

		// Started again, it sends nothing twice, and the page shows what went out.
		await server.stop();
		server = await startServer(server, smtp);
		await page.goto(alerts, { waitUntil: 'networkidle' });
		await expect(page.getByRole('row', { name: /Grace Hopper.*Sent/u })).toBeVisible();
		await expect(page.getByText('No mail server is set up')).toBeHidden();
		await page.getByRole('button', { name: 'Send me a test' }).click();
		await expect(page.getByText('The test is on its way to you.')).toBeVisible();
		await expect.poll(() => mails.delivered.length).toBe(3);
		expect(mails.delivered[2]?.mail.subject).toMatch(/^Test: Leadership team, week \d+/u);
		expect(mails.delivered[2]?.recipients).toEqual([ada.email]);

		// One click in a mail program ends it for Grace; her page and Ada’s follow.
		const off = /\/mails\/off\/[\w-]{36}/u.exec(to(grace.email)?.text ?? '')?.[0] ?? '';
		const program = await request.newContext({ baseURL: server.origin });
		expect((await program.get(off)).status()).toBe(200);
		await expect(page.getByRole('listitem').filter({ hasText: 'Grace Hopper' })).toContainText(
			'Owner'
		);
		const click = await program.post(off, { form: { 'List-Unsubscribe': 'One-Click' } });
		expect(click.status()).toBe(200);
		await expect(page.getByRole('listitem').filter({ hasText: 'Grace Hopper' })).toContainText(
			'Switched off'
		);
		await program.dispose();

		// Away and a time of one’s own.
		const mine = page.getByRole('region', { name: 'For you' });
		await mine.getByLabel('Away from').fill('2031-01-05');
		await mine.getByLabel('Until').fill('2031-01-01');
		await mine.getByRole('button', { name: 'Save for me' }).click();
		await expect(mine.getByText('The last day comes before the first.')).toBeVisible();
		await mine.getByLabel('Until').fill('2031-01-09');
		await mine.getByLabel('Your day').selectOption('Friday');
		await mine.getByLabel('Time', { exact: true }).fill('16:30');
		await mine.getByLabel('Your time zone').selectOption('Tokyo');
		await mine.getByRole('button', { name: 'Save for me' }).click();
		await expect(mine.getByText('Saved.')).toBeVisible();
		const own = page.getByRole('listitem').filter({ hasText: 'Ada Lovelace' });
		await expect(own).toContainText(/Fri \d+ \w+, 16:30/u);
		await expect(own).toContainText('Tokyo');

		// And without a mail program, the page behind the link.
		const ownOff = /\/mails\/off\/[\w-]{36}/u.exec(to(ada.email)?.text ?? '')?.[0] ?? '';
		await page.goto(ownOff, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Send me no more of them' }).click();
		await expect(page.getByText('No more of these mails')).toBeVisible();
		await page.goto(alerts, { waitUntil: 'networkidle' });
		await expect(page.getByRole('heading', { name: '0 of 2 get it' })).toBeVisible();
	} finally {
		await server.remove();
		await mails.close();
	}
});
