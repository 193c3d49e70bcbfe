import type { SendMail } from './mail.ts';

/** The mails Supabase Lite asks for when somebody signs up, signs in with a code, or forgets. */
export type AuthMails = {
	sendConfirmation(email: string, token: string, code: string): Promise<void>;
	sendRecovery(email: string, token: string, code: string): Promise<void>;
	sendMagicLink(email: string, token: string, code: string): Promise<void>;
	sendEmailChange(email: string, token: string, code: string): Promise<void>;
	sendReauthentication(email: string, code: string): Promise<void>;
};

/** All of them carry a code and no link: a code cannot be followed by a mail scanner. */
export function authMails(send: SendMail): AuthMails {
	const mail = (to: string, subject: string, code: string, what: string) =>
		send({
			to,
			subject,
			text: `${what}\n\n    ${code}\n\nIt works once, for 15 minutes. If you did not ask for it, ignore this mail; nothing has changed.\n\nDrumbeat`
		});
	return {
		sendConfirmation: (email, _token, code) =>
			mail(email, `${code} confirms your e-mail address`, code, 'Your code to finish signing up:'),
		sendRecovery: (email, _token, code) =>
			mail(email, `${code} resets your password`, code, 'Your code to choose a new password:'),
		sendMagicLink: (email, _token, code) =>
			mail(email, `${code} signs you in`, code, 'Your code to sign in to Drumbeat:'),
		sendEmailChange: (email, _token, code) =>
			mail(email, `${code} confirms your new address`, code, 'Your code to confirm this address:'),
		sendReauthentication: (email, code) =>
			mail(email, `${code} confirms it is you`, code, 'Your code to confirm that it is you:')
	};
}
