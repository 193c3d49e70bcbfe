import { mailDue, type WeeklyDay } from '#lib/execution/weekly-day.ts';
import { getsMail, standingOf, type Audience, type Seat } from '#lib/execution/weekly-readers.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import type { Queries } from '../database/database.ts';

/** Somebody whose mail of the week is due. */
export type DueReader = { team: string; person: string; week: string; at: string };

type Row = {
	team_id: string;
	person_id: string;
	audience: Audience;
	role: Seat['role'];
	owns: number;
	alerts: number;
	wants: boolean;
	weekday: number;
	send_at: string;
	zone: string;
	away_from: string | null;
	away_until: string | null;
	days_off: string;
};

/** After so many refusals in a row a mailbox is taken to be gone, until an admin tries again. */
const mostRefusals = 3;

/**
 * Everybody whose weekly mail is due now. Nobody of the sample company, who has left, who switched
 * it off, who is away, whose mailbox refused the last three, or of whom a mail came back.
 */
export async function dueReaders(queries: Queries, now: Date): Promise<DueReader[]> {
	const rows = await queries.query<Row>(
		`select m.team_id, m.person_id, t.alerts_to as audience, m.role,
			coalesce(o.owns, 0)::int as owns, coalesce(o.alerts, 0)::int as alerts,
			coalesce(c.wants, true) as wants, coalesce(c.weekday, t.alerts_weekday)::int as weekday,
			to_char(coalesce(c.send_at, t.alerts_at), 'HH24:MI') as send_at, p.time_zone as zone,
			p.away_from::text, p.away_until::text, coalesce(d.days, '') as days_off
		from public.team_members m
			join public.teams t on t.id = m.team_id
			join public.workspaces w on w.id = t.workspace_id
			join public.people p on p.id = m.person_id
			left join public.weekly_mail_choices c on c.team_id = m.team_id and c.person_id = m.person_id
			left join (
				select x.team_id, x.owner_id, count(*) as owns, count(*) filter (where x.weekly_alert) as alerts
				from public.priorities x where x.ended_at is null group by x.team_id, x.owner_id
			) o on o.team_id = m.team_id and o.owner_id = m.person_id
			left join (
				select f.team_id, string_agg(f.day::text, ' ') as days from public.days_off f
				where f.day between $1::text::date - 15 and $1::text::date + 15 group by f.team_id
			) d on d.team_id = m.team_id
		where m.left_at is null and not w.sample and t.alerts_to <> 'nobody'
			and (
				select count(*) filter (where l.state = 'refused') from (
					select r.state from private.weekly_mails r
					where r.person_id = m.person_id and r.state in ('sent', 'refused')
					order by r.changed_at desc limit ${mostRefusals}
				) l
			) < ${mostRefusals}
			and not exists (select from private.weekly_mails b where b.person_id = m.person_id and b.state = 'bounced')`,
		[now.toISOString().slice(0, 10)]
	);
	const known = new Map<string, WeeklyDay | undefined>();
	return rows.flatMap((row) => {
		if (!getsMail(standingOf(row, row.audience))) return [];
		const due = dueOf(row, now, known);
		return due ? [{ team: row.team_id, person: row.person_id, week: due.week, at: due.at }] : [];
	});
}

/** Most of a company share a time and a zone: each is worked out once. */
function dueOf(row: Row, now: Date, known: Map<string, WeeklyDay | undefined>) {
	const { weekday, send_at: at, away_from: from, away_until: until, days_off } = row;
	const zone = isTimeZone(row.zone) ? row.zone : 'Europe/London';
	const key = [zone, weekday, at, from, until, days_off].join();
	if (!known.has(key)) {
		const away = from !== null && until !== null ? { from, until } : null;
		const daysOff = days_off.split(' ').filter(Boolean);
		known.set(key, mailDue(now, { weekday, at, zone }, { daysOff, away }));
	}
	return known.get(key);
}
