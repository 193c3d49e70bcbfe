/** The days of the week as a form offers them. */
export const weekdays = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
].map((label, index) => ({ value: index + 1, label }));

/** `Kiritimati` for `Pacific/Kiritimati`. */
export function cityOf(zone: string): string {
	return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
