import { createTransport } from 'nodemailer';
import type { Database } from '../database/database.ts';

export type Mail = {
	to: string;
	subject: string;
	text: string;
	/** Where mails of this kind are switched off, by a mail program with one click (RFC 8058). */
	unsubscribe?: string;
};

/** Hands a mail over; throws when that failed, so that the page can say so. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Sends through an SMTP server, given as a URL such as smtps://user:secret@mail.example:465. */
export function smtpMail(url: string, from: string): SendMail {
	const transport = createTransport(url, { from });
	return async (mail) => {
		await transport.sendMail({
			to: { name: '', address: mail.to },
			subject: oneLine(mail.subject),
			text: mail.text,
			...(mail.unsubscribe && {
				headers: {
					'List-Unsubscribe': `<${mail.unsubscribe}>`,
					'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
				}
			})
		});
	};
}

/** Without an SMTP server, mails land in a mailbox that the embedded set-up shows on this machine. */
export function mailboxMail(database: () => Database): SendMail {
	return async (mail) => {
		await database().query(
			'insert into private.mailbox (recipient, subject, body) values ($1, $2, $3)',
			[mail.to, oneLine(mail.subject), mail.text]
		);
	};
}

/** A subject is one line, or a name with a line break in it could add headers of its own. */
function oneLine(text: string): string {
	return text.replace(/\p{Cc}+/gu, ' ').trim();
}
