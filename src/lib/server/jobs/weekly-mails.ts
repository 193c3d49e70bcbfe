import type { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import { LastingPost } from '../mail/lasting-post.ts';
import { onQueries, openQueue, workByClock } from './boss.ts';
import {
	mailQueue,
	sendWeeklyMails,
	type MailJob,
	type WaitingMail,
	type WeeklyPoster
} from './send-weekly-mails.ts';
import { dueReaders } from './weekly-readers.ts';

/** So many jobs a server takes at a time: with each of them it says how they went but once. */
export const batch = 25;

/**
 * Mails whoever is to get it the mail of the week. Who is due is looked at every five minutes, where
 * each of them lives; what fails is tried again after 5 to 10 minutes, then 10 to 20, and so on, seven
 * times in about eight hours. Gives back how to stop.
 */
export async function startWeeklyMails(
	boss: PgBoss,
	poster: WeeklyPoster,
	clock = () => new Date()
): Promise<() => Promise<void>> {
	const due = 'weekly-mails-due';
	// One batch follows another by the hundred, and mail servers count connections.
	const lasting = new LastingPost(poster.openPost);
	const kept = { ...poster, openPost: () => lasting.use() };
	const queue = () => queueWeeklyMails(poster.database, boss, clock());
	await openWeeklyMails(boss);
	await boss.work<MailJob>(mailQueue, inBatches, (jobs) =>
		sendWeeklyMails(kept, boss, jobs as WaitingMail[], clock)
	);
	await workByClock(boss, due, '*/5 * * * *', queue);
	await queue();
	return async () => {
		await Promise.all([mailQueue, due].map((one) => boss.offWork(one)));
		lasting.close();
	};
}

const inBatches = {
	...{ includeMetadata: true, batchSize: batch, burstWhenBatchFull: true },
	...{ pollingIntervalSeconds: 10, notifyPollingIntervalSeconds: 30 }
} as const;

export const openWeeklyMails = (boss: PgBoss) =>
	openQueue(boss, mailQueue, {
		...{ retryLimit: 6, retryDelay: 5 * 60, retryBackoff: true },
		...{ heartbeatSeconds: 60, deleteAfterSeconds: 24 * 60 * 60 }
	});

/** Writes down whose mail is due, once for each week, and makes a job of each. */
export async function queueWeeklyMails(database: Database, boss: PgBoss, now: Date): Promise<void> {
	await writeDown(database, now);
	await database.transaction(async (queries) => {
		const waiting = await queries.query<MailJob>(
			`update private.weekly_mails set queued_at = now() where id in (
				select w.id from private.weekly_mails w where w.state = 'waiting' and w.queued_at is null
				order by w.due_at for update skip locked
			) returning id as mail`
		);
		if (waiting.length === 0) return;
		const jobs = waiting.map((data) => ({ data }));
		await boss.insert(mailQueue, jobs, { db: onQueries(queries) });
	});
}

async function writeDown(database: Database, now: Date): Promise<void> {
	const due = await dueReaders(database, now);
	if (due.length === 0) return;
	await database.query(
		`insert into private.weekly_mails (team_id, person_id, week, due_at, next_try_at, changed_at)
		select r.team, r.person, r.week, r.at, $2::text::timestamptz, $2::text::timestamptz
		from jsonb_to_recordset($1::text::jsonb) as r (team uuid, person uuid, week date, at timestamptz)
		on conflict do nothing`,
		[JSON.stringify(due), now.toISOString()]
	);
}
