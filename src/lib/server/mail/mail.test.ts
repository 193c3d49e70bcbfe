import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { authMails } from './auth-mails.ts';
import { smtpMail } from './mail.ts';

type Delivered = { mail: Email; recipients: string[] };

const opened: SMTPServer[] = [];

afterEach(async () => {
	for (const server of opened.splice(0))
		await new Promise<void>((done) => server.close(() => done()));
});

/** A real SMTP server on loopback that keeps what it is handed. */
async function mailServer(refuses = false): Promise<{ url: string; delivered: Delivered[] }> {
	const delivered: Delivered[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: (_address, _session, done) => done(refuses ? new Error('no such mailbox') : null),
		onData: (stream, session, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const recipients = session.envelope.rcptTo.map(({ address }) => address);
				void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
					delivered.push({ mail, recipients });
					done();
				});
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	opened.push(server);
	const { port } = server.server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, delivered };
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
	const { url } = await mailServer(true);
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
