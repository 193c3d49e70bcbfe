import type { Reading } from '#lib/scorecard/metric.ts';
import type { Db } from './db.ts';

/** The readings of some metrics between two periods, the last one included. */
export async function readingsBetween(
	db: Db,
	team: string,
	metrics: readonly string[],
	from: string,
	until: string
): Promise<Reading[]> {
	if (metrics.length === 0) return [];
	const { data } = await db
		.from('readings')
		.select('metric_id, period, value')
		.eq('team_id', team)
		.in('metric_id', [...metrics])
		.gte('period', from)
		.lte('period', until)
		.throwOnError();
	return data.map((row) => ({
		metric: row.metric_id,
		period: row.period,
		value: Number(row.value)
	}));
}

/** Enters or corrects several readings, all or none. */
export async function enterReadings(
	db: Db,
	team: string,
	person: string,
	readings: readonly Reading[]
): Promise<void> {
	const at = new Date().toISOString();
	await db
		.from('readings')
		.upsert(
			readings.map(({ metric, period, value }) => ({
				metric_id: metric,
				team_id: team,
				period,
				value,
				entered_by: person,
				entered_at: at,
				note: ''
			})),
			{ onConflict: 'metric_id,period' }
		)
		.throwOnError();
}
