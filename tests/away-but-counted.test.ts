import { expect as soon } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { startMailServer } from './mail-server.ts';
import { enterRoom, newTeam, test } from './people.ts';
import { close } from './meetings.ts';
import { startServer } from './own-server.ts';

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 20_000 });
/** Two browsers, a server and a mail server share this machine; a recap goes within a minute. */
const expect = soon.configure({ timeout: 90_000 });

const secret = 'a secret of this test alone';
const pictures = process.env.PICTURES;

test('whoever is away leaves words and a hidden vote, is counted, gets the recap, and answers it by mail', async ({
	browser
}) => {
	const mails = await startMailServer();
	let server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper']);
		const [ada, grace] = team.people;
		await server.stop();
		server = await startServer(server, {
			...{ SMTP_URL: mails.url, SITE_URL: server.origin, MAIL_FROM: 'drumbeat@example.org' },
			...{ MAIL_REPLY_TO: 'replies@example.org', MAIL_INBOUND_SECRET: secret },
			MAIL_BOUNCES_SECRET: secret
		});

		await enterRoom([ada, grace], team.room);
		await ada.page.getByRole('button', { name: 'Raise one' }).click();
		await ada.page.getByLabel('What is happening').fill('Which bank do we take');
		await ada.page.getByRole('button', { name: /^Raise it/ }).click();
		await grace.page.goto(team.home);
		await grace.page.getByRole('link', { name: 'I cannot be there' }).click();
		await grace.page.getByLabel('Which bank do we take', { exact: true }).fill('The one in Leeds');
		await grace.page.getByRole('checkbox', { name: 'My vote for Which bank' }).check();
		await grace.page.getByRole('button', { name: /I cannot be there, keep this/ }).click();
		await expect(grace.page.getByText('Kept. You are down as away')).toBeVisible();
		if (pictures) await grace.page.screenshot({ path: `${pictures}/away.png` });
		await expect(ada.page.getByText('Grace is away')).toBeVisible();
		await expect(ada.page.getByText('The one in Leeds')).toBeHidden();
		await grace.page.goto(`${team.home}/actions`);

		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		for (const title of ['Scorecard', 'Priorities', 'Leadership', 'Actions', 'Hot items'])
			await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
		await expect(
			ada.page.getByRole('button', { name: 'Vote for Which bank do we take, 1 votes' })
		).toBeVisible();
		await ada.page.getByRole('button', { name: 'Open Which bank do we take' }).click();
		await expect(ada.page.getByText('The one in Leeds')).toBeVisible();
		if (pictures) await ada.page.screenshot({ path: `${pictures}/from-away.png` });
		await close(ada);

		const toGrace = () =>
			mails.delivered.find(
				({ recipients, mail }) =>
					recipients.includes(grace.email) && mail.subject?.startsWith('Recap: ')
			)?.mail;
		await expect.poll(() => toGrace()?.text).toContain('You were not there.');
		const address = toGrace()?.replyTo?.[0]?.address ?? '';
		const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
			from: grace.email,
			to: address,
			subject: `Re: ${toGrace()?.subject}`,
			text: `Leeds it is, and thank you.\n\nOn Tuesday Drumbeat wrote:\n> ${(toGrace()?.text ?? '').replaceAll('\n', '\n> ')}`
		});
		const mail = new Uint8Array(message as Buffer);
		const hand = (authorization: string, to = 'mail', body = mail) =>
			fetch(`${server.origin}/api/v1/hooks/${to}`, {
				method: 'POST',
				headers: { authorization, 'content-type': 'message/rfc822' },
				body
			});
		for (const hook of ['mail', 'bounces']) {
			expect((await hand('Bearer another', hook)).status).toBe(401);
			const huge = new Uint8Array(1_000_001);
			expect((await hand(`Bearer ${secret}`, hook, huge)).status).toBe(413);
		}
		const report = await hand(`Bearer ${secret}`, 'bounces');
		expect([report.status, await report.json()]).toEqual([200, { kept: false }]);
		expect((await hand(`Bearer ${secret}`)).status).toBe(201);
		expect((await hand(`Bearer ${secret}`)).status).toBe(200);
		await ada.page.reload();
		await expect(ada.page.getByText('Leeds it is, and thank you.')).toHaveCount(1);

		// What she is told of, and how, is hers to say.
		await grace.page.goto(`${team.home}/settings/mine`, { waitUntil: 'networkidle' });
		const recap = grace.page.getByRole('group', { name: 'Recap of a meeting' });
		await recap.getByRole('radio', { name: 'Daily digest' }).check({ force: true });
		await grace.page.getByRole('switch', { name: 'Quiet hours' }).check();
		await grace.page.getByRole('button', { name: 'Save' }).click();
		await expect(grace.page.getByText('Saved.')).toBeVisible();
		await grace.page.reload();
		await expect(recap.getByRole('radio', { name: 'Daily digest' })).toBeChecked();
		await expect(grace.page.getByRole('link', { name: /^Catch up/ }).first()).toContainText('1');
		if (pictures) await grace.page.screenshot({ path: `${pictures}/mine.png`, fullPage: true });
	} finally {
		await server.remove();
		await mails.close();
	}
});
