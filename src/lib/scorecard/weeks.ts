import { addDays, mondayOf } from '#lib/calendar/day.ts';
import type { Reading } from './metric.ts';

/** How many weeks a trend looks back, the current one included: a quarter. */
export const weeksShown = 13;

/** The Mondays of the last weeks, oldest first; the last is the week that `today` lies in. */
export function lastWeeks(today: string, count = weeksShown): string[] {
	const monday = mondayOf(today);
	return Array.from({ length: count }, (_, index) => addDays(monday, 7 * (index - count + 1)));
}

/** One value for each week, null where no reading was entered. */
export function trend(readings: readonly Reading[], weeks: readonly string[]): (number | null)[] {
	const values = new Map(readings.map(({ period, value }) => [period, value]));
	return weeks.map((week) => values.get(week) ?? null);
}
