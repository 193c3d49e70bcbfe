import { local, text, utc, writeCalendar, type Property } from '#lib/calendar/ics.ts';
import { instantOf } from '#lib/calendar/local-time.ts';
import { zoneBlock } from '#lib/calendar/zone-block.ts';

/** The weekly appointment as a calendar needs it. `startsAt` is HH:MM in `timeZone`. */
export type CalendarSeries = {
	id: string;
	name: string;
	startsAt: string;
	timeZone: string;
	minutes: number;
	place: string;
	weekday: number;
};

/** One meeting. `occursOn` is the day of the rule, `startsAt` the instant; a moved one has them apart. */
export type CalendarMeeting = {
	id: string;
	series: string;
	number: number;
	occursOn: string;
	startsAt: string;
	minutes: number;
	name: string;
	place: string;
	state: string;
	/** When it was made or changed last, an ISO instant. */
	changedAt: string;
};

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The calendar of a team: every meeting that began or is over as an event of its own, what is to come
 * as one recurring event in the zone of the series, with the moved ones as exceptions and the
 * cancelled ones left out. The same meetings give the same file, so that a reader can be told that
 * nothing changed.
 *
 * @param site where links lead, without a slash at the end
 * @param now an ISO instant: what starts later is to come
 */
export function teamCalendar(
	team: { name: string },
	series: readonly CalendarSeries[],
	meetings: readonly CalendarMeeting[],
	site: string,
	now: string
): string {
	const ordered = meetings.toSorted(
		(one, other) => compare(one.occursOn, other.occursOn) || compare(one.id, other.id)
	);
	const coming = series.map((one) => recurring(one, ordered, site, now));
	const inSeries = new Set(coming.flatMap(({ held }) => held));
	const single = ordered
		.filter(({ id, state }) => state !== 'cancelled' && !inSeries.has(id))
		.map((meeting) =>
			event(uidOf(meeting.id), meeting, site, [['DTSTART', utc(meeting.startsAt)]])
		);
	const firstDays = new Map<string, string>();
	for (const { zone, from } of coming.flatMap(({ zones }) => zones))
		firstDays.set(zone, [firstDays.get(zone) ?? from, from].toSorted()[0] ?? from);
	return writeCalendar(
		'PUBLISH',
		[
			['X-WR-CALNAME', text(`${team.name} meetings`)],
			['NAME', text(`${team.name} meetings`)],
			['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
			['X-PUBLISHED-TTL', 'PT1H']
		],
		[
			...[...firstDays].map(([zone, from]) => zoneBlock(zone, from)),
			...single,
			...coming.flatMap(({ events }) => events)
		]
	);
}

/** How a calendar knows an event again: the same for the feed, the mails and every update. */
export const uidOf = (id: string): string => `${id}@drumbeat`;

/** The rule of a series as RFC 5545 writes it. */
export const ruleOf = ({ weekday }: Pick<CalendarSeries, 'weekday'>): string =>
	`FREQ=WEEKLY;BYDAY=${days[weekday - 1] ?? 'MO'}`;

/** When the rule alone would hold a meeting on this day. */
export const ruledStart = (
	{ startsAt, timeZone }: Pick<CalendarSeries, 'startsAt' | 'timeZone'>,
	day: string
): string => instantOf(day, startsAt, timeZone) ?? `${day}T00:00:00Z`;

/** Whether a meeting differs from what the rule says of its day. */
export function isMoved(series: CalendarSeries, meeting: CalendarMeeting): boolean {
	return (
		Date.parse(meeting.startsAt) !== Date.parse(ruledStart(series, meeting.occursOn)) ||
		meeting.minutes !== series.minutes ||
		meeting.place !== series.place
	);
}

type Coming = {
	events: Property[][];
	/** Ids of the meetings the recurring event holds. */
	held: string[];
	zones: { zone: string; from: string }[];
};

function recurring(
	series: CalendarSeries,
	meetings: readonly CalendarMeeting[],
	site: string,
	now: string
): Coming {
	const own = meetings.filter((meeting) => meeting.series === series.id);
	const drafts = own
		.filter(({ state, startsAt }) => state === 'draft' && Date.parse(startsAt) > Date.parse(now))
		.filter(({ occursOn }) => weekdayOf(occursOn) === series.weekday);
	const [first] = drafts;
	if (!first) return { events: [], held: [], zones: [] };
	const since = first.occursOn;
	const at = (day: string) => local(day, series.startsAt);
	const zoned = `TZID=${series.timeZone}`;
	const held = new Set(drafts.map(({ id }) => id));
	const away = own.filter(({ id, occursOn }) => occursOn > since && !held.has(id));
	const master = event(
		uidOf(series.id),
		{ ...first, name: series.name, minutes: series.minutes, place: series.place },
		site,
		[
			[`DTSTART;${zoned}`, at(since)],
			['RRULE', ruleOf(series)],
			...away.map(({ occursOn }): Property => [`EXDATE;${zoned}`, at(occursOn)])
		]
	);
	const moved = drafts
		.filter((meeting) => isMoved(series, meeting))
		.map((meeting) =>
			event(uidOf(series.id), meeting, site, [
				[`RECURRENCE-ID;${zoned}`, at(meeting.occursOn)],
				['DTSTART', utc(meeting.startsAt)]
			])
		);
	return {
		events: [master, ...moved],
		held: drafts.map(({ id }) => id),
		zones: [{ zone: series.timeZone, from: since }]
	};
}

function event(
	uid: string,
	meeting: CalendarMeeting,
	site: string,
	when: readonly Property[]
): Property[] {
	const link = `${site}/m/${meeting.id}/${meeting.state === 'closed' ? 'recap' : 'live'}`;
	return [
		['BEGIN', 'VEVENT'],
		['UID', uid],
		['DTSTAMP', utc(meeting.changedAt)],
		...when,
		['DURATION', `PT${meeting.minutes}M`],
		['SUMMARY', text(meeting.name)],
		...(meeting.place ? [['LOCATION', text(meeting.place)] as const] : []),
		['URL', link],
		['DESCRIPTION', text(link)],
		['STATUS', 'CONFIRMED'],
		['END', 'VEVENT']
	];
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(day: string): number {
	return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
