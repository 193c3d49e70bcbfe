import * as Y from 'yjs';
import { subjectOf, type Subject } from '#lib/live/protocol.ts';
import type { Database, Queries } from '../database/database.ts';
import { writeOutline } from '../sync/outline.ts';
import { eraseFromDocument } from './erase-from-document.ts';
import { formerMember, patternOf, wordsOf } from './words.ts';

/** The rooms that are open on this node, as far as they must hear of it. */
export type OpenRooms = {
	find(subject: Subject): { room: { takeStored(updates: Uint8Array[]): void } } | undefined;
};

export type Erased = 'erased' | 'nobody' | 'last admin' | 'other workspace';

/**
 * Erases somebody from a workspace, for one of its admins: name and address from their row, their
 * account, what other people wrote, and every live document with its log and snapshot. What they did
 * stays as a former member's. All of it in one transaction.
 */
export async function erasePerson(
	database: Database,
	rooms: OpenRooms,
	workspace: string,
	admin: string,
	person: string
): Promise<Erased> {
	const changed: { name: string; update: Uint8Array }[] = [];
	try {
		const found = await database.transaction(async (queries) => {
			await queries.query(
				`select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
					set_config('role', 'authenticated', true)`,
				[JSON.stringify({ sub: admin, role: 'authenticated' }), admin]
			);
			const [who] = await queries.query<{ name: string; email: string }>(
				'select name, email from private.begin_erasure($1::text::uuid, $2::text::uuid)',
				[workspace, person]
			);
			await queries.query(`select set_config('role', 'none', true)`);
			if (!who) return false;
			const words = wordsOf(who);
			for (const name of await documentsOf(queries, workspace)) {
				const update = await rewrite(queries, name, words);
				if (update) changed.push({ name, update });
			}
			await queries.query('select private.replace_words($1::text::uuid, $2, $3)', [
				workspace,
				patternOf(words),
				formerMember
			]);
			await queries.query('select private.erase_person($1::text::uuid, $2)', [
				person,
				formerMember
			]);
			// Last: a word is forgotten once no passage has it any more.
			await queries.query('select private.forget_words($1::text::uuid, $2)', [workspace, who.name]);
			return true;
		});
		if (!found) return 'nobody';
	} catch (error) {
		const hint = error instanceof Error && 'hint' in error ? error.hint : undefined;
		if (hint === 'last_admin') return 'last admin';
		if (hint === 'other_workspace') return 'other workspace';
		throw error;
	}
	for (const { name, update } of changed) {
		const subject = subjectOf(name);
		if (subject) rooms.find(subject)?.room.takeStored([update]);
	}
	return 'erased';
}

async function documentsOf(queries: Queries, workspace: string): Promise<string[]> {
	const rows = await queries.query<{ name: string }>(
		`select d.name from private.documents d join public.teams t on t.id = d.team_id
		where t.workspace_id = $1::text::uuid order by d.name`,
		[workspace]
	);
	return rows.map(({ name }) => name);
}

/**
 * Writes a document anew without the words, its log folded in: what was deleted long ago could still
 * stand there. Answers the change for rooms that have it open; undefined when no word was in it.
 */
async function rewrite(
	queries: Queries,
	name: string,
	words: readonly string[]
): Promise<Uint8Array | undefined> {
	const [document] = await queries.query<{ snapshot: Uint8Array | null; through: number }>(
		`select snapshot, snapshot_through::int as through from private.documents where name = $1 for update`,
		[name]
	);
	const rows = await queries.query<{ id: number; data: Uint8Array }>(
		'select id, data from private.updates where document = $1 order by id',
		[name]
	);
	const doc = new Y.Doc();
	for (const update of [document?.snapshot, ...rows.map(({ data }) => data)])
		if (update) Y.applyUpdate(doc, update);
	const before = Y.encodeStateVector(doc);
	const changed = eraseFromDocument(doc, words);
	if (!changed && rows.length === 0) return undefined;
	const update = Y.encodeStateAsUpdate(doc, before);
	const last =
		rows.length > 0 ? Math.max(...rows.map(({ id }) => Number(id))) : (document?.through ?? 0);
	await queries.query(
		`update private.documents set snapshot = $2, snapshot_through = $3, outline = $4, outline_through = $3
		where name = $1`,
		[name, Y.encodeStateAsUpdate(doc), last, writeOutline(doc)]
	);
	await queries.query(
		`delete from private.updates where document = $1
		and id in (select value::bigint from jsonb_array_elements_text($2::text::jsonb))`,
		[name, JSON.stringify(rows.map(({ id }) => Number(id)))]
	);
	return changed ? update : undefined;
}
