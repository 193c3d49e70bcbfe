import { addDays, dayIn, daysSince } from '#lib/calendar/day.ts';
import { timeIn } from '#lib/calendar/countdown.ts';
import { isWorkingDay } from '#lib/calendar/working-days.ts';
import type { RoundKind } from '#lib/diagnosis/blind-round.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import { reviewAfter } from '#lib/team/chart.ts';
import type { Queries } from '../database/database.ts';
import { MaybeSent } from '../mail/mail-failure.ts';
import { wantedMail, type WantedFor } from '../mail/wanted-mail.ts';
import type { Asker } from './ask-for-readings.ts';
import { MailQueue, nextTry } from './mail-queue.ts';

/** When a working day begins for whoever is reminded of a review. */
const beginsAt = '08:00';

/**
 * Mails whoever is asked in a blind round, once, and reminds admins of the quarterly review of the
 * accountability chart, once a quarter. It may run at any time, again and again, and on several nodes
 * at once.
 */
export async function askForAnswers(asker: Asker, now: Date): Promise<void> {
	const { database, tell } = asker;
	await enqueueRounds(database, now);
	await enqueueReviews(database, now);
	const queue = new MailQueue(database, 'wanted_mails');
	const lost = await queue.giveUpLost(now);
	if (lost.length > 0)
		tell('error', 'a server ended while it sent mails that ask for answers', {
			mails: lost.length
		});
	for (let claimed; (claimed = await queue.claim(now));) await send(asker, queue, claimed, now);
}

/** Everybody asked, whether they have answered or not: who has is forgotten at the reveal. */
async function enqueueRounds(queries: Queries, now: Date): Promise<void> {
	await queries.query(
		`delete from private.wanted_mails w using public.blind_rounds r
		where r.id = w.round_id and r.revealed_at is not null`
	);
	await queries.query(
		`insert into private.wanted_mails (person_id, team_id, round_id, next_try_at, changed_at)
		select i.person_id, i.team_id, i.round_id, $1::text::timestamptz, $1::text::timestamptz
		from public.blind_invitations i
			join public.blind_rounds r on r.id = i.round_id
			join public.team_members m on m.team_id = i.team_id and m.person_id = i.person_id
			join public.people p on p.id = i.person_id
			join public.teams t on t.id = i.team_id
			join public.workspaces w on w.id = t.workspace_id
		where r.revealed_at is null and m.left_at is null and m.role <> 'observer'
			and p.asked_by_mail and not w.sample
			-- Whoever asks has the page before them.
			and i.person_id is distinct from r.started_by
		order by i.person_id
		on conflict do nothing`,
		[now.toISOString()]
	);
}

type Reviewer = { person: string; team: string; since: string; zone: string; away: boolean };

/** Admins of teams whose chart nobody has signed for a quarter, on a working morning of theirs. */
async function enqueueReviews(queries: Queries, now: Date): Promise<void> {
	const rows = await queries.query<Reviewer>(
		`select m.person_id as person, m.team_id as team, p.time_zone as zone,
			coalesce($1::text::date between p.away_from and p.away_until, false) as away,
			coalesce((select max(r.reviewed_on) from public.chart_reviews r where r.team_id = m.team_id),
				(select min(s.created_at)::date from public.seats s
					where s.team_id = m.team_id and s.ended_at is null))::text as since
		from public.team_members m
			join public.people p on p.id = m.person_id
			join public.teams t on t.id = m.team_id
			join public.workspaces w on w.id = t.workspace_id
		where m.left_at is null and m.role = 'admin' and p.asked_by_mail and not w.sample
			and exists (select from public.seats s where s.team_id = m.team_id and s.ended_at is null)`,
		[now.toISOString().slice(0, 10)]
	);
	for (const { person, team, since, zone, away } of rows) {
		const home = isTimeZone(zone) ? zone : 'Europe/London';
		const today = dayIn(home, now);
		if (away || addDays(since, reviewAfter) > today || !isWorkingDay(today)) continue;
		if (timeIn(home, now.getTime()) < beginsAt) continue;
		await queries.query(
			`insert into private.wanted_mails (person_id, team_id, since, next_try_at, changed_at)
			values ($1::uuid, $2::uuid, $3::text::date, $4::text::timestamptz, $4::text::timestamptz)
			on conflict do nothing`,
			[person, team, since, now.toISOString()]
		);
	}
}

type Letter = {
	email: string;
	team: string;
	team_name: string;
	kind: RoundKind | null;
	due_on: string | null;
	since: string | null;
	signed: boolean;
	wants: boolean;
};

/** The mail as things stand now; undefined where nothing is wanted of its reader any more. */
async function findLetter(queries: Queries, offKey: string): Promise<Letter | undefined> {
	const [row] = await queries.query<Letter>(
		`select p.email, w.team_id as team, t.name as team_name, r.kind, r.due_on::text, w.since::text,
			exists (select from public.chart_reviews c where c.team_id = w.team_id) as signed,
			p.asked_by_mail and r.revealed_at is null and (w.since is null or not exists (
				select from public.chart_reviews c where c.team_id = w.team_id and c.reviewed_on > w.since)) as wants
		from private.wanted_mails w
			join public.people p on p.id = w.person_id
			join public.teams t on t.id = w.team_id
			join public.team_members m on m.team_id = w.team_id and m.person_id = w.person_id and m.left_at is null
			left join public.blind_rounds r on r.id = w.round_id
		where w.off_key = $1::uuid`,
		[offKey]
	);
	return row?.wants ? row : undefined;
}

function wantedFor({ kind, due_on, since, signed }: Letter, now: Date): WantedFor {
	if (kind) return { what: 'round', kind, dueOn: due_on };
	const due = addDays(since ?? '', reviewAfter);
	return {
		what: 'review',
		late: signed ? Math.max(0, daysSince(due, now.toISOString().slice(0, 10))) : null
	};
}

async function send(
	{ database, sendMail, site, tell }: Asker,
	queue: MailQueue,
	{ key, tries }: { key: string; tries: number },
	now: Date
): Promise<void> {
	const letter = await findLetter(database, key);
	if (!letter) {
		await queue.leave(key, 'needless', now);
		return;
	}
	const { email: to, team: id, team_name: name } = letter;
	// Which team, and never whom or for what.
	const about = { team: id, tries };
	try {
		const wanted = wantedFor(letter, now);
		await sendMail(wantedMail({ to, team: { id, name }, wanted, site, offKey: key }));
	} catch (error) {
		if (error instanceof MaybeSent) {
			await queue.leave(key, 'unsure', now);
			tell('error', 'no answer came after a mail that asks for answers', about);
			return;
		}
		const next = nextTry(tries, now);
		await queue.leave(key, next ? 'waiting' : 'failed', now, next);
		// The words of a mail server name the address: only its code is told.
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		if (next)
			tell('warn', 'a mail that asks for answers failed and is tried again', { ...about, code });
		else tell('error', 'a mail that asks for answers was given up', { ...about, code });
		return;
	}
	await queue.leave(key, 'sent', now);
}
