import { error } from '@sveltejs/kit';
import { cycleAfter } from '#lib/retrospective/disposition.ts';
import type { RetrospectiveRecord } from '#lib/retrospective/record.ts';
import { loadRecord } from '#lib/server/rows/retrospectives.ts';
import type { Db } from '#lib/server/rows/db.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The record of a closed retrospective. @throws a 404 where there is none to be seen */
export async function findRecord(
	{ db }: App.Locals,
	team: string,
	id: string
): Promise<RetrospectiveRecord> {
	const record = uuid.test(id) ? await loadRecord(db, team, id) : undefined;
	if (!record) error(404, 'There is no such record, or you may not see it.');
	return record;
}

export type NextCycle = { id: string | null; name: string; startsOn: string; endsOn: string };

/** The cycle after one: the team's own, or, while there is none, as it would follow. */
export async function findNextCycle(
	db: Db,
	team: string,
	cycle: RetrospectiveRecord['cycle']
): Promise<NextCycle> {
	const { data } = await db
		.from('cycles')
		.select('id, name, starts_on, ends_on')
		.eq('team_id', team)
		.gt('starts_on', cycle.endsOn)
		.order('starts_on')
		.limit(1)
		.throwOnError();
	const [found] = data;
	if (!found) return { id: null, ...cycleAfter(cycle) };
	const { id, name, starts_on, ends_on } = found;
	return { id, name, startsOn: starts_on, endsOn: ends_on };
}
