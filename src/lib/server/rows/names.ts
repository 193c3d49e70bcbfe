import type { Db } from './db.ts';

/** What can be picked in a list: its id and what it is called. */
export type Named = { id: string; name: string };

/** The weekly meetings that go on. */
export async function listSeriesNames(db: Db, team: string): Promise<Named[]> {
	const { data } = await db
		.from('series')
		.select('id, name')
		.eq('team_id', team)
		.is('ended_at', null)
		.order('name')
		.throwOnError();
	return data;
}

/** The objectives that go on. */
export async function listObjectiveNames(db: Db, team: string): Promise<Named[]> {
	const { data } = await db
		.from('objectives')
		.select('id, title')
		.eq('team_id', team)
		.is('ended_at', null)
		.order('position')
		.order('title')
		.throwOnError();
	return data.map(({ id, title }) => ({ id, name: title }));
}
