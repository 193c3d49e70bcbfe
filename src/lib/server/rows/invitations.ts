import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '#lib/meeting/person.ts';
import type { Db } from './db.ts';
import { toRole } from './people.ts';

/** A new link's secret: 32 random bytes, so that nobody finds one by trying. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** All that is kept of a token; the database compares it with what a link brings. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

export type NewInvitation = {
	team: string;
	workspace: string;
	/** The only mailbox it is for, or none: then it is for whoever holds the link. */
	email: string | undefined;
	role: Person['role'];
	title: string;
	invitedBy: string;
};

/** Makes an invitation and answers its token, which is nowhere to be had again. */
export async function addInvitation(db: Db, invitation: NewInvitation): Promise<string> {
	const token = newToken();
	const { team, workspace, email, role, title, invitedBy } = invitation;
	await db
		.from('invitations')
		.insert({
			team_id: team,
			workspace_id: workspace,
			email: email ?? null,
			role,
			title,
			invited_by: invitedBy,
			token_hash: hashToken(token)
		})
		.throwOnError();
	return token;
}

export type PendingInvitation = {
	id: string;
	email: string | null;
	role: Person['role'];
	title: string;
	expiresAt: string;
};

/** Invitations that still let somebody in, newest first; empty for whoever may not see them. */
export async function listPendingInvitations(
	db: Db,
	team: string,
	now: Date
): Promise<PendingInvitation[]> {
	const { data } = await db
		.from('invitations')
		.select('id, email, role, title, expires_at')
		.eq('team_id', team)
		.is('accepted_at', null)
		.is('revoked_at', null)
		.gt('expires_at', now.toISOString())
		.order('created_at', { ascending: false })
		.throwOnError();
	return data.map(({ id, email, role, title, expires_at }) => ({
		id,
		email,
		role: toRole(role),
		title,
		expiresAt: expires_at
	}));
}

/** False when there is no such invitation in the team, or it is not theirs to withdraw. */
export async function withdrawInvitation(
	db: Db,
	team: string,
	id: string,
	now: Date
): Promise<boolean> {
	const { data } = await db
		.from('invitations')
		.update({ revoked_at: now.toISOString() })
		.eq('id', id)
		.eq('team_id', team)
		.is('accepted_at', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

export type FoundInvitation = {
	workspace: string;
	team: string;
	role: Person['role'];
	title: string;
	invitedBy: string | null;
	email: string | null;
	state: 'open' | 'accepted' | 'revoked' | 'expired';
};

/** What a link is for. Knowing the token is the right to ask. */
export async function findInvitation(db: Db, token: string): Promise<FoundInvitation | undefined> {
	const { data } = await db.rpc('find_invitation', { token }).throwOnError();
	const [row] = data;
	if (!row) return undefined;
	return {
		workspace: row.workspace_name,
		team: row.team_name,
		role: toRole(row.role),
		title: row.title,
		invitedBy: row.invited_by,
		email: row.email,
		state: toState(row.state)
	};
}

function toState(state: string): FoundInvitation['state'] {
	return state === 'open' || state === 'accepted' || state === 'revoked' ? state : 'expired';
}

/** The team somebody is in now, or undefined when the link lets them in no more. */
export async function acceptInvitation(db: Db, token: string): Promise<string | undefined> {
	const { data } = await db.rpc('accept_invitation', { token }).throwOnError();
	const team: string | null = data;
	return team ?? undefined;
}
