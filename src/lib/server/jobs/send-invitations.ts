import * as v from 'valibot';
import { writeDay } from '#lib/calendar/day.ts';
import { invitations, Told, toTell, type Invitation } from '#lib/meeting/invitation.ts';
import { readCalendar, type Calendar } from '../calendar/read-calendar.ts';
import type { Database } from '../database/database.ts';
import { oneLine, type Mail, type Post } from '../mail/mail.ts';

export type Inviter = {
	database: Database;
	openPost: () => Post;
	/** The address invitations come from. */
	from: string;
	site: string;
	tell: (level: 'info' | 'warn', what: string, about: object) => void;
};

const sendingMs = 10 * 60_000;
const firstPauseMs = 5 * 60_000;
const mostTries = 8;

type Row = {
	series: string;
	person: string;
	email: string;
	sent_to: string | null;
	name: string;
	team: string;
	team_name: string;
	invited: boolean;
	sequence: number;
	/** JSON. */
	told: string | null;
	tries: number;
};

/**
 * Tells calendars by mail what changed since they were told last: the whole series to whoever is
 * new, the day to everybody when a meeting moves or is cancelled, the end to whoever leaves. A mail
 * that fails is tried again with the same sequence, which a calendar takes once.
 */
export async function sendInvitations(inviter: Inviter, now: Date): Promise<void> {
	const { database } = inviter;
	await database.query(
		`insert into private.calendar_invitations (series_id, person_id, email, next_try_at)
		select s.id, p.id, p.email, $1::text::timestamptz from public.series s
		join public.team_members m on m.team_id = s.team_id and m.left_at is null and m.role <> 'observer'
		join public.people p on p.id = m.person_id and p.email <> ''
		where s.invites and s.ended_at is null and not exists (select from public.notice_choices c
			where c.person_id = p.id and c.kind = 'invitations' and c.channel = 'off')
		on conflict (series_id, person_id) do nothing`,
		[now.toISOString()]
	);
	// Whoever is invited no more keeps their row: a later invitation needs a higher sequence.
	const rows = await database.query<Row>(
		`select * from (select i.series_id::text as series, i.person_id::text as person, p.email, i.email as sent_to, p.name,
			s.team_id::text as team, t.name as team_name, i.sequence::int as sequence, i.told::text as told,
			i.tries::int as tries,
			s.invites and s.ended_at is null and exists (
				select from public.team_members m where m.team_id = s.team_id and m.person_id = i.person_id
					and m.left_at is null and m.role <> 'observer')
				and not exists (select from public.notice_choices c where c.person_id = i.person_id
					and c.kind = 'invitations' and c.channel = 'off') as invited
		from private.calendar_invitations i
		join public.series s on s.id = i.series_id join public.teams t on t.id = s.team_id
		join public.people p on p.id = i.person_id
		where i.next_try_at <= $1::text::timestamptz and i.tries < $2
			and (i.sending_until is null or i.sending_until < $1::text::timestamptz)
		) r where r.invited or r.told is not null order by r.series, r.person`,
		[now.toISOString(), mostTries]
	);
	if (rows.length === 0) return;
	const calendars = new Map<string, Calendar>();
	const post = inviter.openPost();
	try {
		for (const row of rows) {
			const calendar = calendars.get(row.team) ?? (await readCalendar(database, row.team));
			calendars.set(row.team, calendar);
			await bringUpToDate(inviter, post, row, calendar, now);
		}
	} finally {
		post.close();
	}
}

async function bringUpToDate(
	{ database, from, site, tell }: Inviter,
	post: Post,
	row: Row,
	calendar: Calendar,
	now: Date
): Promise<void> {
	const series = calendar.series.find(({ id }) => id === row.series);
	const before = v.safeParse(Told, JSON.parse(row.told ?? 'null'));
	const told = before.success ? before.output : undefined;
	const wanted =
		row.invited && series ? toTell(series, calendar.meetings, now.toISOString()) : undefined;
	const mails = invitations(told, wanted, {
		organizer: { name: row.team_name, email: addressOf(from) },
		attendee: { name: row.name, email: row.sent_to ?? row.email },
		site: `${site}/t/${row.team}`,
		sequence: row.sequence,
		now: now.toISOString()
	});
	if (mails.length === 0) return note(database, row, told, wanted);
	if (!(await claim(database, row, now))) return;
	try {
		for (const mail of mails) await post.send(write(mail, row, wanted ?? told, site));
		await database.query(
			`update private.calendar_invitations set told = $3::text::jsonb, sequence = sequence + 1, tries = 0,
				sending_until = null, problem = '' where series_id = $1::text::uuid and person_id = $2::text::uuid`,
			[row.series, row.person, wanted ? JSON.stringify(wanted) : null]
		);
	} catch (error) {
		const problem = error instanceof Error ? error.message : 'unknown';
		const next = new Date(now.getTime() + firstPauseMs * 3 ** row.tries);
		await database.query(
			`update private.calendar_invitations set tries = tries + 1, sending_until = null,
				next_try_at = $3::text::timestamptz, problem = left($4, 300)
			where series_id = $1::text::uuid and person_id = $2::text::uuid`,
			[row.series, row.person, next.toISOString(), oneLine(problem)]
		);
		tell('warn', 'an invitation could not be mailed', { series: row.series, problem });
	}
}

/** What needs no mail, as that a week has passed, is noted all the same. */
async function note(
	database: Database,
	row: Row,
	told: Told | undefined,
	wanted: Told | undefined
) {
	if (!wanted || JSON.stringify(told) === JSON.stringify(wanted)) return;
	await database.query(
		`update private.calendar_invitations set told = $3::text::jsonb
		where series_id = $1::text::uuid and person_id = $2::text::uuid`,
		[row.series, row.person, JSON.stringify(wanted)]
	);
}

async function claim(database: Database, row: Row, now: Date): Promise<boolean> {
	const taken = await database.query(
		`update private.calendar_invitations set sending_until = $3::text::timestamptz
		where series_id = $1::text::uuid and person_id = $2::text::uuid and sequence = $5
			and (sending_until is null or sending_until < $4::text::timestamptz) returning series_id`,
		[
			row.series,
			row.person,
			new Date(now.getTime() + sendingMs).toISOString(),
			now.toISOString(),
			row.sequence
		]
	);
	return taken.length > 0;
}

/** `Drumbeat <mail@example.com>` as its address. */
function addressOf(from: string): string {
	return /<([^<>\s]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

const subjects: Record<Invitation['what'], (name: string, days: string) => string> = {
	invited: (name) => `Invitation: ${name}`,
	changed: (name) => `New time: ${name}`,
	moved: (name, days) => `Moved: ${name}, ${days}`,
	cancelled: (name, days) => `Cancelled: ${name}, ${days}`,
	ended: (name) => `No longer: ${name}`
};

function write(mail: Invitation, row: Row, told: Told | undefined, site: string): Mail {
	const days = mail.days.map((day) => writeDay(day)).join(', ');
	const name = `${oneLine(told?.name ?? 'Meeting')} (${oneLine(row.team_name)})`;
	const when = told
		? `${told.startsAt} in ${told.timeZone}, ${told.minutes} minutes${told.place ? `, ${oneLine(told.place)}` : ''}.`
		: '';
	const says: Record<Invitation['what'], string> = {
		invited: `You are invited every week, the first time on ${told ? writeDay(told.since, 'long') : ''}, ${when}`,
		changed: `From ${told ? writeDay(told.since, 'long') : ''} on the meeting is at ${when}`,
		moved: `The meeting of ${days} has moved. Your calendar shows its new time and place.`,
		cancelled: `The meeting of ${days} does not take place.`,
		ended: 'These meetings are no longer yours, or no longer held.'
	};
	return {
		to: row.sent_to ?? row.email,
		subject: subjects[mail.what](name, days),
		text: [
			says[mail.what],
			`    ${site}/t/${row.team}`,
			'Most calendars take this in by themselves. An admin of the team can stop these mails in Settings → Calendar.',
			'Drumbeat'
		].join('\n\n'),
		calendar: { method: mail.method, content: mail.content }
	};
}
