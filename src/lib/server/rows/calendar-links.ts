import type { Db } from './db.ts';
import { hashToken, newToken } from './invitations.ts';

export type CalendarLink = {
	id: string;
	person: string;
	madeAt: string;
	lastReadAt: string | null;
};

/** The links to a team's calendar that still work: one's own, or for its admins all of them. */
export async function listCalendarLinks(db: Db, team: string): Promise<CalendarLink[]> {
	const { data } = await db
		.from('calendar_links')
		.select('id, person_id, made_at, last_read_at')
		.eq('team_id', team)
		.is('revoked_at', null)
		.order('made_at', { ascending: false })
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		person: row.person_id,
		madeAt: row.made_at,
		lastReadAt: row.last_read_at
	}));
}

/** Makes a link and answers its secret, which is nowhere to be had again. */
export async function addCalendarLink(db: Db, team: string, person: string): Promise<string> {
	const secret = newToken();
	await db
		.from('calendar_links')
		.insert({ team_id: team, person_id: person, secret_hash: hashToken(secret) })
		.throwOnError();
	return secret;
}

/** False when there is no such link, or it is not theirs to withdraw. */
export async function withdrawCalendarLink(
	db: Db,
	team: string,
	id: string,
	now: Date
): Promise<boolean> {
	const { data } = await db
		.from('calendar_links')
		.update({ revoked_at: now.toISOString() })
		.eq('team_id', team)
		.eq('id', id)
		.is('revoked_at', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Whether members of the team get its meetings as invitations by mail. */
export async function findInvites(db: Db, team: string): Promise<boolean> {
	const { data } = await db
		.from('series')
		.select('invites')
		.eq('team_id', team)
		.is('ended_at', null)
		.throwOnError();
	return data.some(({ invites }) => invites);
}

/** False when the team has no series, or it is not theirs to change. */
export async function setInvites(db: Db, team: string, invites: boolean): Promise<boolean> {
	const { data } = await db
		.from('series')
		.update({ invites })
		.eq('team_id', team)
		.is('ended_at', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
