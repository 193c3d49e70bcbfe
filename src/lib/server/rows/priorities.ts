import type { Db } from './db.ts';

/** What the team puts first; at most five at a time, each with one accountable owner. */
export type Priority = { id: string; title: string; owner: string | null; endedAt: string | null };
export type PriorityFields = { title: string; owner: string | null };

/** Active ones first in their order, then what has ended, the latest first. */
export async function listPriorities(db: Db, team: string): Promise<Priority[]> {
	const { data } = await db
		.from('priorities')
		.select('id, title, owner_id, ended_at')
		.eq('team_id', team)
		.order('ended_at', { ascending: false, nullsFirst: true })
		.order('position')
		.order('created_at')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		endedAt: row.ended_at && new Date(row.ended_at).toISOString()
	}));
}

export async function addPriority(
	db: Db,
	team: string,
	{ title, owner }: PriorityFields
): Promise<void> {
	const { data } = await db
		.from('priorities')
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	const position = (data[0]?.position ?? 0) + 1;
	await db
		.from('priorities')
		.insert({ team_id: team, title, owner_id: owner, position })
		.throwOnError();
}

/** False when the team has no such priority, or this person may not. */
export async function editPriority(
	db: Db,
	team: string,
	id: string,
	{ title, owner }: PriorityFields
): Promise<boolean> {
	return change(db, team, id, { title, owner_id: owner });
}

/** Ends a priority, or takes it up again. */
export async function endPriority(
	db: Db,
	team: string,
	id: string,
	endedAt: Date | null
): Promise<boolean> {
	return change(db, team, id, { ended_at: endedAt?.toISOString() ?? null });
}

async function change(
	db: Db,
	team: string,
	id: string,
	row: { title?: string; owner_id?: string | null; ended_at?: string | null }
): Promise<boolean> {
	const { data } = await db
		.from('priorities')
		.update(row)
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
