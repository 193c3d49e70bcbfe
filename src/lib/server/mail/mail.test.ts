import { afterEach, expect, test } from 'vitest';
import { startMailServer, type Answers, type MailServer } from '../../../../tests/mail-server.ts';
import { authMails } from './auth-mails.ts';
import { MaybeSent, readFailure } from './mail-failure.ts';
import { openSmtp, smtpMail } from './smtp.ts';

const opened: MailServer[] = [];

afterEach(async () => {
	for (const server of opened.splice(0)) await server.close();
});

async function mailServer(answers: Answers = {}): Promise<MailServer> {
	const server = await startMailServer(answers);
	opened.push(server);
	return server;
}

const from = 'Drumbeat <drumbeat@example.org>';

test('a code arrives at the one who asked for it, as plain text', async () => {
	const { url, delivered } = await mailServer();
	await authMails(smtpMail(url, from)).sendMagicLink('ada@example.org', 'token', '123456');
	expect(delivered).toHaveLength(1);
	expect(delivered[0]?.recipients).toEqual(['ada@example.org']);
	expect(delivered[0]?.mail.subject).toBe('123456 signs you in');
	expect(delivered[0]?.mail.text).toContain('123456');
	expect(delivered[0]?.mail.text).not.toContain('token');
});

test('line breaks in a subject or an address add neither headers nor recipients', async () => {
	const { url, delivered } = await mailServer();
	const send = smtpMail(url, from);
	const subject = 'Join\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>';
	await send({ to: 'ada@example.org', subject, text: 'Hello' });
	await send({
		to: 'ada@example.org\r\nRCPT TO:<eve@example.org>',
		subject: 'Hi',
		text: 'Hello'
	}).catch(() => {});
	for (const { mail, recipients } of delivered) {
		expect(recipients.filter((address) => address.includes('eve@'))).toEqual([]);
		expect(mail.bcc ?? []).toEqual([]);
		expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
	}
	expect(delivered[0]?.mail.subject).toBe('Join Bcc: eve@example.org <script>alert(1)</script>');
});

test('a mailbox that does not exist is told to whoever sends, not swallowed', async () => {
	const { url } = await mailServer({ recipient: () => '550 no such mailbox' });
	await expect(
		smtpMail(url, from)({ to: 'nobody@example.org', subject: 'Hi', text: 'Hello' })
	).rejects.toThrow();
});

test('a mail that may be switched off says where, so that a mail program can do it with one click', async () => {
	const { url, delivered } = await mailServer();
	const off = 'https://drumbeat.example/mails/off/3f0c';
	const mail = { to: 'ada@example.org', subject: 'A reading is missing', text: 'Please' };
	await smtpMail(url, from)({ ...mail, unsubscribe: off });
	await smtpMail(url, from)(mail);
	const headers = delivered.map(({ mail }) =>
		mail.headers.filter(({ key }) => key.startsWith('list-')).map(({ key, value }) => [key, value])
	);
	expect(headers).toEqual([
		[
			['list-unsubscribe', `<${off}>`],
			['list-unsubscribe-post', 'List-Unsubscribe=One-Click']
		],
		[]
	]);
});

const hello = { to: 'ada@example.org', subject: 'Hi', text: 'Hello' };
const failureOf = async (url: string) => {
	try {
		await smtpMail(url, from)(hello);
		return undefined;
	} catch (error) {
		return error;
	}
};

test('a mail with headings and colours carries its plain text too', async () => {
	const { url, delivered } = await mailServer();
	await smtpMail(url, from)({ ...hello, html: '<p>Hello <b>Ada</b></p>' });
	expect(delivered[0]?.mail.text?.trim()).toBe('Hello');
	expect(delivered[0]?.mail.html?.trim()).toBe('<p>Hello <b>Ada</b></p>');
	expect(delivered[0]?.raw).toMatch(/^Content-Type: multipart\/alternative/mu);
});

test('an invitation arrives as one that mail programs take for a calendar’s', async () => {
	const { url, delivered } = await mailServer();
	const content = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
	await smtpMail(url, from)({ ...hello, calendar: { method: 'CANCEL', content } });
	const mail = delivered[0]?.mail;
	expect(mail?.text?.trim()).toBe(hello.text);
	expect(mail?.attachments.map(({ mimeType, method }) => [mimeType, method])).toContainEqual([
		'text/calendar',
		'CANCEL'
	]);
});

test('what a mail server refuses for good is told from what may go through later', async () => {
	const refusing = await mailServer({ recipient: () => '550 ada@example.org is unknown' });
	const full = await mailServer({ recipient: () => '452 come back later' });
	const picky = await mailServer({ mail: () => '554 this looks like spam' });
	expect(readFailure(await failureOf(refusing.url))).toEqual({
		problem: 'address',
		code: '550',
		isFinal: true
	});
	expect(readFailure(await failureOf(picky.url))).toMatchObject({ code: '554', isFinal: true });
	expect(readFailure(await failureOf(full.url))).toEqual({
		problem: 'busy',
		code: '452',
		isFinal: false
	});
	const gone = await startMailServer();
	await gone.close();
	expect(readFailure(await failureOf(gone.url))).toMatchObject({
		problem: 'unreachable',
		isFinal: false
	});
	const login = Object.assign(new Error(), { code: 'EAUTH', responseCode: 535, command: 'AUTH' });
	expect(readFailure(login)).toEqual({ problem: 'login', code: '535', isFinal: false });
	const sender = { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' };
	expect(readFailure(sender)).toEqual({ problem: 'sender', code: '553', isFinal: false });
	for (const odd of [undefined, null, 'no', new Error('no'), {}])
		expect(readFailure(odd)).toEqual({ problem: 'other', code: 'unknown', isFinal: false });
});

test('a server that hangs up after the whole mail may have taken it, before it has not', async () => {
	const hanging = await mailServer({ mail: () => 'hang up' });
	expect(await failureOf(hanging.url)).toBeInstanceOf(MaybeSent);
	const pooled = openSmtp(hanging.url, from);
	await expect(pooled.send(hello)).rejects.toBeInstanceOf(MaybeSent);
	pooled.close();
	const refusing = await mailServer({ mail: () => '554 no' });
	expect(await failureOf(refusing.url)).not.toBeInstanceOf(MaybeSent);
});

test('many mails in a row share a few connections', async () => {
	const server = await mailServer();
	const { send, close } = openSmtp(server.url, from, 3);
	await Promise.all(
		Array.from({ length: 40 }, (_, n) => send({ ...hello, to: `p${n}@example.org` }))
	);
	close();
	expect(new Set(server.delivered.flatMap(({ recipients }) => recipients)).size).toBe(40);
	expect(server.opened()).toBeLessThanOrEqual(3);
});
