import type { Database } from '../database/database.ts';

const day = 86_400_000;
/** Nothing is told for the second time so late: what is told is of the last days. */
const noticesFor = 180 * day;
/** Only mails of the same day ask what another said. */
const toldFor = 60 * day;
/** A device that got no answer, or a mail server, tries again for days and not for half a year. */
const onceFor = 180 * day;

/**
 * Forgets notices that went out, or came to nothing, long ago, what was in mails of days long gone, and
 * that something was taken once which nobody sends again by now. What waits for an hour to come stays.
 * It may run at any time, twice at once.
 *
 * @param atOnce how many rows go in one statement, so that nobody waits for their locks
 */
export async function forgetNotices(database: Database, now: Date, atOnce = 1000): Promise<void> {
	const before = (ago: number) => new Date(now.getTime() - ago).toISOString();
	// A digest goes after what it was made of: without it, that would be gathered into another.
	await deleteAll(
		`delete from private.notices where id in (
			select n.id from private.notices n
			where n.changed_at < $1::text::timestamptz and n.next_try_at < $1::text::timestamptz
				and n.state <> 'sending'
				and not exists (select from private.notices part where part.digest_id = n.id and part.state = 'digest')
			limit $2::text::int for update skip locked
		) returning id`,
		before(noticesFor)
	);
	await deleteAll(
		`delete from private.told_things where (person_id, thing, told_on) in (
			select t.person_id, t.thing, t.told_on from private.told_things t
			where t.told_on < $1::text::timestamptz::date
			limit $2::text::int for update skip locked
		) returning thing`,
		before(toldFor)
	);
	await deleteAll(
		`delete from private.sent_once where id in (
			select s.id from private.sent_once s where s.sent_at < $1::text::timestamptz
			limit $2::text::int for update skip locked
		) returning id`,
		before(onceFor)
	);
	await deleteAll(
		`delete from private.mail_answers where (thread_id, message_hash) in (
			select a.thread_id, a.message_hash from private.mail_answers a
			where a.taken_at < $1::text::timestamptz
			limit $2::text::int for update skip locked
		) returning message_hash`,
		before(onceFor)
	);

	async function deleteAll(statement: string, before: string): Promise<void> {
		let gone: unknown[];
		do gone = await database.query(statement, [before, String(atOnce)]);
		while (gone.length === atOnce);
	}
}
