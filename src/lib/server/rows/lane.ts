import * as v from 'valibot';
import { lanes, type Lane } from '#lib/diagnosis/pillars.ts';
import type { Db } from './db.ts';

/** The lane a team has chosen to win in, by whom and when (an instant); null when it has not. */
export async function findLane(
	db: Db,
	team: string
): Promise<{ lane: Lane; by: string | null; at: string } | null> {
	const { data } = await db
		.from('chosen_lanes')
		.select('lane, chosen_by, chosen_at')
		.eq('team_id', team)
		.order('chosen_at', { ascending: false })
		.limit(1)
		.maybeSingle()
		.throwOnError();
	return data && v.is(v.picklist(lanes), data.lane)
		? { lane: data.lane, by: data.chosen_by, at: new Date(data.chosen_at).toISOString() }
		: null;
}

export async function chooseLane(db: Db, team: string, person: string, lane: Lane): Promise<void> {
	await db.from('chosen_lanes').insert({ team_id: team, lane, chosen_by: person }).throwOnError();
}
