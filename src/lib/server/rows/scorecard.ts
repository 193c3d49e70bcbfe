import { lifeOf, type LeftItem } from '#lib/scorecard/life.ts';
import {
	heldBack,
	nominate,
	type Answer,
	type HeldBack,
	type Nomination
} from '#lib/scorecard/nominate.ts';
import { lookBack, recurrent, type Recurrent } from '#lib/scorecard/recurrent.ts';
import { rowOf, type ScorecardRow } from '#lib/scorecard/row.ts';
import { candidates, type Candidate } from '#lib/scorecard/stop-watching.ts';
import { verdictOf } from '#lib/scorecard/verdict.ts';
import type { Db } from './db.ts';
import { toMetric, type MetricRow } from './metrics.ts';

export type Scorecard = {
	rows: ScorecardRow[];
	nominations: Nomination[];
	/** What the team is at already, or knows to be usual at this time of the year. */
	held: HeldBack[];
	/** What was hot again and again. */
	recurrent: Recurrent[];
	/** What the team might stop watching. */
	candidates: Candidate[];
};

/** What `read_scorecard` answers; a metric's readings are two lists, oldest first. */
export type FoundScorecard = {
	metrics: { metric: MetricRow; periods: string[]; amounts: number[] }[];
	answers: Answer[];
	items: LeftItem[];
};

/**
 * The scorecard of a team with what its rules nominate. All readings come along, in one question:
 * natural limits start from the first of them.
 *
 * @param today ISO date
 */
export async function loadScorecard(db: Db, team: string, today: string): Promise<Scorecard> {
	const { data } = await db.rpc('read_scorecard', { of_team: team, today }).throwOnError();
	return judgeScorecard(data as unknown as FoundScorecard, today);
}

/** Judges every metric by its readings, and by what became of its hot items. */
export function judgeScorecard(found: FoundScorecard, today: string): Scorecard {
	const judged = found.metrics.map(({ metric: row, periods, amounts }) => {
		const metric = toMetric(row);
		const readings = periods.map((period, index) => ({ period, value: Number(amounts[index]) }));
		const verdict = verdictOf(metric, readings);
		const life = lifeOf(metric, verdict.points, found.items, today);
		return { metric, readings, verdict, life, since: metric.since };
	});
	return {
		rows: judged.map(({ metric, readings, verdict }) => rowOf(metric, readings, today, verdict)),
		nominations: nominate(judged, today, found.answers),
		held: heldBack(judged, today),
		recurrent: recurrent(found.items, lookBack(today)),
		candidates: candidates(
			judged.map(({ metric, verdict }) => ({
				metric,
				points: verdict.points,
				lastHot: found.items
					.filter((item) => item.metric === metric.id)
					.map(({ occursOn }) => occursOn)
					.toSorted()
					.at(-1)
			})),
			today
		)
	};
}

/**
 * Keeps why a person declined a nomination, so that it is not made again at once. False when the
 * team has no such metric, or this person may not.
 *
 * @param quietUntil ISO date
 */
export async function declineNomination(
	db: Db,
	team: string,
	person: string,
	said: {
		metric: string;
		rule: string;
		reason: string;
		quietUntil: string;
	}
): Promise<boolean> {
	const { data: metric } = await db
		.from('metrics')
		.select('id')
		.eq('team_id', team)
		.eq('id', said.metric)
		.maybeSingle()
		.throwOnError();
	if (!metric) return false;
	const { error } = await db.from('nomination_answers').insert({
		metric_id: said.metric,
		team_id: team,
		answer: 'declined',
		rule: said.rule,
		reason: said.reason,
		quiet_until: said.quietUntil,
		answered_by: person
	});
	// The database decides who may; an observer reads what was answered.
	if (error?.code === '42501') return false;
	if (error) throw error;
	return true;
}
