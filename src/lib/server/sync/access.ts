import { combineChunks, parseCookieHeader } from '@supabase/ssr';
import * as v from 'valibot';
import type { Subject } from '#lib/live/protocol.ts';
import type { Database } from '../database/database.ts';
import type { Supabase } from '../supabase/embedded.ts';

export const sessionCookie = 'drumbeat-session';

/** Whoever opened the socket: the person, and the sign-in it belongs to. */
export type Visitor = { person: string; session: string };

/** Who wants to know about which live document, and what they may do as far as is known. */
export type Asked = { visitor: Visitor; known?: Access } & Subject;

/** Who wants to follow which team. */
export type Following = { visitor: Visitor; team: string };

/** Whether somebody sits in a team right now, and is still signed in. */
export type Membership = 'member' | 'signed out' | 'stranger';

/**
 * What a visitor may do with a document right now. Whoever observes reads what is not sealed; `asked` is
 * nothing either, while a recall round asks them to write it from memory.
 */
export type Access = 'write' | 'read' | 'observe' | 'none' | 'asked';

/** The code that closes the socket of somebody who may not be here. */
export const closedTo = { none: 4403, asked: 4423, observe: 4424 } as const;

const Stored = v.object({ access_token: v.string() });

/** Who the cookies of a request belong to; undefined for nobody, or for a session that has ended. */
export async function findVisitor(
	supabase: Supabase,
	cookies: string | undefined
): Promise<Visitor | undefined> {
	const token = await accessToken(cookies);
	if (!token) return undefined;
	// Never refreshed: the browser could not be told of its new cookie and would be signed out.
	const claims = await supabase.claimsOf(token);
	return claims && { person: claims.sub, session: claims.session_id };
}

async function accessToken(header: string | undefined): Promise<string | undefined> {
	const cookies = parseCookieHeader(header ?? '');
	const chunked = await combineChunks(
		sessionCookie,
		(name) => cookies.find((cookie) => cookie.name === name)?.value
	);
	if (!chunked) return undefined;
	try {
		const text = chunked.startsWith('base64-')
			? Buffer.from(chunked.slice(7), 'base64url').toString()
			: chunked;
		const stored = v.safeParse(Stored, JSON.parse(text));
		return stored.success ? stored.output.access_token : undefined;
	} catch {
		return undefined;
	}
}

/**
 * What each visitor may do with a live document. Members write until it is sealed,
 * observers read once it has begun, everybody else and every ended session gets nothing. Nobody
 * reads the message while they are asked to write it from memory.
 */
export async function findAccess(database: Database, asked: Asked[]): Promise<Access[]> {
	if (asked.length === 0) return [];
	// Whoever is asked about again and again mostly may what they might, and is not answered. Each is
	// looked up by itself (offset 0): together, all meetings of all teams would be gone through.
	const rows = await database.query<{ position: number; access: Access }>(
		`select position, access from jsonb_to_recordset($1::text::jsonb)
			as asked (position int, person uuid, session uuid, kind text, id uuid, known text)
		left join lateral (
			select team_id, state from private.live_subjects subjects
			where subjects.kind = asked.kind and subjects.id = asked.id offset 0
		) subjects on true
		left join lateral (
			select role from public.team_members members
			where members.team_id = subjects.team_id and members.person_id = asked.person
				and members.left_at is null offset 0
		) members on true
		left join lateral (select id from auth.sessions where id = asked.session offset 0) session on true
		left join lateral (
			select true as is_asked from public.recall_rounds rounds
			where asked.kind = 'message' and rounds.team_id = subjects.team_id
				and rounds.revealed_at is null and rounds.closes_at > now() limit 1
		) recalling on true
		cross join lateral (select case
			when session.id is null or role is null or state = 'cancelled' then 'none'
			when role = 'observer' then case when state = 'draft' then 'none' else 'observe' end
			when is_asked then 'asked'
			when state = 'closed' then 'read'
			else 'write'
		end as access) decided
		where access is distinct from known`,
		[
			JSON.stringify(
				asked.map(({ visitor, ...rest }, position) => ({ ...visitor, ...rest, position }))
			)
		]
	);
	const found = new Map(rows.map(({ position, access }) => [Number(position), access]));
	return asked.map(({ known = 'none' }, position) => found.get(position) ?? known);
}

/** Whether each visitor sits in the team they want to follow; the sign-in must not have ended. */
export async function findMembership(
	database: Database,
	asked: Following[]
): Promise<Membership[]> {
	if (asked.length === 0) return [];
	const rows = await database.query<{ position: number; signed_in: boolean; member: boolean }>(
		`select position, session.id is not null as signed_in, members.person_id is not null as member
		from jsonb_to_recordset($1::text::jsonb)
			as asked (position int, person uuid, session uuid, team uuid)
		left join lateral (select id from auth.sessions where id = asked.session offset 0) session on true
		left join lateral (
			select person_id from public.team_members members
			where members.team_id = asked.team and members.person_id = asked.person
				and members.left_at is null offset 0
		) members on true`,
		[JSON.stringify(asked.map(({ visitor, team }, position) => ({ ...visitor, team, position })))]
	);
	const found = new Map(rows.map((row) => [Number(row.position), row]));
	return asked.map((_, position) => {
		const row = found.get(position);
		if (!row?.signed_in) return 'signed out';
		return row.member ? 'member' : 'stranger';
	});
}
