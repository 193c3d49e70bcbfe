import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

/** A zone of the IANA database by its name: offsets such as `+02:00` know no summer time. */
export const TimeZone = v.pipe(
	v.string(),
	v.maxLength(64),
	v.check(isTimeZone, 'No such time zone')
);

/** The weekly appointment. `weekday` is 1 for Monday to 7 for Sunday, `startsAt` local `HH:MM`. */
export const Series = v.object({
	weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
	startsAt: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time like 09:00')),
	timeZone: TimeZone,
	everyWeeks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)), 1),
	startsOn: v.pipe(v.string(), v.isoDate(), v.check(isDay, 'No such day'))
});
export type Series = v.InferOutput<typeof Series>;

/**
 * `occursOn` is the ISO date in the series' zone, `startsAt` the instant. `clock` says when the
 * clocks change at that very time: a time that is `skipped` (spring) is held as much later as the
 * clocks go forward, one that comes `twice` (autumn) is the first of the two.
 */
export type Occurrence = {
	occursOn: string;
	startsAt: string;
	clock: 'plain' | 'skipped' | 'twice';
};

/** The next `count` meetings that start at `from` (an ISO instant) or later. */
export function occurrences(series: Series, from: string, count: number): Occurrence[] {
	const since = Temporal.Instant.from(from);
	const first = firstDay(series);
	// A day early: where the clocks skip a time, a meeting may start on the day after its own.
	const near = since.toZonedDateTimeISO(series.timeZone).toPlainDate().subtract({ days: 1 });
	const step = 7 * series.everyWeeks;
	const found: Occurrence[] = [];
	let turn = Math.max(0, Math.ceil(first.until(near).days / step));
	while (found.length < count) {
		const next = held(series, first.add({ days: turn++ * step }));
		if (Temporal.Instant.compare(next.startsAt, since) >= 0) found.push(next);
	}
	return found;
}

function firstDay({ startsOn, weekday }: Series): Temporal.PlainDate {
	const from = Temporal.PlainDate.from(startsOn);
	return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
}

function held({ startsAt, timeZone }: Series, day: Temporal.PlainDate): Occurrence {
	const local = day.toPlainDateTime(startsAt);
	const at = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
	const other = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
	const skipped = !at.toPlainDateTime().equals(local);
	return {
		occursOn: day.toString(),
		startsAt: at.toInstant().toString(),
		clock: skipped ? 'skipped' : at.equals(other) ? 'plain' : 'twice'
	};
}

/** Names that are time zones: asking costs as much as a query. */
const timeZones = new Set<string>();

export function isTimeZone(name: string): boolean {
	if (timeZones.has(name)) return true;
	if (!/^[a-z]/i.test(name)) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
	} catch {
		return false;
	}
	// Zones are as many however they are written; this is a bound for whoever tries every spelling.
	if (timeZones.size < 2000) timeZones.add(name);
	return true;
}

function isDay(date: string): boolean {
	try {
		return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date;
	} catch {
		return false;
	}
}
