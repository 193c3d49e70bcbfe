import type { Db } from './db.ts';

/** What the team wants to reach in a cycle of three to six months, such as `Q4 2026`. */
export type Objective = {
	id: string;
	title: string;
	cycle: string;
	owner: string | null;
	endedAt: string | null;
};
export type ObjectiveFields = { title: string; cycle: string; owner: string | null };

/** Active ones first in their order, then what has ended, the latest first. */
export async function listObjectives(db: Db, team: string): Promise<Objective[]> {
	const { data } = await db
		.from('objectives')
		.select('id, title, cycle, owner_id, ended_at')
		.eq('team_id', team)
		.order('ended_at', { ascending: false, nullsFirst: true })
		.order('position')
		.order('created_at')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		cycle: row.cycle,
		owner: row.owner_id,
		endedAt: row.ended_at && new Date(row.ended_at).toISOString()
	}));
}

export async function addObjective(
	db: Db,
	team: string,
	{ title, cycle, owner }: ObjectiveFields
): Promise<void> {
	const { data } = await db
		.from('objectives')
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	const position = (data[0]?.position ?? 0) + 1;
	await db
		.from('objectives')
		.insert({ team_id: team, title, cycle, owner_id: owner, position })
		.throwOnError();
}

/** False when the team has no such objective, or this person may not. */
export async function editObjective(
	db: Db,
	team: string,
	id: string,
	{ title, cycle, owner }: ObjectiveFields
): Promise<boolean> {
	return change(db, team, id, { title, cycle, owner_id: owner });
}

/** Ends a objective, or takes it up again. */
export async function endObjective(
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
	row: { title?: string; cycle?: string; owner_id?: string | null; ended_at?: string | null }
): Promise<boolean> {
	const { data } = await db
		.from('objectives')
		.update(row)
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
