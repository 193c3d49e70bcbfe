import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { WeeklyFacts } from '#lib/execution/weekly-facts.ts';
import { getsMail, standingOf, type Audience, type Seat } from '#lib/execution/weekly-readers.ts';
import { summarise } from '#lib/execution/weekly-summary.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import { asPerson } from '../database/as-person.ts';
import type { Database, Queries } from '../database/database.ts';
import { MaybeSent, readFailure } from '../mail/mail-failure.ts';
import type { Mail, Post } from '../mail/mail.ts';
import { weeklyMailKey } from '../mail/switch-off.ts';
import { weeklyMail } from '../mail/weekly-mail.ts';
import type { Asker } from './ask-for-readings.ts';
import { MailQueue, nextTry, type ClaimedMail } from './mail-queue.ts';
import { dueReaders } from './weekly-readers.ts';

/** What the job needs of the process around it. */
export type WeeklyPoster = Pick<Asker, 'database' | 'site' | 'tell'> & {
	/** Opens the way to the mail server, for the mails of one run. */
	openPost: () => Post;
};

/** So many are written and handed over at a time; no more are ever in memory. */
const atOnce = 5;
/** A mail that waited longer, because the mail server was gone, says nothing new any more. */
const longestWait = 36 * 60 * 60_000;

/**
 * Sends whoever is to get it the mail of the week. It may run at any time, again and again, and on
 * several nodes at once: each reader gets each week's mail once.
 *
 * @param clock the time it is now; a run may take minutes
 */
export async function sendWeeklyMails(poster: WeeklyPoster, clock: () => Date): Promise<void> {
	const { database, tell } = poster;
	const queue = new MailQueue(database, 'weekly_mails');
	await enqueue(database, clock());
	for (const mail of await queue.giveUpLost(clock()))
		tell('error', 'a server ended while it sent a weekly mail', { mail });
	let post: Post | undefined;
	let isServed = true;
	const work = async () => {
		for (let mail; isServed && (mail = await queue.claim(clock()));) {
			post ??= poster.openPost();
			// Where no mail gets through, the others wait for the next run without a try of their own.
			if ((await send(poster, post, queue, mail, clock)) === 'no way') isServed = false;
		}
	};
	// Each works on to its end, or a mail that is on its way would lose the way under its feet.
	const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
	post?.close();
	for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

async function enqueue(database: Database, now: Date): Promise<void> {
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
	queue: MailQueue,
	{ key, tries }: ClaimedMail,
	clock: () => Date
): Promise<void | 'no way'> {
	const { database, tell } = poster;
	const letter = await findLetter(database, key);
	if (!letter || !getsMail(standingOf(letter, letter.audience)))
		return queue.leave(key, 'needless', clock());
	if (clock().getTime() - Date.parse(letter.due_at) > longestWait) {
		tell('error', 'a weekly mail came too late', { mail: key, tries });
		return queue.leave(key, 'failed', clock());
	}
	try {
		const mail = await compose(poster, letter, clock());
		if (!mail) return await queue.leave(key, 'needless', clock());
		await post.send(mail);
	} catch (error) {
		return await failed(poster, queue, { key, tries }, error, clock());
	}
	await queue.leave(key, 'sent', clock());
}

async function compose(
	{ database, site }: WeeklyPoster,
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
	const offKey = await weeklyMailKey(database, letter.team, letter.person);
	return weeklyMail(summary, { to: letter.email, site, offKey });
}

async function failed(
	{ database, tell }: WeeklyPoster,
	queue: MailQueue,
	{ key, tries }: ClaimedMail,
	error: unknown,
	now: Date
): Promise<void | 'no way'> {
	const { problem, code, isFinal } = readFailure(error);
	await database.query(
		'update private.weekly_mails set problem = $2, code = $3 where id = $1::uuid',
		[key, problem, code]
	);
	const about = { mail: key, tries, problem, code };
	if (error instanceof MaybeSent) {
		tell('error', 'no answer came after a weekly mail', about);
		return queue.leave(key, 'unsure', now);
	}
	if (isFinal) {
		tell('error', 'a weekly mail was refused', about);
		return queue.leave(key, 'refused', now);
	}
	const next = nextTry(tries, now);
	if (next) tell('warn', 'a weekly mail failed and is tried again', about);
	else tell('error', 'a weekly mail was given up', about);
	await queue.leave(key, next ? 'waiting' : 'failed', now, next);
	if (['unreachable', 'login', 'sender'].includes(problem)) return 'no way';
}
