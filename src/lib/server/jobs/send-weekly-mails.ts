import { setTimeout as pause } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { WeeklyFacts } from '#lib/execution/weekly-facts.ts';
import { getsMail, standingOf, type Audience, type Seat } from '#lib/execution/weekly-readers.ts';
import { summarise, type WeeklySummary } from '#lib/execution/weekly-summary.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import { asPerson } from '../database/as-person.ts';
import type { Database, Queries } from '../database/database.ts';
import { MaybeSent, readFailure } from '../mail/mail-failure.ts';
import type { Mail, Post } from '../mail/mail.ts';
import { weeklyMailId } from '../mail/read-bounce.ts';
import { weeklyMailKey } from '../mail/switch-off.ts';
import { weeklyMail } from '../mail/weekly-mail.ts';
import type { Asker } from './ask-for-readings.ts';
import { onQueries } from './boss.ts';

/** What the job needs of the process around it. */
export type WeeklyPoster = Pick<Asker, 'database' | 'site' | 'tell'> & {
	/** Opens the way to the mail server, for some mails in a row. */
	openPost: () => Post;
};

/** The queue of mails, and what a job in it says: which mail, and nothing of whom or what. */
export const mailQueue = 'weekly-mails';
export type MailJob = { mail: string };
export type WaitingMail = JobWithMetadata<MailJob>;

/** So many are written and handed over at a time; no more are ever in memory. */
const atOnce = 5;
/** They begin so many milliseconds apart, so that nobody in a meeting on this server notices. */
const apart = 25;
/** A mail that waited longer, because the mail server was gone, says nothing new any more. */
const longestWait = 36 * 60 * 60_000;

/**
 * Sends the mails of these jobs. Each reader gets each week's mail once, whatever happens: it is
 * handed over only after its row says so, and by whom pg-boss has given its job.
 *
 * @param clock the time it is now; it may take minutes
 */
export async function sendWeeklyMails(
	poster: WeeklyPoster,
	boss: PgBoss,
	jobs: WaitingMail[],
	clock: () => Date
): Promise<void> {
	const waiting = [...jobs];
	let post: Post | undefined;
	let isServed = true;
	let next = performance.now();
	const turn = () => {
		const now = performance.now();
		const mine = Math.max(next, now);
		next = mine + apart;
		return pause(mine - now);
	};
	const work = async () => {
		for (let job; isServed && (job = waiting.shift());) {
			await turn();
			post ??= poster.openPost();
			// Where no mail gets through, the others wait without a try of their own.
			if ((await send(poster, post, boss, job, clock)) === 'no way') isServed = false;
		}
	};
	// Each works on to its end, or a mail that is on its way would lose the way under its feet.
	const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
	post?.close();
	for (const job of waiting)
		if (isLastTry(job)) await leave(poster.database, job.data.mail, 'failed', clock());
	if (waiting.length > 0) await boss.fail(mailQueue, waiting, { why: 'no way' });
	for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

const isLastTry = (job: WaitingMail) => job.retryCount >= job.retryLimit;

/**
 * Says that it is about to be sent, and how often it has been. A mail of which that is said already
 * was given to another server, which pg-boss took for dead: it may have arrived, and is left.
 */
async function begin(
	{ database, tell }: WeeklyPoster,
	mail: string,
	now: Date
): Promise<number | undefined> {
	const [row] = await database.query<{ tries: number; state: string }>(
		`update private.weekly_mails set changed_at = $2::text::timestamptz,
			tries = tries + case state when 'waiting' then 1 else 0 end,
			state = case state when 'waiting' then 'sending' else 'unsure' end
		where id = $1::uuid and state in ('waiting', 'sending') returning tries, state`,
		[mail, now.toISOString()]
	);
	if (row?.state === 'unsure')
		tell('error', 'a server ended while it sent a weekly mail', { mail });
	return row?.state === 'sending' ? row.tries : undefined;
}

/** Says what became of a mail. */
async function leave(
	queries: Queries,
	mail: string,
	state: string,
	now: Date,
	next = now
): Promise<void> {
	await queries.query(
		`update private.weekly_mails set state = $2, next_try_at = $3::text::timestamptz,
			changed_at = $4::text::timestamptz where id = $1::uuid`,
		[mail, state, next.toISOString(), now.toISOString()]
	);
}

type Letter = {
	person: string;
	email: string;
	zone: string;
	team: string;
	week: string;
	due_at: string;
	audience: Audience;
} & Seat;

/** The mail as things stand now; undefined once its reader has left the team. */
async function findLetter(queries: Queries, mail: string): Promise<Letter | undefined> {
	const [row] = await queries.query<Letter>(
		`select w.person_id as person, p.email, p.time_zone as zone, w.team_id as team, w.week::text,
			to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as due_at,
			t.alerts_to as audience, m.role, coalesce(c.wants, true) as wants,
			(select count(*)::int from public.priorities x
				where x.team_id = w.team_id and x.owner_id = w.person_id and x.ended_at is null) as owns,
			(select count(*)::int from public.priorities x
				where x.team_id = w.team_id and x.owner_id = w.person_id and x.ended_at is null
					and x.weekly_alert) as alerts
		from private.weekly_mails w
			join public.people p on p.id = w.person_id
			join public.teams t on t.id = w.team_id
			join public.team_members m on m.team_id = w.team_id and m.person_id = w.person_id
			left join public.weekly_mail_choices c on c.team_id = w.team_id and c.person_id = w.person_id
		where w.id = $1::uuid and m.left_at is null`,
		[mail]
	);
	return row;
}

async function send(
	poster: WeeklyPoster,
	post: Post,
	boss: PgBoss,
	job: WaitingMail,
	clock: () => Date
): Promise<void | 'no way'> {
	const { database, tell } = poster;
	const { mail: key } = job.data;
	const tries = await begin(poster, key, clock());
	if (tries === undefined) return;
	const letter = await findLetter(database, key);
	if (!letter || !getsMail(standingOf(letter, letter.audience)))
		return leave(database, key, 'needless', clock());
	if (clock().getTime() - Date.parse(letter.due_at) > longestWait) {
		tell('error', 'a weekly mail came too late', { mail: key, tries });
		return leave(database, key, 'failed', clock());
	}
	try {
		const mail = await compose(poster, key, letter, clock());
		if (!mail) return await leave(database, key, 'needless', clock());
		await post.send(mail);
	} catch (error) {
		return await failed(poster, boss, job, tries, error, clock());
	}
	await leave(database, key, 'sent', clock());
}

async function compose(
	{ database, site }: WeeklyPoster,
	key: string,
	letter: Letter,
	now: Date
): Promise<Mail | undefined> {
	const today = dayIn(isTimeZone(letter.zone) ? letter.zone : 'Europe/London', now);
	const [row] = await asPerson(database, letter.person, (queries) =>
		queries.query<{ facts: string | null }>(
			'select public.read_week($1::uuid, $2::text::date)::text as facts',
			[letter.team, today]
		)
	);
	if (!row?.facts) return undefined;
	const facts = v.parse(WeeklyFacts, JSON.parse(row.facts));
	const summary = summarise(facts, letter.person, letter.week, today);
	if (summary.isEmpty) return undefined;
	await tellNoMore(database, letter.person, summary, today);
	const offKey = await weeklyMailKey(database, letter.team, letter.person);
	return { ...weeklyMail(summary, { to: letter.email, site, offKey }), id: weeklyMailId(key) };
}

/** What the mail lists as the reader's own is in no other mail of this day of theirs. */
async function tellNoMore(
	queries: Queries,
	person: string,
	{ actions }: WeeklySummary,
	today: string
): Promise<void> {
	const ids = actions.flatMap(({ id, isMine }) => (id && isMine ? [id] : []));
	if (ids.length === 0) return;
	await queries.query(
		`insert into private.told_things (person_id, thing, told_on)
		select $1::uuid, x::uuid, $3::text::date from jsonb_array_elements_text($2::text::jsonb) as x
		on conflict do nothing`,
		[person, JSON.stringify(ids), today]
	);
}

async function failed(
	{ database, tell }: WeeklyPoster,
	boss: PgBoss,
	job: WaitingMail,
	tries: number,
	error: unknown,
	now: Date
): Promise<void | 'no way'> {
	const { mail } = job.data;
	const { problem, code, isFinal } = readFailure(error);
	await database.query(
		'update private.weekly_mails set problem = $2, code = $3 where id = $1::uuid',
		[mail, problem, code]
	);
	const about = { mail, tries, problem, code };
	if (error instanceof MaybeSent) {
		tell('error', 'no answer came after a weekly mail', about);
		return leave(database, mail, 'unsure', now);
	}
	if (isFinal) {
		tell('error', 'a weekly mail was refused', about);
		return leave(database, mail, 'refused', now);
	}
	if (isLastTry(job)) {
		tell('error', 'a weekly mail was given up', about);
		await leave(database, mail, 'failed', now);
	} else {
		tell('warn', 'a weekly mail failed and is tried again', about);
		await tryLater(database, boss, job, now);
	}
	if (['unreachable', 'login', 'sender'].includes(problem)) return 'no way';
}

/** Lets pg-boss say when, and the row with it, so that the page tells the same. */
async function tryLater(
	database: Database,
	boss: PgBoss,
	job: WaitingMail,
	now: Date
): Promise<void> {
	await database.transaction(async (queries) => {
		const db = onQueries(queries);
		await boss.fail(mailQueue, job, { why: 'failed' }, { db });
		const [next] = await boss.findJobs(mailQueue, { id: job.id, db });
		await leave(queries, job.data.mail, 'waiting', now, new Date(next?.startAfter ?? now));
	});
}
