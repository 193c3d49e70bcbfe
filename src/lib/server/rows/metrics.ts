import * as v from 'valibot';
import { Area, type Metric, type Reading } from '#lib/scorecard/metric.ts';
import type { Db } from './db.ts';

const columns =
	'id, name, area, is_leading, unit, decimals, direction, target, tolerance, owner_id, position';

/** What the team counts now, in the order it was arranged. */
export async function listMetrics(db: Db, team: string): Promise<Metric[]> {
	const { data } = await db
		.from('metrics')
		.select(columns)
		.eq('team_id', team)
		.is('removed_at', null)
		.order('position')
		.order('name')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		name: row.name,
		area: v.parse(v.fallback(Area, 'operations'), row.area),
		leading: row.is_leading,
		unit: row.unit,
		decimals: row.decimals,
		direction: row.direction === 'down' ? 'down' : 'up',
		target: toNumber(row.target),
		tolerance: toNumber(row.tolerance),
		owner: row.owner_id
	}));
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

/** Enters or corrects one reading. False when the team has no such metric. */
export async function enterReading(
	db: Db,
	team: string,
	person: string,
	{ metric, period, value }: Reading
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
				entered_at: new Date().toISOString()
			},
			{ onConflict: 'metric_id,period' }
		)
		.throwOnError();
	return true;
}

export type MetricFields = Omit<Metric, 'id'>;

/** Puts a new metric behind the others. */
export async function addMetric(db: Db, team: string, metric: MetricFields): Promise<void> {
	const { data } = await db
		.from('metrics')
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	await db
		.from('metrics')
		.insert({ team_id: team, position: (data[0]?.position ?? 0) + 1, ...toRow(metric) })
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

/** Takes a metric off the scorecard; its readings stay. */
export async function retireMetric(db: Db, team: string, id: string): Promise<boolean> {
	return change(db, team, id, { removed_at: new Date().toISOString() });
}

async function change(
	db: Db,
	team: string,
	id: string,
	row: Partial<ReturnType<typeof toRow>> & { removed_at?: string }
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

function toRow({ leading, owner, ...metric }: MetricFields) {
	return { ...metric, is_leading: leading, owner_id: owner };
}
