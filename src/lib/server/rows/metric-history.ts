import { nominate, type Nomination } from '#lib/scorecard/nominate.ts';
import { rowOf, type ScorecardRow } from '#lib/scorecard/row.ts';
import { verdictOf, type Point } from '#lib/scorecard/verdict.ts';
import type { Db } from './db.ts';
import { metricColumns, toMetric } from './metrics.ts';

/** A reading with who entered it and when; corrected ones say so. */
export type KeptReading = Point & { by: string | null; at: string; note: string };

export type Correction = {
	id: string;
	period: string;
	was: number;
	became: number;
	by: string | null;
	at: string;
	note: string;
};

/** A hot item that was raised from the metric. */
export type RaisedItem = {
	id: string;
	title: string;
	state: string;
	meeting: { id: string; occursOn: string };
};

export type MetricHistory = {
	row: ScorecardRow;
	nomination: Nomination | undefined;
	readings: KeptReading[];
	corrections: Correction[];
	items: RaisedItem[];
	baseline: { reason: string; by: string | null };
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
			`${metricColumns}, baseline_reason, baseline_by, readings(period, value, entered_by, entered_at, note), reading_corrections(id, period, was, became, corrected_by, corrected_at, note)`
		)
		.eq('team_id', team)
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!data) return undefined;
	const { data: items } = await db
		.from('hot_items')
		.select('id, title, state, meeting_id, meetings(occurs_on)')
		.eq('team_id', team)
		.eq('metric_id', id)
		.throwOnError();
	const metric = toMetric(data);
	const kept = data.readings.toSorted((a, b) => (a.period < b.period ? -1 : 1));
	const verdict = verdictOf(
		metric,
		kept.map(({ period, value }) => ({ period, value: Number(value) }))
	);
	const [nomination] = nominate([{ metric, verdict, since: metric.since }], today);
	return {
		row: rowOf(metric, verdict.points, today, verdict),
		nomination,
		readings: verdict.points
			.map((point, index) => ({
				...point,
				by: kept[index]?.entered_by ?? null,
				at: kept[index]?.entered_at ?? '',
				note: kept[index]?.note ?? ''
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
				note: row.note
			}))
			.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
		items: items
			.map((row) => ({
				id: row.id,
				title: row.title,
				state: row.state,
				meeting: { id: row.meeting_id, occursOn: row.meetings?.occurs_on ?? '' }
			}))
			.toSorted((a, b) => (a.meeting.occursOn < b.meeting.occursOn ? 1 : -1)),
		baseline: { reason: data.baseline_reason, by: data.baseline_by }
	};
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
