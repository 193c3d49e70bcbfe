import { Temporal } from 'temporal-polyfill';

/** When somebody wants no mail: local HH:MM, the end not included. It may go past midnight. */
export type Quiet = { from: string; until: string };

/**
 * The first moment from this one on that is not quiet by the clocks of a zone, also where they change:
 * an hour that comes twice is quiet twice, and one that is skipped is over as much later.
 *
 * @param at an ISO instant
 * @returns an ISO instant; `at` itself when it is not quiet
 */
export function afterQuiet(at: string, quiet: Quiet | null, zone: string): string {
	if (!quiet) return at;
	const now = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
	if (!isQuiet(now, quiet)) return at;
	for (const days of [0, 1, 2]) {
		const end = now.toPlainDate().add({ days }).toPlainDateTime(quiet.until);
		for (const disambiguation of ['earlier', 'later'] as const) {
			const moment = end.toZonedDateTime(zone, { disambiguation });
			if (Temporal.ZonedDateTime.compare(moment, now) > 0 && !isQuiet(moment, quiet))
				return moment.toInstant().toString();
		}
	}
	return at;
}

function isQuiet(moment: Temporal.ZonedDateTime, { from, until }: Quiet): boolean {
	const clock = moment.toPlainTime().toString({ smallestUnit: 'minute' });
	return from < until ? from <= clock && clock < until : clock >= from || clock < until;
}
