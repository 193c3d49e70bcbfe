import * as v from 'valibot';
import type { Step } from '#lib/meeting/format.ts';
import { Steps } from '#lib/meeting/steps.ts';
import type { Db } from './db.ts';

/** A team's own agenda. `origin` is the key of the format it began as. */
export type TeamFormat = { id: string; origin: string; name: string; steps: Step[] };

export async function findFormat(
	db: Db,
	team: string,
	id: string
): Promise<TeamFormat | undefined> {
	const { data } = await db
		.from('formats')
		.select('id, origin, name, steps')
		.eq('id', id)
		.eq('team_id', team)
		.maybeSingle()
		.throwOnError();
	return data ? { ...data, steps: v.parse(Steps, data.steps) } : undefined;
}

export async function addFormat(db: Db, team: string, format: TeamFormat): Promise<void> {
	await db
		.from('formats')
		.insert({ ...format, team_id: team })
		.throwOnError();
}

/** False when it is not theirs to change. */
export async function editFormat(
	db: Db,
	team: string,
	id: string,
	change: { name: string; steps: Step[] }
): Promise<boolean> {
	const { data } = await db
		.from('formats')
		.update(change)
		.eq('id', id)
		.eq('team_id', team)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
