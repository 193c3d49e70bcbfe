import { dayIn } from '#lib/calendar/day.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import type { Db } from './db.ts';

/** The zone somebody lives in: it decides which day is today for them. */
export async function findTimeZone(db: Db, person: string): Promise<string> {
	const { data } = await db
		.from('people')
		.select('time_zone')
		.eq('id', person)
		.maybeSingle()
		.throwOnError();
	return data && isTimeZone(data.time_zone) ? data.time_zone : 'Europe/London';
}

/** The day it is now where this person lives. */
export async function findToday(db: Db, person: string, now = new Date()): Promise<string> {
	return dayIn(await findTimeZone(db, person), now);
}
