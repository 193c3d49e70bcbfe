import type { Database } from '../database/database.ts';

export type Mail = {
	/** What its Message-ID begins with, for reports of mail servers that could not deliver it. */
	id?: string;
	to: string;
	subject: string;
	text: string;
	/** The same for whoever reads mails with headings and colours. */
	html?: string;
	/** An invitation, as calendars read it (RFC 5546). */
	calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
	/** Where mails of this kind are switched off, by a mail program with one click (RFC 8058). */
	unsubscribe?: string;
	/** Where an answer by mail goes. */
	replyTo?: string;
};

/** Hands a mail over; throws when that failed, so that the page can say so. */
export type SendMail = (mail: Mail) => Promise<void>;

/** A way to hand over many mails, that is closed when they are. */
export type Post = { send: SendMail; close: () => void };

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
export function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
