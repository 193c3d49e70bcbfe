import { addDays } from '#lib/calendar/day.ts';
import { lifeOf, type Life } from '#lib/scorecard/life.ts';
import { lookBack, recurrent, type Recurrent } from '#lib/scorecard/recurrent.ts';
import { listLeftItems } from './left-items.ts';
import type { RaisedItem, Restart } from '#lib/scorecard/annotations.ts';
import { nominate, type Nomination } from '#lib/scorecard/nominate.ts';
import { rowOf, type ScorecardRow } from '#lib/scorecard/row.ts';
import { verdictOf, type Point } from '#lib/scorecard/verdict.ts';
import type { Db } from './db.ts';
import { metricColumns, toMetric } from './metrics.ts';
import { stoppedColumns, toStopped, type NoLongerWatched } from './watching.ts';

/** A reading with who entered it and when; corrected ones say so. */
export type KeptReading = Point & {
	by: string | null;
	at: string;
	note: string;
	/** A program brought it, with a token. */
	isFromProgram: boolean;
};

export type Correction = {
	id: string;
	period: string;
	was: number;
	became: number;
	by: string | null;
	at: string;
	note: string;
	/** The program that had brought the old value; empty for a person. */
	program: string;
};

export type MetricHistory = {
	row: ScorecardRow;
	nomination: Nomination | undefined;
	/** What became of its latest hot item. */
	life: Life | undefined;
	/** How often it was hot, when that was too often. */
	often: Recurrent | undefined;
	readings: KeptReading[];
	corrections: Correction[];
	items: RaisedItem[];
	/** Each time its limits were started anew, the latest first. */
	restarts: Restart[];
	baseline: { reason: string; by: string | null };
	/** The address of its dashboard; empty for none. */
	dashboard: string;
	/** Since when and why nobody watches it. */
	stopped: NoLongerWatched | undefined;
};

/**
 * Everything that is known of a metric, newest readings first; undefined when the team has none of
 * this id.
 *
 * @param today ISO date
 */
export async function findMetric(
	db: Db,
	team: string,
	id: string,
	today: string
): Promise<MetricHistory | undefined> {
	const { data } = await db
		.from('metrics')
		.select(
			`${metricColumns}, ${stoppedColumns}, dashboard, baseline_reason, baseline_by, readings(period, value, entered_by, entered_at, note, token_id), reading_corrections(id, period, was, became, corrected_by, corrected_at, note, program), baselines(id, period, reason, set_at)`
		)
		.eq('team_id', team)
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!data) return undefined;
	const [items, left] = await Promise.all([
		listRaised(db, team, id),
		listLeftItems(db, team, addDays(today, -366))
	]);
	const metric = toMetric(data);
	const kept = data.readings.toSorted((a, b) => (a.period < b.period ? -1 : 1));
	const verdict = verdictOf(
		metric,
		kept.map(({ period, value }) => ({ period, value: Number(value) }))
	);
	const life = lifeOf(metric, verdict.points, left, today);
	const [nomination] = nominate([{ metric, verdict, life, since: metric.since }], today);
	return {
		row: rowOf(metric, verdict.points, today, verdict),
		nomination,
		life,
		often: recurrent(left, lookBack(today)).find((one) => one.metric === metric.id),
		readings: verdict.points
			.map((point, index) => ({
				...point,
				by: kept[index]?.entered_by ?? null,
				at: kept[index]?.entered_at ?? '',
				note: kept[index]?.note ?? '',
				isFromProgram: kept[index]?.token_id != null
			}))
			.toReversed(),
		corrections: data.reading_corrections
			.map((row) => ({
				id: row.id,
				period: row.period,
				was: Number(row.was),
				became: Number(row.became),
				by: row.corrected_by,
				at: row.corrected_at,
				note: row.note,
				program: row.program
			}))
			.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
		items,
		restarts: data.baselines
			.map((row) => ({ id: row.id, period: row.period, reason: row.reason, at: row.set_at }))
			.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
		baseline: { reason: data.baseline_reason, by: data.baseline_by },
		dashboard: data.dashboard,
		stopped: toStopped(data)
	};
}

/** The hot items that were raised from a metric, with what was decided on each, the latest first. */
async function listRaised(db: Db, team: string, metric: string): Promise<RaisedItem[]> {
	const { data: items } = await db
		.from('hot_items')
		.select('id, title, kind, state, meeting_id, meetings(occurs_on, state)')
		.eq('team_id', team)
		.eq('metric_id', metric)
		.throwOnError();
	if (items.length === 0) return [];
	// A decision keeps the id of its item, which may be gone: the database knows no reference.
	const { data: decisions } = await db
		.from('decisions')
		.select('id, title, hot_item_id')
		.eq('team_id', team)
		.in(
			'hot_item_id',
			items.map(({ id }) => id)
		)
		.order('captured_at')
		.throwOnError();
	return items
		.map((row): RaisedItem => ({
			id: row.id,
			title: row.title,
			kind: row.kind === 'opportunity' ? 'opportunity' : 'hot',
			state: row.state,
			meeting: {
				id: row.meeting_id,
				occursOn: row.meetings?.occurs_on ?? '',
				isClosed: row.meetings?.state === 'closed'
			},
			decisions: decisions
				.filter(({ hot_item_id }) => hot_item_id === row.id)
				.map(({ id, title }) => ({ id, title }))
		}))
		.toSorted((a, b) => (a.meeting.occursOn < b.meeting.occursOn ? 1 : -1));
}

/**
 * Lets the natural limits start from a period, or from the first reading again. False when the team
 * has no such metric, or this person may not.
 */
export async function rebase(
	db: Db,
	team: string,
	id: string,
	person: string,
	from: string | null,
	reason: string
): Promise<boolean> {
	const { data } = await db
		.from('metrics')
		.update({ baseline_from: from, baseline_reason: reason, baseline_by: person })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
