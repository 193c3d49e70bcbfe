import type { Db } from './db.ts';

/** Whether somebody wants to be asked for the readings that lack. */
export async function isAskedByMail(db: Db, person: string): Promise<boolean> {
	const { data } = await db
		.from('people')
		.select('asked_by_mail')
		.eq('id', person)
		.maybeSingle()
		.throwOnError();
	return data?.asked_by_mail ?? true;
}

export async function setAskedByMail(db: Db, person: string, isAsked: boolean): Promise<void> {
	await db.from('people').update({ asked_by_mail: isAsked }).eq('id', person).throwOnError();
}
