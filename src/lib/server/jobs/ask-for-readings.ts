import { askedAt } from '#lib/meeting/asking.ts';
import { lackingFor } from '#lib/scorecard/lacking.ts';
import type { Cadence } from '#lib/scorecard/period.ts';
import type { Database, Queries } from '../database/database.ts';
import { askingMail, type Lacking } from '../mail/asking-mail.ts';
import { MaybeSent } from '../mail/mail-failure.ts';
import type { SendMail } from '../mail/mail.ts';
import { MailQueue, nextTry } from './mail-queue.ts';

/** What the job needs of the process around it. */
export type Asker = {
	database: Database;
	sendMail: SendMail;
	/** Where the site is, such as https://drumbeat.example. */
	site: string;
	/** Hears of what went wrong: which meeting, and never whom or what it was about. */
	tell: (level: 'warn' | 'error', what: string, about: Record<string, unknown>) => void;
};

/**
 * Asks owners for the readings that lack before the meetings that are coming. It may run at any
 * time, again and again, and on several nodes at once: each person is asked once for each meeting.
 */
export async function askForReadings(asker: Asker, now: Date): Promise<void> {
	const { database, tell } = asker;
	const coming = await comingMeetings(database, now);
	for (const meeting of coming)
		for (const person of (await lackingIn(database, meeting)).keys())
			await database.query(
				`insert into private.asking_mails (person_id, series_id, occurs_on, next_try_at, changed_at)
				values ($1::uuid, $2::uuid, $3::text::date, $4::text::timestamptz, $4::text::timestamptz)
				on conflict do nothing`,
				[person, meeting.series, meeting.occursOn, now.toISOString()]
			);

	const queue = new MailQueue(database, 'asking_mails');
	for (const lost of await queue.giveUpLost(now))
		tell('error', 'a server ended while it sent a mail that asks for readings', {
			series: (await findMail(database, lost)).series
		});

	const byKey = new Map(
		coming.map((meeting) => [keyOf(meeting.series, meeting.occursOn), meeting])
	);
	for (let claimed; (claimed = await queue.claim(now));) {
		const mail = await findMail(database, claimed.key);
		const meeting = byKey.get(keyOf(mail.series, mail.occursOn));
		await send(asker, queue, { ...mail, tries: claimed.tries }, meeting, now);
	}
}

const keyOf = (series: string, occursOn: string) => `${series} ${occursOn}`;

type Meeting = {
	series: string;
	occursOn: string;
	team: { id: string; name: string };
	/** Local HH:MM. */
	startsAt: string;
};

/** Meetings that have not begun, and whose time to be asked for has come. */
async function comingMeetings(queries: Queries, now: Date): Promise<Meeting[]> {
	const rows = await queries.query<{
		series_id: string;
		team_id: string;
		team: string;
		occurs_on: string;
		day: string;
		starts_at: string;
		clock: string;
		time_zone: string;
		asks_days_before: number;
		asks_at: string;
	}>(
		`select m.series_id, m.team_id, t.name as team, m.occurs_on::text,
			to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts_at,
			to_char(m.starts_at at time zone s.time_zone, 'HH24:MI') as clock,
			s.time_zone, s.asks_days_before, to_char(s.asks_at, 'HH24:MI') as asks_at
		from public.meetings m
			join public.series s on s.id = m.series_id
			join public.teams t on t.id = m.team_id
			join public.workspaces w on w.id = t.workspace_id
		where m.state = 'draft' and s.ended_at is null and s.asks_days_before is not null
			and not w.sample and m.starts_at > $1::text::timestamptz
			and m.starts_at < $1::text::timestamptz + interval '10 days'`,
		[now.toISOString()]
	);
	return rows
		.filter(({ starts_at, time_zone, asks_days_before, asks_at }) => {
			const asking = { daysBefore: asks_days_before, at: asks_at };
			return Date.parse(askedAt(starts_at, time_zone, asking)) <= now.getTime();
		})
		.map((row) => ({
			series: row.series_id,
			occursOn: row.occurs_on,
			team: { id: row.team_id, name: row.team },
			startsAt: row.clock
		}));
}

/** What lacks before a meeting, for each owner who wants to be asked. */
async function lackingIn(
	queries: Queries,
	{ team, occursOn }: Pick<Meeting, 'team' | 'occursOn'>
): Promise<Map<string, Lacking[]>> {
	const rows = await queries.query<{
		owner_id: string;
		name: string;
		cadence: Cadence;
		since: string;
		periods: string;
	}>(
		`select m.owner_id, m.name, m.cadence, m.created_at::date::text as since, coalesce((
				select string_agg(r.period::text, ' ') from public.readings r
				where r.metric_id = m.id and r.period > $2::text::date - 200
			), '') as periods
		from public.metrics m
			join public.team_members s on s.team_id = m.team_id and s.person_id = m.owner_id
			join public.people p on p.id = m.owner_id
		where m.team_id = $1::uuid and m.removed_at is null and s.left_at is null
			and s.role <> 'observer' and p.asked_by_mail
		order by m.position, m.name`,
		[team.id, occursOn]
	);
	const lacking = new Map<string, Lacking[]>();
	for (const { owner_id, name, cadence, since, periods } of rows) {
		const known = new Set(periods.split(' '));
		const period = lackingFor(cadence, (one) => known.has(one), since, occursOn);
		if (period)
			lacking.set(owner_id, [...(lacking.get(owner_id) ?? []), { name, cadence, period }]);
	}
	return lacking;
}

type Asked = { person: string; email: string; series: string; occursOn: string; offKey: string };

async function findMail(queries: Queries, offKey: string): Promise<Asked> {
	const [row] = await queries.query<Asked>(
		`select a.person_id as person, p.email, a.series_id as series, a.occurs_on::text as "occursOn",
			a.off_key as "offKey"
		from private.asking_mails a join public.people p on p.id = a.person_id where a.off_key = $1::uuid`,
		[offKey]
	);
	if (!row) throw new Error('A mail that asks for readings is gone');
	return row;
}

async function send(
	{ database, sendMail, site, tell }: Asker,
	queue: MailQueue,
	mail: Asked & { tries: number },
	meeting: Meeting | undefined,
	now: Date
): Promise<void> {
	const leave = (state: string, next?: Date) => queue.leave(mail.offKey, state, now, next);
	const about = { series: mail.series, occursOn: mail.occursOn, tries: mail.tries };
	// The meeting began, moved or was cancelled while the mail waited.
	if (!meeting) {
		await leave('failed');
		if (mail.tries > 1) tell('error', 'a mail that asks for readings came too late', about);
		return;
	}
	const lacking = (await lackingIn(database, meeting)).get(mail.person);
	if (!lacking) {
		await leave('needless');
		return;
	}
	const { email: to, offKey } = mail;
	try {
		await sendMail(askingMail({ to, ...meeting, lacking, site, offKey }));
	} catch (error) {
		if (error instanceof MaybeSent) {
			await leave('unsure');
			tell('error', 'no answer came after a mail that asks for readings', about);
			return;
		}
		const next = nextTry(mail.tries, now);
		await leave(next ? 'waiting' : 'failed', next);
		// The words of a mail server name the address: only its code is told.
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		if (next)
			tell('warn', 'a mail that asks for readings failed and is tried again', { ...about, code });
		else tell('error', 'a mail that asks for readings was given up', { ...about, code });
		return;
	}
	await leave('sent');
}

/** Switches these mails off for whom the key was made. False when there is no such key. */
export async function askNoMore(queries: Queries, offKey: string): Promise<boolean> {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(offKey)) return false;
	const changed = await queries.query(
		`update public.people set asked_by_mail = false
		where id = (select person_id from private.asking_mails where off_key = $1::uuid
			union select person_id from private.wanted_mails where off_key = $1::uuid) returning id`,
		[offKey]
	);
	return changed.length > 0;
}
