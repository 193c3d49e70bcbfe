import * as v from 'valibot';
import { overdue } from '#lib/scorecard/period.ts';
import type { Db } from './db.ts';

const count = v.number();
const Needs = v.object({
	missed: count,
	words: count,
	toTell: count,
	due: count,
	readings: v.array(
		v.object({
			cadence: v.picklist(['week', 'month', 'quarter']),
			since: v.string(),
			newest: v.nullable(v.string())
		})
	),
	off: v.array(v.string())
});

/** How many things of a team need whoever asks, as its catch-up page lists them: what a badge says. */
export async function countMyNeeds(db: Db, team: string, today: string): Promise<number> {
	const { data } = await db.rpc('count_needs', { of_team: team, today }).throwOnError();
	const needs = v.parse(Needs, data);
	const late = needs.readings.filter(({ cadence, newest, since }) =>
		overdue(cadence, newest ?? undefined, since, today)
	).length;
	const wanted = (kind: string, things: number) => (needs.off.includes(kind) ? 0 : things);
	return (
		wanted('acknowledge', needs.missed) +
		wanted('mention', needs.words) +
		wanted('due', needs.due) +
		wanted('readings', late) +
		needs.toTell
	);
}
