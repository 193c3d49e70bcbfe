import { Temporal } from 'temporal-polyfill';
import { occurrences, type Occurrence, type Series } from '#lib/meeting/series.ts';

export const timeZone = 'Europe/Amsterdam';

/** The number of the meeting that is ready to start, and how many were held and lie ahead. */
export const readyNumber = 46;
export const pastMeetings = 8;
export const comingMeetings = 4;

/** When everything in the sample company happens. */
export type Calendar = {
	/** ISO date in the team's zone. */
	today: string;
	series: Series;
	/** Meetings by number: the past ones, the one that is ready, and the coming ones. */
	meetings: Map<number, Occurrence>;
	/** The Mondays of the weeks with readings: a year, and the week of today last. */
	weeks: string[];
};

/**
 * The meeting that is ready starts at the next half hour, and all others at that time of their
 * day; the words and days depend on the day alone.
 */
export function calendarFor(now: Date): Calendar {
	const here = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone);
	const today = here.toPlainDate();
	const next = here.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' });
	const startsAt = next.toPlainDate().equals(today) ? next.toPlainTime() : '23:30';
	const series: Series = {
		weekday: today.dayOfWeek,
		startsAt: startsAt.toString().slice(0, 5),
		timeZone,
		everyWeeks: 1,
		startsOn: today.subtract({ weeks: readyNumber - 1 }).toString()
	};
	const first = today.subtract({ weeks: pastMeetings }).toZonedDateTime(timeZone);
	const count = pastMeetings + 1 + comingMeetings;
	const held = occurrences(series, first.toInstant().toString(), count);
	const monday = today.subtract({ days: today.dayOfWeek - 1 });
	return {
		today: today.toString(),
		series,
		meetings: new Map(held.map((one, index) => [readyNumber - pastMeetings + index, one])),
		weeks: Array.from({ length: 53 }, (_, index) =>
			monday.subtract({ weeks: 52 - index }).toString()
		)
	};
}

/** The instant of a time of day (`HH:MM`, the team's zone), so many days from an ISO date. */
export function instant(date: string, days: number, time: string): string {
	const day = Temporal.PlainDate.from(date).add({ days });
	return day.toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString();
}

/** `Q4 2026`, so many quarters from the one of an ISO date. */
export function quarterOf(date: string, quarters = 0): { name: string; startsOn: string } {
	const day = Temporal.PlainDate.from(date).with({ day: 1 });
	const start = day.subtract({ months: (day.month - 1) % 3 }).add({ months: 3 * quarters });
	return { name: `Q${Math.ceil(start.month / 3)} ${start.year}`, startsOn: start.toString() };
}

/**
 * Fills in what depends on the day a text is from: `{+27}` is the date in 27 days such as
 * `14 December`, `{quarter}`, `{last quarter}` and `{next quarter}` are `Q4` and so on,
 * `{year}` and `{next year}` are years.
 */
export function onDay(text: string, date: string): string {
	const day = Temporal.PlainDate.from(date);
	const quarter = (offset: number) => quarterOf(date, offset).name.slice(0, 2);
	return text
		.replaceAll('{quarter}', quarter(0))
		.replaceAll('{last quarter}', quarter(-1))
		.replaceAll('{next quarter}', quarter(1))
		.replaceAll('{year}', String(day.year))
		.replaceAll('{next year}', String(day.year + 1))
		.replace(/\{\+(\d+)\}/g, (_, days: string) =>
			day.add({ days: Number(days) }).toLocaleString('en-GB', { day: 'numeric', month: 'long' })
		);
}
