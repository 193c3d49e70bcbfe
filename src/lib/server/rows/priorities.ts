import type { PostgrestError } from '@supabase/supabase-js';
import type { PartOf } from '#lib/execution/carried-priority.ts';
import type { TablesUpdate } from '../database-types.ts';
import type { Db } from './db.ts';

/** What the team puts first; at most five at a time, each with one accountable owner. */
export type Priority = {
	id: string;
	title: string;
	owner: string | null;
	/** ISO time; null while it is active. */
	endedAt: string | null;
	endedAs: Ended | null;
};
export type Ended = 'finished' | 'parked';
export type PriorityFields = { title: string; owner: string | null };

/** Active ones first in their order, then what has ended, the latest first. */
export async function listPriorities(db: Db, team: string): Promise<Priority[]> {
	const { data } = await db
		.from('priorities')
		.select('id, title, owner_id, ended_at, ended_as')
		.eq('team_id', team)
		.order('ended_at', { ascending: false, nullsFirst: true })
		.order('position')
		.order('created_at')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		endedAt: row.ended_at && new Date(row.ended_at).toISOString(),
		endedAs: row.ended_as === 'finished' || row.ended_as === 'parked' ? row.ended_as : null
	}));
}

/** Adds one behind the others, with the id it is given; false when five are active already. */
export async function addPriority(
	db: Db,
	team: string,
	{ title, owner }: PriorityFields,
	id: string = crypto.randomUUID()
): Promise<boolean> {
	const { data } = await db
		.from('priorities')
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	const position = (data[0]?.position ?? 0) + 1;
	const { error } = await db
		.from('priorities')
		.insert({ id, team_id: team, title, owner_id: owner, position });
	return isRoom(error);
}

/** False when the team has no such priority, or this person may not. */
export async function editPriority(
	db: Db,
	team: string,
	id: string,
	{ title, owner }: PriorityFields
): Promise<boolean> {
	return (await change(db, team, id, { title, owner_id: owner })) === 'changed';
}

/** What else is said of a priority. */
export type PriorityNotes = {
	title: string;
	why: string;
	expectation: string;
	notDoing: string;
	goal: string | null;
	weight: number;
	weeklyAlert: boolean;
};

/** False when the team has no such priority, or this person may not. */
export async function describePriority(
	db: Db,
	team: string,
	id: string,
	{ notDoing, goal, weeklyAlert, ...same }: PriorityNotes
): Promise<boolean> {
	const row = { ...same, not_doing: notDoing, goal_id: goal, weekly_alert: weeklyAlert };
	return (await change(db, team, id, row)) === 'changed';
}

/** Names who answers for a priority; the database keeps who did before. */
export async function giveOwner(
	db: Db,
	team: string,
	id: string,
	owner: string | null
): Promise<boolean> {
	return (await change(db, team, id, { owner_id: owner })) === 'changed';
}

/** Ends a priority in one of two ways, or takes it up again, unless five others are active. */
export async function endPriority(
	db: Db,
	team: string,
	id: string,
	end: { at: Date; as: Ended } | null
): Promise<'changed' | 'none' | 'five are active'> {
	return change(db, team, id, {
		ended_at: end?.at.toISOString() ?? null,
		ended_as: end?.as ?? null
	});
}

/** Gives somebody a part in a priority, another one than before, or none. */
export async function givePart(
	db: Db,
	team: string,
	priority: string,
	person: string,
	part: PartOf['part'] | null
): Promise<void> {
	if (part === null)
		await db
			.from('priority_parts')
			.delete()
			.eq('team_id', team)
			.eq('priority_id', priority)
			.eq('person_id', person)
			.throwOnError();
	else {
		const { data } = await db
			.from('priority_parts')
			.update({ part })
			.eq('team_id', team)
			.eq('priority_id', priority)
			.eq('person_id', person)
			.select('part')
			.throwOnError();
		if (data.length > 0) return;
		const row = { team_id: team, priority_id: priority, person_id: person, part };
		await db.from('priority_parts').insert(row).throwOnError();
	}
}

async function change(
	db: Db,
	team: string,
	id: string,
	row: TablesUpdate<'priorities'>
): Promise<'changed' | 'none' | 'five are active'> {
	const { data, error } = await db
		.from('priorities')
		.update(row)
		.eq('team_id', team)
		.eq('id', id)
		.select('id');
	if (!isRoom(error)) return 'five are active';
	return (data ?? []).length > 0 ? 'changed' : 'none';
}

/** Whether the database had room for one more; anything else it says is thrown. */
function isRoom(error: PostgrestError | null): boolean {
	// The embedded database has no codes of its own for this: the words are the same everywhere.
	if (error?.message.includes('five priorities are active')) return false;
	if (error) throw error;
	return true;
}
