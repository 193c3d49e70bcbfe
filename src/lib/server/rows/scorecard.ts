import { nominate, type Nomination } from '#lib/scorecard/nominate.ts';
import { recurrent, type RaisedFrom, type Recurrent } from '#lib/scorecard/recurrent.ts';
import { rowOf, type ScorecardRow } from '#lib/scorecard/row.ts';
import { candidates, type Candidate } from '#lib/scorecard/stop-watching.ts';
import { verdictOf } from '#lib/scorecard/verdict.ts';
import type { Db } from './db.ts';
import { metricColumns, toMetric } from './metrics.ts';

export type Scorecard = {
	rows: ScorecardRow[];
	nominations: Nomination[];
	/** What was hot again and again. */
	recurrent: Recurrent[];
	/** What the team might stop watching. */
	candidates: Candidate[];
};

/**
 * The scorecard of a team with what its rules nominate. All readings come along, in one question:
 * natural limits start from the first of them.
 *
 * @param today ISO date
 */
export async function loadScorecard(db: Db, team: string, today: string): Promise<Scorecard> {
	const [{ data: metrics }, { data: answers }, { data: items }] = await Promise.all([
		db
			.from('metrics')
			.select(`${metricColumns}, readings(period, value)`)
			.eq('team_id', team)
			.is('removed_at', null)
			.order('position')
			.order('name')
			.throwOnError(),
		db
			.from('nomination_answers')
			.select('metric_id, quiet_until')
			.eq('team_id', team)
			.gte('quiet_until', today)
			.throwOnError(),
		db
			.from('hot_items')
			.select('metric_id, kind, continues, meetings!inner(occurs_on, state)')
			.eq('team_id', team)
			.not('metric_id', 'is', null)
			.eq('meetings.state', 'closed')
			.throwOnError()
	]);
	const judged = metrics.map((row) => {
		const metric = toMetric(row);
		const readings = row.readings
			.map(({ period, value }) => ({ period, value: Number(value) }))
			.toSorted((a, b) => (a.period < b.period ? -1 : 1));
		return { metric, readings, verdict: verdictOf(metric, readings) };
	});
	const raised = items.flatMap((row): RaisedFrom[] =>
		row.metric_id
			? [
					{
						metric: row.metric_id,
						occursOn: row.meetings.occurs_on,
						kind: row.kind === 'opportunity' ? 'opportunity' : 'hot',
						isContinued: row.continues !== null
					}
				]
			: []
	);
	return {
		rows: judged.map(({ metric, readings, verdict }) => rowOf(metric, readings, today, verdict)),
		nominations: nominate(
			judged.map(({ metric, verdict }) => ({ metric, verdict, since: metric.since })),
			today,
			answers.map((row) => ({ metric: row.metric_id, quietUntil: row.quiet_until }))
		),
		recurrent: recurrent(raised, today),
		candidates: candidates(
			judged.map(({ metric, verdict }) => ({
				metric,
				points: verdict.points,
				lastHot: raised
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
 * Keeps what a person said to a nomination, so that it is not made again at once. False when the
 * team has no such metric, or this person may not.
 *
 * @param quietUntil ISO date
 */
export async function answerNomination(
	db: Db,
	team: string,
	person: string,
	said: {
		metric: string;
		rule: string;
		answer: 'accepted' | 'declined';
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
		answer: said.answer,
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
