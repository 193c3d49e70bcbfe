import { Temporal } from 'temporal-polyfill';
import { local, type Property } from './ics.ts';

/** How many years of changes a file names: clients take the rules of later ones from the zone's name. */
const yearsAhead = 10;

/**
 * What a calendar file says of a time zone (`VTIMEZONE`), so that a program that does not know its
 * name keeps nine o'clock at nine when the clocks change.
 *
 * @param since the ISO day of the first event in it
 */
export function zoneBlock(zone: string, since: string): Property[] {
	const year = Number(since.slice(0, 4));
	const end = Temporal.ZonedDateTime.from(`${year + yearsAhead}-01-01T00:00[${zone}]`);
	let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(
		`${year - 1}-01-01T00:00[${zone}]`
	);
	const first = observance('STANDARD', '1970-01-01', '00:00', at.offset, at.offset);
	const changes: Property[] = [];
	while ((at = at.getTimeZoneTransition('next')) && Temporal.ZonedDateTime.compare(at, end) < 0) {
		const before = at.subtract({ nanoseconds: 1 });
		const wall = at.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
		const kind = at.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
		changes.push(
			...observance(
				kind,
				wall.toPlainDate().toString(),
				wall.toPlainTime().toString().slice(0, 5),
				before.offset,
				at.offset
			)
		);
	}
	return [['BEGIN', 'VTIMEZONE'], ['TZID', zone], ...first, ...changes, ['END', 'VTIMEZONE']];
}

function observance(
	kind: 'STANDARD' | 'DAYLIGHT',
	day: string,
	time: string,
	from: string,
	to: string
): Property[] {
	return [
		['BEGIN', kind],
		['DTSTART', local(day, time)],
		['TZOFFSETFROM', from.replace(':', '')],
		['TZOFFSETTO', to.replace(':', '')],
		['END', kind]
	];
}
