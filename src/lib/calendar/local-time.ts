import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which the clocks of a zone show this date and time (`2026-11-19`, `09:00`);
 * undefined when there is no such date or time. A time the clocks skip is as much later.
 */
export function instantOf(day: string, time: string, zone: string): string | undefined {
	try {
		return Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' })
			.toZonedDateTime(zone)
			.toInstant()
			.toString();
	} catch {
		return undefined;
	}
}
