import { local, parameter, text, utc, writeCalendar, type Property } from '#lib/calendar/ics.ts';
import { zoneBlock } from '#lib/calendar/zone-block.ts';
import * as v from 'valibot';
import {
	ruleOf,
	ruledStart,
	uidOf,
	type CalendarMeeting,
	type CalendarSeries
} from './team-calendar.ts';

const Moved = v.object({
	startsAt: v.string(),
	minutes: v.number(),
	place: v.string()
});

/** What somebody's calendar knows of a series: the rule from a day on, and what differs from it. */
export const Told = v.object({
	id: v.string(),
	name: v.string(),
	/** The ISO day of the first meeting it was told of. */
	since: v.string(),
	weekday: v.number(),
	startsAt: v.string(),
	timeZone: v.string(),
	minutes: v.number(),
	place: v.string(),
	/** By the day of the rule: where and when it is instead, or null when it is cancelled. */
	apart: v.record(v.string(), v.nullable(Moved))
});
export type Told = v.InferOutput<typeof Told>;

/** A mail with a calendar file in it. `subject` says what happened in words. */
export type Invitation = {
	method: 'REQUEST' | 'CANCEL';
	what: 'invited' | 'changed' | 'moved' | 'cancelled' | 'ended';
	/** The days it is about; empty for the whole series. */
	days: string[];
	content: string;
};

export type Between = {
	/** The mail address invitations come from, and the name of the team. */
	organizer: { name: string; email: string };
	attendee: { name: string; email: string };
	site: string;
	/** Raised with every mail (RFC 5546). */
	sequence: number;
	now: string;
};

/** What a calendar should know of a series now; undefined when nothing of it is to come. */
export function toTell(
	series: CalendarSeries,
	meetings: readonly CalendarMeeting[],
	now: string
): Told | undefined {
	const own = meetings
		.filter(({ series: of, state }) => of === series.id && ['draft', 'cancelled'].includes(state))
		.filter(({ startsAt }) => Date.parse(startsAt) > Date.parse(now))
		.toSorted((one, other) => (one.occursOn < other.occursOn ? -1 : 1));
	const since = own.find(({ state }) => state === 'draft')?.occursOn;
	if (!since) return undefined;
	const apart: Told['apart'] = {};
	for (const { occursOn, state, startsAt, minutes, place } of own) {
		if (state === 'cancelled') apart[occursOn] = null;
		else if (
			Date.parse(startsAt) !== Date.parse(ruledStart(series, occursOn)) ||
			minutes !== series.minutes ||
			place !== series.place
		)
			apart[occursOn] = { startsAt, minutes, place };
	}
	const { id, name, weekday, startsAt, timeZone, minutes, place } = series;
	return { id, name, since, weekday, startsAt, timeZone, minutes, place, apart };
}

/**
 * The mails that bring a calendar from what it was told to what is so now: none when nothing
 * changed, one for what is asked and one for what is cancelled.
 *
 * @param wanted undefined when the person is to have none of it any more
 */
export function invitations(
	told: Told | undefined,
	wanted: Told | undefined,
	between: Between
): Invitation[] {
	if (!wanted) return told ? [cancelAll(told, between)] : [];
	if (!told || ruleChanged(told, wanted))
		return [
			{
				method: 'REQUEST',
				what: told ? 'changed' : 'invited',
				days: [],
				content: write('REQUEST', wanted, [master(wanted, between), ...moves(wanted, between)])
			},
			...cancelDays(wanted, cancelled(wanted), between)
		];
	const changed = [...new Set([...Object.keys(told.apart), ...Object.keys(wanted.apart)])]
		// What is over is no news.
		.filter((day) => day >= wanted.since || wanted.apart[day] !== undefined)
		.filter((day) => JSON.stringify(told.apart[day]) !== JSON.stringify(wanted.apart[day]))
		.toSorted();
	const moved = changed.filter((day) => wanted.apart[day] !== null);
	return [
		...(moved.length > 0
			? [
					{
						method: 'REQUEST' as const,
						what: 'moved' as const,
						days: moved,
						content: write(
							'REQUEST',
							wanted,
							moved.map((day) => exception(wanted, day, between))
						)
					}
				]
			: []),
		...cancelDays(
			wanted,
			changed.filter((day) => wanted.apart[day] === null),
			between
		)
	];
}

function ruleChanged(told: Told, wanted: Told): boolean {
	const keys = ['name', 'weekday', 'startsAt', 'timeZone', 'minutes', 'place'] as const;
	return keys.some((key) => told[key] !== wanted[key]);
}

const cancelled = ({ apart }: Told) => Object.keys(apart).filter((day) => apart[day] === null);

const moves = (told: Told, between: Between) =>
	Object.keys(told.apart)
		.filter((day) => told.apart[day] !== null)
		.map((day) => exception(told, day, between));

function cancelAll(told: Told, between: Between): Invitation {
	const event = [...master(told, between).slice(0, -1), ['STATUS', 'CANCELLED'], end] as Property[];
	return {
		method: 'CANCEL',
		what: 'ended',
		days: [],
		content: write('CANCEL', told, [event])
	};
}

function cancelDays(told: Told, days: string[], between: Between): Invitation[] {
	if (days.length === 0) return [];
	const events = days.map((day): Property[] => [
		...exception({ ...told, apart: {} }, day, between).slice(0, -1),
		['STATUS', 'CANCELLED'],
		end
	]);
	return [
		{
			method: 'CANCEL',
			what: 'cancelled',
			days,
			content: write('CANCEL', told, events)
		}
	];
}

const end: Property = ['END', 'VEVENT'];

function master(told: Told, between: Between): Property[] {
	return event(told, between, told.minutes, told.place, [
		[`DTSTART;TZID=${told.timeZone}`, local(told.since, told.startsAt)],
		['RRULE', ruleOf(told)]
	]);
}

function exception(told: Told, day: string, between: Between): Property[] {
	const instead = told.apart[day];
	return event(told, between, instead?.minutes ?? told.minutes, instead?.place ?? told.place, [
		[`RECURRENCE-ID;TZID=${told.timeZone}`, local(day, told.startsAt)],
		instead
			? ['DTSTART', utc(instead.startsAt)]
			: [`DTSTART;TZID=${told.timeZone}`, local(day, told.startsAt)]
	]);
}

function event(
	told: Told,
	{ organizer, attendee, site, sequence, now }: Between,
	minutes: number,
	place: string,
	when: Property[]
): Property[] {
	return [
		['BEGIN', 'VEVENT'],
		['UID', uidOf(told.id)],
		['DTSTAMP', utc(now)],
		['SEQUENCE', String(sequence)],
		...when,
		['DURATION', `PT${minutes}M`],
		['SUMMARY', text(told.name)],
		...(place ? [['LOCATION', text(place)] as const] : []),
		['URL', site],
		[`ORGANIZER;CN=${parameter(organizer.name)}`, `mailto:${organizer.email}`],
		[
			`ATTENDEE;CN=${parameter(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE`,
			`mailto:${attendee.email}`
		],
		end
	];
}

function write(method: 'REQUEST' | 'CANCEL', told: Told, events: Property[][]): string {
	return writeCalendar(method, [], [zoneBlock(told.timeZone, told.since), ...events]);
}
