import type { Mail } from './mail.ts';

type Invitation = {
	to: string;
	/** The whole address, with the token. */
	link: string;
	team: string;
	workspace: string;
	invitedBy: string;
};

/** Asks somebody to join a team. */
export function invitationMail({ to, link, team, workspace, invitedBy }: Invitation): Mail {
	return {
		to,
		subject: `${invitedBy} invites you to ${team}`,
		text: [
			`${invitedBy} asks you to join ${team} at ${workspace} on Drumbeat, where the team holds its weekly meeting.`,
			`Open this link and sign in, or create an account with this address:`,
			`    ${link}`,
			'It lets one person in, once, and works for 14 days. If you do not know what this is about, ignore it; nothing happens.',
			'Drumbeat'
		].join('\n\n')
	};
}
