import { Temporal } from 'temporal-polyfill';

/** When a team wants to be asked for the readings that lack: `at` is local HH:MM. */
export type Asking = { daysBefore: number; at: string };

/**
 * The instant at which owners are asked before a meeting: so many working days earlier, at that
 * time in the zone of the series. A day whose clocks skip that time has it as much later.
 *
 * @param startsAt the start of the meeting, an ISO instant
 * @returns an ISO instant; never after the meeting has begun
 */
export function askedAt(startsAt: string, timeZone: string, { daysBefore, at }: Asking): string {
	const start = Temporal.Instant.from(startsAt);
	let day = start.toZonedDateTimeISO(timeZone).toPlainDate();
	for (let left = daysBefore; left > 0;) {
		day = day.subtract({ days: 1 });
		if (day.dayOfWeek <= 5) left -= 1;
	}
	const asked = day.toPlainDateTime(at).toZonedDateTime(timeZone).toInstant();
	return (Temporal.Instant.compare(asked, start) < 0 ? asked : start).toString();
}
