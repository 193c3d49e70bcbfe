/** A line of a calendar file: its name with parameters, and its value as it stands in the file. */
export type Property = readonly [name: string, value: string];

/**
 * A calendar file as RFC 5545 has it: CRLF, no line longer than 75 bytes.
 *
 * @param method what a mail with it asks for: `REQUEST`, `CANCEL`, or `PUBLISH` for a feed
 */
export function writeCalendar(
	method: 'PUBLISH' | 'REQUEST' | 'CANCEL',
	head: readonly Property[],
	components: readonly Property[][]
): string {
	const lines: Property[] = [
		['BEGIN', 'VCALENDAR'],
		['VERSION', '2.0'],
		['PRODID', '-//Drumbeat//Drumbeat//EN'],
		['CALSCALE', 'GREGORIAN'],
		['METHOD', method],
		...head,
		...components.flat(),
		['END', 'VCALENDAR']
	];
	return lines.map(([name, value]) => fold(`${name}:${value}`) + '\r\n').join('');
}

/** People's words as a value: no line break, comma or semicolon of theirs ends or splits it. */
export function text(words: string): string {
	return words
		.replace(/[\p{Cc}\u2028\u2029]+/gu, (signs) => (/[\n\r\u2028\u2029]/u.test(signs) ? '\n' : ' '))
		.replace(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');
}

/** A name as a parameter, which has no way to escape a quote (RFC 5545, 3.2). */
export function parameter(words: string): string {
	return `"${words.replace(/[\p{Cc}\u2028\u2029"]+/gu, ' ').trim()}"`;
}

/** `20261116T090000` from an ISO day and `09:00`, for a time in a zone. */
export const local = (day: string, time: string): string =>
	`${day.replaceAll('-', '')}T${time.replace(':', '')}00`;

/** `20261116T080000Z` from an ISO instant. */
export const utc = (instant: string): string =>
	new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** Bytes a line may have without its line break. */
const longest = 75;

function fold(line: string): string {
	const parts: string[] = [];
	let part = '';
	let bytes = 0;
	for (const sign of line) {
		const size = new TextEncoder().encode(sign).length;
		// A continued line begins with a space, which counts.
		if (bytes + size > longest - (parts.length > 0 ? 1 : 0)) {
			parts.push(part);
			part = '';
			bytes = 0;
		}
		part += sign;
		bytes += size;
	}
	return [...parts, part].join('\r\n ');
}
