import { scopeNames, type Scope } from '../read-api/resources.ts';
import type { Db } from './db.ts';
import { hashToken, newToken } from './invitations.ts';

/** Tells a token of ours from other secrets, for people and for scanners that look for leaks. */
const prefix = 'drumbeat_';

export type TeamToken = {
	id: string;
	name: string;
	/** What it is for. */
	scopes: Scope[];
	createdBy: string | null;
	createdAt: string;
	lastUsedAt: string | null;
	lastFailedAt: string | null;
	lastFailure: string;
};

/** The tokens that still work, newest first; empty for whoever may not see them. */
export async function listTokens(db: Db, team: string): Promise<TeamToken[]> {
	const { data } = await db
		.from('team_tokens')
		.select('id, name, scopes, created_by, created_at, last_used_at, last_failed_at, last_failure')
		.eq('team_id', team)
		.is('revoked_at', null)
		.order('created_at', { ascending: false })
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		name: row.name,
		scopes: scopeNames.filter((scope) => row.scopes.includes(scope)),
		createdBy: row.created_by,
		createdAt: row.created_at,
		lastUsedAt: row.last_used_at,
		lastFailedAt: row.last_failed_at,
		lastFailure: row.last_failure
	}));
}

/** Makes a token and answers it; it is nowhere to be had again. Throws for whoever is no admin. */
export async function addToken(
	db: Db,
	team: string,
	person: string,
	name: string,
	scopes: Scope[] = ['readings:write']
): Promise<string> {
	const token = `${prefix}${newToken()}`;
	await db
		.from('team_tokens')
		.insert({ team_id: team, name, scopes, token_hash: hashToken(token), created_by: person })
		.throwOnError();
	return token;
}

/** False when the team has no such token, or it is not theirs to withdraw. */
export async function withdrawToken(db: Db, team: string, id: string, now: Date): Promise<boolean> {
	const { data } = await db
		.from('team_tokens')
		.update({ revoked_at: now.toISOString() })
		.eq('team_id', team)
		.eq('id', id)
		.is('revoked_at', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
