import type { CalendarMeeting, CalendarSeries } from '#lib/meeting/team-calendar.ts';
import type { Queries } from '../database/database.ts';

export type Calendar = { series: CalendarSeries[]; meetings: CalendarMeeting[] };

/** The running series of a team and all its meetings, as far as whoever asks may read them. */
export async function readCalendar(queries: Queries, team: string): Promise<Calendar> {
	const series = await queries.query<CalendarSeries>(
		`select id::text as id, name, weekday::int as weekday, to_char(starts_at, 'HH24:MI') as "startsAt",
			time_zone as "timeZone", minutes::int as minutes, place
		from public.series where team_id = $1::text::uuid and ended_at is null order by id`,
		[team]
	);
	const meetings = await queries.query<CalendarMeeting>(
		`select id::text as id, series_id::text as series, number::int as number,
			occurs_on::text as "occursOn", starts_at::text as "startsAt", minutes::int as minutes, name,
			place, state, coalesce(closed_at, opened_at, created_at)::text as "changedAt"
		from public.meetings where team_id = $1::text::uuid order by occurs_on, id`,
		[team]
	);
	return {
		series,
		meetings: meetings.map((meeting) => ({
			...meeting,
			startsAt: new Date(meeting.startsAt).toISOString(),
			changedAt: new Date(meeting.changedAt).toISOString()
		}))
	};
}
