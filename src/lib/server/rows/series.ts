import type { Asking } from '#lib/meeting/asking.ts';
import type { Db } from './db.ts';

/** The weekly appointment of a team. `startsAt` is HH:MM in `timeZone`, `weekday` 1 for Monday. */
export type Rhythm = {
	weekday: number;
	startsAt: string;
	timeZone: string;
	minutes: number;
	place: string;
	facilitator: string | undefined;
};
/** When owners are asked for readings by mail; null for never. */
export type TeamSeries = Rhythm & {
	id: string;
	format: string;
	name: string;
	asking: Asking | null;
};

/** The series a team runs now: its first, while it has one. */
export async function findRunningSeries(db: Db, team: string): Promise<TeamSeries | undefined> {
	const { data } = await db
		.from('series')
		.select(
			'id, format_id, name, weekday, starts_at, time_zone, minutes, place, facilitator_id, asks_days_before, asks_at'
		)
		.eq('team_id', team)
		.is('ended_at', null)
		.order('created_at')
		.limit(1)
		.maybeSingle()
		.throwOnError();
	return data
		? {
				id: data.id,
				format: data.format_id,
				name: data.name,
				weekday: data.weekday,
				startsAt: data.starts_at.slice(0, 5),
				timeZone: data.time_zone,
				minutes: data.minutes,
				place: data.place,
				facilitator: data.facilitator_id ?? undefined,
				asking:
					data.asks_days_before === null
						? null
						: { daysBefore: data.asks_days_before, at: data.asks_at.slice(0, 5) }
			}
		: undefined;
}

export type NewSeries = Rhythm & { name: string; format: string; startsOn: string };

export async function addSeries(db: Db, team: string, series: NewSeries): Promise<string> {
	const id = crypto.randomUUID();
	await db
		.from('series')
		.insert({
			id,
			team_id: team,
			format_id: series.format,
			name: series.name,
			starts_on: series.startsOn,
			...columns(series)
		})
		.throwOnError();
	return id;
}

/** False when it is not theirs to change. */
export async function editSeries(
	db: Db,
	team: string,
	id: string,
	rhythm: Rhythm,
	asking: Asking | null
): Promise<boolean> {
	const { data } = await db
		.from('series')
		.update({
			...columns(rhythm),
			asks_days_before: asking?.daysBefore ?? null,
			...(asking && { asks_at: asking.at })
		})
		.eq('id', id)
		.eq('team_id', team)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

function columns({ weekday, startsAt, timeZone, minutes, place, facilitator }: Rhythm) {
	return {
		weekday,
		starts_at: startsAt,
		time_zone: timeZone,
		minutes,
		place,
		facilitator_id: facilitator ?? null
	};
}

/** When a series meets next. */
export async function findNextStart(
	db: Db,
	series: string,
	now: Date
): Promise<string | undefined> {
	const { data } = await db
		.from('meetings')
		.select('starts_at')
		.eq('series_id', series)
		.eq('state', 'draft')
		.gt('starts_at', now.toISOString())
		.order('starts_at')
		.limit(1)
		.maybeSingle()
		.throwOnError();
	return data?.starts_at;
}
