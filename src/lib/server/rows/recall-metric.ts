import { fromLibrary, library } from '#lib/scorecard/library.ts';
import { periodOf } from '#lib/scorecard/period.ts';
import { readRecall } from '#lib/message/recall.ts';
import type { Db } from './db.ts';
import { addMetric, enterReading, listMetrics, type ListedMetric } from './metrics.ts';
import { listRounds } from './recall.ts';
import { findToday } from './time-zone.ts';

/** What the metric of the library is called, and so what a team that took it calls it. */
const name = 'Strategy recall';

/** The metric a team keeps its recall rounds as, if it watches one. */
export async function findRecallMetric(db: Db, team: string): Promise<ListedMetric | undefined> {
	return (await listMetrics(db, team)).find((metric) => metric.name === name);
}

/**
 * Keeps what a revealed round says as the reading of today's period: the share of leaders who named
 * enough priorities, in per cent. Does nothing when the team does not watch it, or nobody answered.
 */
export async function keepRecall(
	db: Db,
	team: string,
	person: string,
	round: string
): Promise<void> {
	const [metric, rounds] = await Promise.all([findRecallMetric(db, team), listRounds(db, team)]);
	const revealed = rounds.find(({ id }) => id === round);
	if (!metric || !revealed) return;
	const nothing = { what: '', why: '', how: '', howMuch: '' };
	const { recalled } = readRecall(nothing, revealed.priorities, revealed.answers);
	if (recalled === null) return;
	const period = periodOf(await findToday(db, person), metric.cadence);
	const value = Math.round(recalled * 100);
	const why = `From a recall round with ${revealed.answers.length} answers`;
	await enterReading(db, team, person, { metric: metric.id, period, value }, why);
}

/** Puts the metric on the scorecard, with the newest round as its first reading. */
export async function watchRecall(db: Db, team: string, person: string): Promise<void> {
	const metric = library.find((one) => one.name === name);
	if (!metric || (await findRecallMetric(db, team))) return;
	await addMetric(db, team, fromLibrary(metric));
	const [newest] = await listRounds(db, team);
	if (newest) await keepRecall(db, team, person, newest.id);
}
