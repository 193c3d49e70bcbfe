import { wayToTell } from '#lib/notices/when.ts';
import type { Queries } from '../database/database.ts';
import { MaybeSent, readFailure } from '../mail/mail-failure.ts';
import type { Post } from '../mail/mail.ts';
import type { Asker } from './ask-for-readings.ts';
import { compose, type NoticeWriter } from './compose-notice.ts';
import { findNotice } from './find-notice.ts';
import { gatherNotices } from './gather-notices.ts';
import { MailQueue, nextTry, type ClaimedMail } from './mail-queue.ts';

/** What the job needs of the process around it. */
export type NoticePoster = NoticeWriter &
	Pick<Asker, 'tell'> & {
		/** Opens the way to the mail server, for the mails of one run. */
		openPost: () => Post;
	};

const minute = 60_000;

/**
 * Tells people what they are to be told: the recap at close, words to them, their actions, decisions
 * they missed. It may run at any time, again and again, and on several nodes at once: everybody is
 * told each thing once, and in one mail of a day only.
 *
 * @param clock the time it is now; a run may take minutes
 */
export async function sendNotices(poster: NoticePoster, clock: () => Date): Promise<void> {
	const { database, tell } = poster;
	const queue = new MailQueue(database, 'notices');
	await gatherNotices(database, clock());
	for (const mail of await queue.giveUpLost(clock()))
		tell('error', 'a server ended while it sent a notice', { mail });
	let post: Post | undefined;
	try {
		for (let mail; (mail = await queue.claim(clock()));) {
			post ??= poster.openPost();
			// Where no mail gets through, the others wait for the next run without a try of their own.
			if ((await send(poster, post, queue, mail, clock())) === 'no way') return;
		}
	} finally {
		post?.close();
	}
}

async function send(
	poster: NoticePoster,
	post: Post,
	queue: MailQueue,
	claimed: ClaimedMail,
	now: Date
): Promise<void | 'no way'> {
	const { database } = poster;
	const notice = await findNotice(database, claimed.key);
	if (!notice) return queue.leave(claimed.key, 'needless', now);
	const { kind, channel, reader } = notice;
	const way = wayToTell(kind === 'digest' ? 'mail' : channel(kind), now, reader, {
		isForMorning: kind === 'due'
	});
	if (way.by === 'nothing') return queue.leave(claimed.key, 'needless', now);
	if (way.by === 'digest' && kind !== 'digest')
		return queue.leave(claimed.key, 'digest', now, new Date(way.at));
	if (Date.parse(way.at) > now.getTime())
		return putOff(database, claimed.key, now, new Date(way.at));
	if (notice.awaitsRecap)
		return putOff(database, claimed.key, now, new Date(now.getTime() + minute));
	try {
		const mail = await compose(poster, notice, now);
		if (typeof mail === 'string') return await queue.leave(claimed.key, mail, now);
		await post.send(mail);
	} catch (error) {
		return await failed(poster, queue, claimed, error, now);
	}
	await queue.leave(claimed.key, 'sent', now);
	if (kind === 'digest') await leaveInDigest(database, claimed.key, 'sent');
}

/** Waits without having been tried. */
async function putOff(queries: Queries, id: string, now: Date, until: Date): Promise<void> {
	await queries.query(
		`update private.notices set state = 'waiting', tries = tries - 1, next_try_at = $2::text::timestamptz,
			changed_at = $3::text::timestamptz where id = $1::uuid`,
		[id, until.toISOString(), now.toISOString()]
	);
}

async function leaveInDigest(queries: Queries, digest: string, state: string): Promise<void> {
	await queries.query(
		`update private.notices set state = $2 where digest_id = $1::uuid and state = 'digest'`,
		[digest, state]
	);
}

async function failed(
	{ database, tell }: NoticePoster,
	queue: MailQueue,
	{ key, tries }: ClaimedMail,
	error: unknown,
	now: Date
): Promise<void | 'no way'> {
	const { problem, code, isFinal } = readFailure(error);
	await database.query('update private.notices set problem = $2, code = $3 where id = $1::uuid', [
		key,
		problem,
		code
	]);
	const about = { mail: key, tries, problem, code };
	const giveUp = async (state: string, what: string) => {
		tell('error', what, about);
		await queue.leave(key, state, now);
		await leaveInDigest(database, key, state);
	};
	if (error instanceof MaybeSent) return giveUp('unsure', 'no answer came after a notice');
	// What was not told may be told by another mail of the day.
	if (isFinal || !nextTry(tries, now))
		await database.query('delete from private.told_things where notice_id = $1::uuid', [key]);
	if (isFinal) return giveUp('refused', 'a notice was refused');
	const next = nextTry(tries, now);
	if (!next) return giveUp('failed', 'a notice was given up');
	tell('warn', 'a notice failed and is tried again', about);
	await queue.leave(key, 'waiting', now, next);
	if (['unreachable', 'login', 'sender'].includes(problem)) return 'no way';
}
