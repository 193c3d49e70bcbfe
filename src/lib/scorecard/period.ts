import { addDays, mondayOf, weekNumber, writeDay } from '#lib/calendar/day.ts';

/** How often a metric is read. */
export const cadences = ['week', 'month', 'quarter'] as const;
export type Cadence = (typeof cadences)[number];

/** Days after the end of a period by which its reading is expected; later it is stale. */
export const graceDays: Record<Cadence, number> = { week: 2, month: 7, quarter: 14 };

/** A period is known by the day it starts on: a Monday, or the first day of a month or quarter. */
export function periodOf(day: string, cadence: Cadence): string {
	if (cadence === 'week') return mondayOf(day);
	const [year = 0, month = 1] = day.split('-').map(Number);
	const first = cadence === 'month' ? month : month - ((month - 1) % 3);
	return firstOfMonth(year, first);
}

export function isPeriod(day: string, cadence: Cadence): boolean {
	return periodOf(day, cadence) === day;
}

/** The period so many after this one; before it, when the count is negative. */
export function movePeriod(period: string, cadence: Cadence, count: number): string {
	if (cadence === 'week') return addDays(period, 7 * count);
	const [year = 0, month = 1] = period.split('-').map(Number);
	const months = (cadence === 'month' ? 1 : 3) * count;
	return firstOfMonth(year, month + months);
}

/** The last periods up to the one `today` lies in, oldest first. */
export function lastPeriods(today: string, cadence: Cadence, count: number): string[] {
	const current = periodOf(today, cadence);
	return Array.from({ length: count }, (_, index) =>
		movePeriod(current, cadence, index - count + 1)
	);
}

/** The day by which the reading of a period is expected at the latest. */
export function dueOf(period: string, cadence: Cadence): string {
	return addDays(movePeriod(period, cadence, 1), graceDays[cadence]);
}

/** The newest period whose reading should be in by now. */
export function expectedBy(today: string, cadence: Cadence): string {
	let period = periodOf(today, cadence);
	while (dueOf(period, cadence) > today) period = movePeriod(period, cadence, -1);
	return period;
}

/**
 * The period whose reading should be in by now and is not; none for what was not counted then.
 *
 * @param newest the period of the newest reading
 * @param since the day it was put on the scorecard
 */
export function overdue(
	cadence: Cadence,
	newest: string | undefined,
	since: string,
	today: string
): string | undefined {
	const expected = expectedBy(today, cadence);
	const isIn = newest !== undefined && newest >= expected;
	return isIn || expected < periodOf(since, cadence) ? undefined : expected;
}

/**
 * The period to enter now: the one that is over, while its reading lacks, else the current week. A
 * month or quarter is only known once it is over.
 */
export function askedFor(
	cadence: Cadence,
	has: (period: string) => boolean,
	since: string,
	today: string
): string {
	const current = periodOf(today, cadence);
	const before = movePeriod(current, cadence, -1);
	if (cadence !== 'week') return before;
	return !has(before) && before >= periodOf(since, cadence) ? before : current;
}

/** `week 46`, `November 2026`, `Q4 2026`. */
export function writePeriod(period: string, cadence: Cadence): string {
	if (cadence === 'week') return `week ${weekNumber(period)}`;
	const [year = '', month = '1'] = period.split('-');
	if (cadence === 'quarter') return `Q${Math.ceil(Number(month) / 3)} ${year}`;
	return writeDay(period, 'dated').replace(/^\d+ /, '');
}

function firstOfMonth(year: number, month: number): string {
	return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}
