import * as v from 'valibot';
import {
	Area,
	CadenceOf,
	Direction,
	PathStep,
	Perspective,
	type Metric,
	type Reading
} from '#lib/scorecard/metric.ts';
import type { Tables, TablesUpdate } from '../database-types.ts';
import type { Db } from './db.ts';

/** Everything a metric is judged and shown by. */
export const metricColumns =
	'id, key, name, area, perspective, is_leading, cadence, unit, decimals, direction, target, lower, upper, tolerance, path, owner_id, definition, formula, source, season, low_months, high_months, response, responder_id, leads, goal_id, baseline_from, created_at' as const;

export type MetricRow = Pick<
	Tables<'metrics'>,
	| 'id'
	| 'key'
	| 'name'
	| 'area'
	| 'perspective'
	| 'is_leading'
	| 'cadence'
	| 'unit'
	| 'decimals'
	| 'direction'
	| 'target'
	| 'lower'
	| 'upper'
	| 'tolerance'
	| 'path'
	| 'owner_id'
	| 'definition'
	| 'formula'
	| 'source'
	| 'season'
	| 'low_months'
	| 'high_months'
	| 'response'
	| 'responder_id'
	| 'leads'
	| 'goal_id'
	| 'baseline_from'
	| 'created_at'
>;

/** A metric on the scorecard, with the day it was put there (ISO date). */
export type ListedMetric = Metric & {
	since: string;
	/** What programs call it; each is there once in a team. */
	key: string;
};

export function toMetric(row: MetricRow): ListedMetric {
	return {
		id: row.id,
		name: row.name,
		area: v.parse(v.fallback(Area, 'operations'), row.area),
		perspective: v.parse(v.fallback(Perspective, 'operational'), row.perspective),
		leading: row.is_leading,
		cadence: v.parse(v.fallback(CadenceOf, 'week'), row.cadence),
		unit: row.unit,
		decimals: row.decimals,
		direction: v.parse(v.fallback(Direction, 'up'), row.direction),
		target: toNumber(row.target),
		lower: toNumber(row.lower),
		upper: toNumber(row.upper),
		tolerance: toNumber(row.tolerance),
		path: v.parse(v.fallback(v.array(PathStep), []), row.path),
		owner: row.owner_id,
		definition: row.definition,
		formula: row.formula,
		source: row.source,
		season: row.season,
		lowMonths: row.low_months,
		highMonths: row.high_months,
		response: row.response,
		responder: row.responder_id,
		leads: row.leads,
		goal: row.goal_id,
		baselineFrom: row.baseline_from,
		key: row.key,
		since: row.created_at.slice(0, 10)
	};
}

/** What the team counts now, in the order it was arranged. */
export async function listMetrics(db: Db, team: string): Promise<ListedMetric[]> {
	const { data } = await db
		.from('metrics')
		.select(metricColumns)
		.eq('team_id', team)
		.is('removed_at', null)
		.order('position')
		.order('name')
		.throwOnError();
	return data.map(toMetric);
}

/** The readings of a team from the week of this Monday on. */
export async function listReadings(db: Db, team: string, from: string): Promise<Reading[]> {
	const { data } = await db
		.from('readings')
		.select('metric_id, period, value')
		.eq('team_id', team)
		.gte('period', from)
		.order('period')
		.throwOnError();
	return data.map((row) => ({
		metric: row.metric_id,
		period: row.period,
		value: Number(row.value)
	}));
}

/** Some backends hand a numeric over as text, so that no digit is lost. */
function toNumber(value: number | string | null): number | null {
	return value === null ? null : Number(value);
}

/**
 * Enters or corrects one reading. False when the team has no such metric.
 *
 * @param why it is corrected, in the words of whoever does
 */
export async function enterReading(
	db: Db,
	team: string,
	person: string,
	{ metric, period, value }: Reading,
	why = ''
): Promise<boolean> {
	const { data } = await db
		.from('metrics')
		.select('id')
		.eq('team_id', team)
		.eq('id', metric)
		.maybeSingle()
		.throwOnError();
	if (!data) return false;
	await db
		.from('readings')
		.upsert(
			{
				metric_id: metric,
				team_id: team,
				period,
				value,
				entered_by: person,
				entered_at: new Date().toISOString(),
				// What a program left there is not said of a person.
				note: why
			},
			{ onConflict: 'metric_id,period' }
		)
		.throwOnError();
	return true;
}

/** What a person decides about a metric; its baseline is set apart, with a reason. */
export type MetricFields = Omit<Metric, 'id' | 'baselineFrom'>;

/** Puts a new metric behind the others. */
export function addMetric(db: Db, team: string, metric: MetricFields): Promise<void> {
	return addMetrics(db, team, [metric]);
}

/** Puts new metrics behind the others, in their order. */
export async function addMetrics(
	db: Db,
	team: string,
	metrics: readonly MetricFields[]
): Promise<void> {
	if (metrics.length === 0) return;
	const { data } = await db
		.from('metrics')
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	const first = (data[0]?.position ?? 0) + 1;
	await db
		.from('metrics')
		.insert(
			metrics.map((metric, index) => ({
				...toRow(metric),
				team_id: team,
				position: first + index
			}))
		)
		.throwOnError();
}

/** False when the team has no such metric, or this person may not. */
export async function editMetric(
	db: Db,
	team: string,
	id: string,
	metric: MetricFields
): Promise<boolean> {
	return change(db, team, id, toRow(metric));
}

/** Targets with the day each counts from, in their order. */
export async function setPath(
	db: Db,
	team: string,
	id: string,
	path: readonly PathStep[]
): Promise<boolean> {
	return change(db, team, id, { path: path.map(({ from, target }) => ({ from, target })) });
}

/** Where its dashboard is; empty for none. */
export async function setDashboard(
	db: Db,
	team: string,
	id: string,
	dashboard: string
): Promise<boolean> {
	return change(db, team, id, { dashboard });
}

async function change(
	db: Db,
	team: string,
	id: string,
	row: TablesUpdate<'metrics'>
): Promise<boolean> {
	const { data } = await db
		.from('metrics')
		.update(row)
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

function toRow({
	leading,
	owner,
	responder,
	goal,
	path,
	lowMonths,
	highMonths,
	...metric
}: MetricFields) {
	return {
		...metric,
		low_months: [...lowMonths],
		high_months: [...highMonths],
		is_leading: leading,
		owner_id: owner,
		responder_id: responder,
		goal_id: goal,
		path: path.map(({ from, target }) => ({ from, target }))
	};
}
