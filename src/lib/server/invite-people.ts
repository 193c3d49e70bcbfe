import * as v from 'valibot';
import type { Person } from '#lib/meeting/person.ts';
import { OptionalLine } from './form.ts';
import { invitationMail } from './mail/invitation-mail.ts';
import type { SendMail } from './mail/mail.ts';
import type { Db } from './rows/db.ts';
import { addInvitation } from './rows/invitations.ts';

const most = 30; // at once: a leadership team is 7 to 12

const Address = v.pipe(v.string(), v.email(), v.maxLength(254));

const findWrong = (emails: string[]): string | undefined =>
	emails.find((email) => !v.safeParse(Address, email).success);

/** Addresses in any arrangement, or none for one link that anybody may use. */
export const InviteForm = v.object({
	emails: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => [
			...new Set(
				typed
					.toLowerCase()
					.split(/[\s,;<>]+/u)
					.filter(Boolean)
			)
		]),
		v.check(
			(emails) => findWrong(emails) === undefined,
			({ input }) => `${findWrong(input)?.slice(0, 80)} is not an e-mail address.`
		),
		v.maxLength(most, `Invite at most ${most} people at once.`)
	),
	role: v.picklist(['admin', 'member', 'observer'], 'Choose a role.'),
	title: OptionalLine()
});

/** A link that was made. `isMailed` is false when its mail failed, undefined when there was none. */
export type MadeLink = { email: string | undefined; link: string; isMailed: boolean | undefined };

export type Inviting = {
	db: Db;
	sendMail: SendMail;
	onFailure: (error: unknown) => void;
	team: { id: string; name: string; workspace: { id: string; name: string } };
	by: { id: string; name: string };
	/** Where the site is, such as https://drumbeat.example. */
	origin: string;
};

/** Makes a link for each address and mails it. A mail that fails leaves the link to be copied. */
export async function invitePeople(
	{ db, sendMail, onFailure, team, by, origin }: Inviting,
	{ emails, role, title }: { emails: string[]; role: Person['role']; title: string }
): Promise<MadeLink[]> {
	const made: MadeLink[] = [];
	const mailer = { sendMail, onFailure, team, by, origin };
	for (const email of emails.length > 0 ? emails : [undefined]) {
		const invitation = { team: team.id, workspace: team.workspace.id, role, title };
		const token = await addInvitation(db, { ...invitation, email, invitedBy: by.id });
		if (email) made.push(...(await mailInvitations(mailer, [{ email, token }])));
		else made.push({ email, link: `${origin}/invite/${token}`, isMailed: undefined });
	}
	return made;
}

/** Mails links that are made. One that fails leaves the link to be copied. */
export async function mailInvitations(
	{
		sendMail,
		onFailure,
		team,
		by,
		origin
	}: Omit<Inviting, 'db' | 'by'> & { by: Pick<Inviting['by'], 'name'> },
	invited: readonly { email: string; token: string }[]
): Promise<MadeLink[]> {
	const words = { team: team.name, workspace: team.workspace.name, invitedBy: by.name };
	const made: MadeLink[] = [];
	for (const { email, token } of invited) {
		const link = `${origin}/invite/${token}`;
		try {
			await sendMail(invitationMail({ to: email, link, ...words }));
			made.push({ email, link, isMailed: true });
		} catch (error) {
			onFailure(error);
			made.push({ email, link, isMailed: false });
		}
	}
	return made;
}
