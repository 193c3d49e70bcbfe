import { addDays, daysSince } from './day.ts';

/** Monday to Friday, and none of the days off (ISO dates). */
export function isWorkingDay(day: string, daysOff: readonly string[] = []): boolean {
	// 5 January 1970 was a Monday.
	return ((daysSince('1970-01-05', day) % 7) + 7) % 7 < 5 && !daysOff.includes(day);
}

/** The working days after `since` up to and including `last`, oldest first (ISO dates). */
export function workingDaysAfter(
	since: string,
	last: string,
	daysOff: readonly string[] = []
): string[] {
	const length = Math.max(0, daysSince(since, last));
	return Array.from({ length }, (_, index) => addDays(since, index + 1)).filter((day) =>
		isWorkingDay(day, daysOff)
	);
}
