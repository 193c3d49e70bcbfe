import { randomUUID } from 'node:crypto';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { MaybeSent } from './mail-failure.ts';
import { oneLine, type Mail, type Post, type SendMail } from './mail.ts';

/** A server that says nothing for so long is taken for gone, long before a mail counts as lost. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** Sends through an SMTP server, given as a URL such as smtps://user:secret@mail.example:465. */
export function smtpMail(url: string, from: string): SendMail {
	return sender(createTransport({ url, ...patience }, { from }), from);
}

/** The same for many mails in a row: a few connections that are kept until it is closed. */
export function openSmtp(url: string, from: string, connections = 5): Post {
	const pool = { pool: true as const, maxConnections: connections, maxMessages: 500 };
	const transport = createTransport({ url, ...pool, ...patience }, { from });
	return { send: sender(transport, from), close: () => transport.close() };
}

/**
 * @returns what throws `MaybeSent` when all of a mail was handed over and no answer came: the server
 * may have taken it
 */
function sender(transport: Pick<Transporter, 'use' | 'sendMail'>, from: string): SendMail {
	const bodies = new Map<string, Readable>();
	transport.use('stream', ({ data, message }, done) => {
		message.processFunc((input: Readable) => {
			const body = pipeline(input, new PassThrough(), () => {});
			bodies.set(String(data.messageId), body);
			return body;
		});
		done();
	});
	const host = /@([\w.-]+)/u.exec(from)?.[1] ?? 'localhost';
	return async (mail) => {
		const messageId = `<${mail.id ?? randomUUID()}@${host}>`;
		try {
			await transport.sendMail({ ...written(mail), messageId });
		} catch (error) {
			const hasAnswer =
				typeof error === 'object' &&
				error !== null &&
				'responseCode' in error &&
				error.responseCode;
			if (!hasAnswer && bodies.get(messageId)?.readableEnded)
				throw new MaybeSent('No answer came after the mail', { cause: error });
			throw error;
		} finally {
			bodies.delete(messageId);
		}
	};
}

function written(mail: Mail) {
	return {
		to: { name: '', address: mail.to },
		subject: oneLine(mail.subject),
		text: mail.text,
		...(mail.html !== undefined && { html: mail.html }),
		...(mail.replyTo && { replyTo: mail.replyTo }),
		...(mail.calendar && {
			icalEvent: { ...mail.calendar, filename: 'invite.ics' },
			headers: { 'Auto-Submitted': 'auto-generated' }
		}),
		...(mail.unsubscribe && {
			headers: {
				'List-Unsubscribe': `<${mail.unsubscribe}>`,
				'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
				// Out-of-office answers to what nobody wrote help nobody (RFC 3834).
				'Auto-Submitted': 'auto-generated'
			}
		})
	};
}
