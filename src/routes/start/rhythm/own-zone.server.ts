import type { Db } from '#lib/server/rows/db.ts';

/** The time zone somebody signed up with. */
export async function ownZone(db: Db, person: string): Promise<string> {
	const { data } = await db
		.from('people')
		.select('time_zone')
		.eq('id', person)
		.maybeSingle()
		.throwOnError();
	return data?.time_zone ?? 'Europe/London';
}
