import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import { chosen, type Channel, type Kind } from '#lib/notices/kinds.ts';
import { NoticeFacts } from '#lib/notices/notice-facts.ts';
import { RecapFacts } from '#lib/notices/recap-facts.ts';
import { wayToTell, type Reachable } from '#lib/notices/when.ts';
import { asPerson } from '../database/as-person.ts';
import type { Database, Queries } from '../database/database.ts';
import { MaybeSent, readFailure } from '../mail/mail-failure.ts';
import type { Mail, Post } from '../mail/mail.ts';
import { digestMail, noticeMail, type Told } from '../mail/notice-mail.ts';
import { recapMail, toldBy, type Posting } from '../mail/recap-mail.ts';
import { replyAddress, type Replies, type Thread } from '../mail/reply-address.ts';
import { noticeKey } from '../mail/switch-off.ts';
import type { Asker } from './ask-for-readings.ts';
import { gatherNotices } from './gather-notices.ts';
import { MailQueue, nextTry, type ClaimedMail } from './mail-queue.ts';

/** What the job needs of the process around it. */
export type NoticePoster = Pick<Asker, 'database' | 'site' | 'tell'> & {
	/** Opens the way to the mail server, for the mails of one run. */
	openPost: () => Post;
	/** Left out where no answers by mail are taken. */
	replies?: Replies | undefined;
};

/** Somebody whose mailbox refused so many mails in a row within a week gets no other. */
const mostRefusals = 3;
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

type Notice = {
	id: string;
	team: string | null;
	person: string;
	kind: Kind | 'digest';
	thing: string;
	email: string;
	reader: Reachable;
	channel: (kind: Kind) => Channel;
	/** The recap that says the same is still on its way. */
	awaitsRecap: boolean;
};

/** A notice as things stand now; undefined once its reader has left the team, or cannot be reached. */
async function findNotice(queries: Queries, id: string): Promise<Notice | undefined> {
	const [row] = await queries.query<{
		team: string | null;
		person: string;
		kind: Notice['kind'];
		thing: string;
		email: string;
		zone: string;
		quiet_from: string | null;
		quiet_until: string | null;
		digest_at: string;
		away_from: string | null;
		away_until: string | null;
		choices: string;
		awaits_recap: boolean;
	}>(
		`select n.team_id as team, n.person_id as person, n.kind, n.thing, p.email, p.time_zone as zone,
			to_char(q.quiet_from, 'HH24:MI') as quiet_from, to_char(q.quiet_until, 'HH24:MI') as quiet_until,
			to_char(coalesce(q.digest_at, '08:00'), 'HH24:MI') as digest_at,
			p.away_from::text, p.away_until::text,
			coalesce((select jsonb_object_agg(c.kind, c.channel)::text from public.notice_choices c
				where c.person_id = n.person_id), '{}') as choices,
			n.kind in ('mention', 'assigned', 'due') and exists (
				select from private.notices r where r.person_id = n.person_id and r.kind = 'recap'
					and r.state in ('waiting', 'sending') and r.thing in (
						select a.meeting_id from public.action_items a where a.id = n.thing
						union all select c.meeting_id from public.recap_comments c where c.id = n.thing)
			) as awaits_recap
		from private.notices n join public.people p on p.id = n.person_id
			left join public.quiet_hours q on q.person_id = n.person_id
		where n.id = $1::uuid and p.email <> '' and p.erased_at is null
			and (n.team_id is null or exists (select from public.team_members m
				where m.team_id = n.team_id and m.person_id = n.person_id and m.left_at is null))
			and (
				select count(*) filter (where l.state = 'refused') from (
					select r.state from private.notices r where r.person_id = n.person_id
						and r.state in ('sent', 'refused') and r.changed_at > n.changed_at - interval '7 days'
					order by r.changed_at desc limit ${mostRefusals}
				) l
			) < ${mostRefusals}`,
		[id]
	);
	if (!row) return undefined;
	const { team, person, kind, thing, email, awaits_recap: awaitsRecap } = row;
	const choices = JSON.parse(row.choices) as Partial<Record<Kind, Channel>>;
	return {
		...{ id, team, person, kind, thing, email, awaitsRecap },
		channel: (of) => chosen(choices, of),
		reader: {
			zone: isTimeZone(row.zone) ? row.zone : 'Europe/London',
			quiet:
				row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
			digestAt: row.digest_at,
			away: row.away_from && row.away_until ? { from: row.away_from, until: row.away_until } : null
		}
	};
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

/** The mail, or what is left where there is none to send. */
async function compose(
	poster: NoticePoster,
	notice: Notice,
	now: Date
): Promise<Mail | 'needless' | 'told'> {
	const today = dayIn(notice.reader.zone, now);
	const { kind } = notice;
	if (kind === 'recap') return composeRecap(poster, notice, today);
	if (kind === 'digest') return composeDigest(poster, notice, today, now);
	return composeOne(poster, notice, kind, today);
}

async function composeRecap(
	poster: NoticePoster,
	notice: Notice,
	today: string
): Promise<Mail | 'needless'> {
	const { database } = poster;
	const read = await askAs(
		database,
		notice.person,
		'select public.read_recap($1::uuid)::text as facts',
		[notice.thing]
	);
	if (read === undefined) return 'needless';
	const facts = v.parse(RecapFacts, read);
	const fresh = await claimThings(database, notice, notice.id, toldBy(facts, notice.person), today);
	const { meeting, team, mayWrite } = facts;
	const line = { lineKind: 'meeting', line: meeting.id };
	return recapMail(
		{ ...facts, asked: facts.asked.filter(({ id }) => fresh.has(id)) },
		notice.person,
		await postingOf(
			poster,
			notice,
			mayWrite && { person: notice.person, team: team.id, meeting: meeting.id, ...line }
		)
	);
}

async function composeOne(
	poster: NoticePoster,
	notice: Notice,
	kind: Kind,
	today: string
): Promise<Mail | 'needless' | 'told'> {
	const { database } = poster;
	const facts = await readNotice(database, notice.person, kind, notice.thing);
	if (!facts) return 'needless';
	if ((await claimThings(database, notice, notice.id, [notice.thing], today)).size === 0)
		return 'told';
	const { team, meeting, line, lineKind, mayWrite } = facts;
	const isAnswerable = kind === 'mention' && mayWrite && meeting !== null;
	return noticeMail(
		{ kind, thing: notice.thing, facts },
		today,
		await postingOf(
			poster,
			notice,
			isAnswerable && { person: notice.person, team: team.id, meeting, line, lineKind }
		)
	);
}

async function composeDigest(
	poster: NoticePoster,
	digest: Notice,
	today: string,
	now: Date
): Promise<Mail | 'needless'> {
	const { database } = poster;
	const gathered = await database.query<{ id: string; kind: Kind; thing: string }>(
		`update private.notices set digest_id = $2::uuid
		where person_id = $1::uuid and state = 'digest' and (digest_id = $2::uuid or digest_id is null)
			and next_try_at <= $3::text::timestamptz
		returning id, kind, thing`,
		[digest.person, digest.id, now.toISOString()]
	);
	const told: Told[] = [];
	for (const { id, kind, thing } of gathered) {
		const channel = digest.channel(kind);
		const facts =
			channel === 'app' || channel === 'off'
				? undefined
				: await readNotice(database, digest.person, kind, thing);
		const isFresh =
			facts &&
			!told.some((one) => one.thing === thing) &&
			(await claimThings(database, digest, digest.id, [thing], today)).size > 0;
		if (facts && isFresh) told.push({ kind, thing, facts });
		else
			await database.query('update private.notices set state = $2 where id = $1::uuid', [
				id,
				facts ? 'told' : 'needless'
			]);
	}
	if (told.length === 0) return 'needless';
	return digestMail(told, today, await postingOf(poster, digest, false));
}

async function leaveInDigest(queries: Queries, digest: string, state: string): Promise<void> {
	await queries.query(
		`update private.notices set state = $2 where digest_id = $1::uuid and state = 'digest'`,
		[digest, state]
	);
}

/** What a person may read of a thing; undefined when that is nothing any more. */
async function readNotice(
	database: Database,
	person: string,
	kind: Kind,
	thing: string
): Promise<NoticeFacts | undefined> {
	const sql = 'select public.read_notice($1, $2::uuid)::text as facts';
	const read = await askAs(database, person, sql, [kind, thing]);
	return read === undefined ? undefined : v.parse(NoticeFacts, read);
}

async function askAs(
	database: Database,
	person: string,
	sql: string,
	values: string[]
): Promise<unknown> {
	const [row] = await asPerson(database, person, (queries) =>
		queries.query<{ facts: string | null }>(sql, values)
	);
	return row?.facts ? JSON.parse(row.facts) : undefined;
}

/** Takes things to tell somebody today; only those come back that no other mail of the day tells. */
async function claimThings(
	queries: Queries,
	{ person }: Notice,
	mail: string,
	things: readonly string[],
	today: string
): Promise<Set<string>> {
	const rows = await queries.query<{ thing: string }>(
		`insert into private.told_things as t (person_id, thing, told_on, notice_id)
		select $1::uuid, x::uuid, $3::text::date, $4::uuid
		from jsonb_array_elements_text($2::text::jsonb) as x
		on conflict (person_id, thing, told_on) do update set notice_id = excluded.notice_id
			where t.notice_id = excluded.notice_id
		returning t.thing`,
		[person, JSON.stringify(things), today, mail]
	);
	return new Set(rows.map(({ thing }) => thing));
}

async function postingOf(
	{ database, site, replies }: NoticePoster,
	{ person, email, kind }: Notice,
	thread: Thread | false
): Promise<Posting> {
	return {
		to: email,
		site,
		offKey: await noticeKey(database, person, kind),
		...(replies && thread && { replyTo: await replyAddress(database, replies, thread) })
	};
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
