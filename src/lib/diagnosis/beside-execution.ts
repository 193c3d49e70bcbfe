import { addDays } from '#lib/calendar/day.ts';

/**
 * The execution score that stands beside a round: that of the week it was revealed in, or the newest
 * of the four weeks before; null where none was taken.
 *
 * @param weeks the oldest first, each named by its Monday
 * @param on ISO date
 */
export function scoreOn(
	weeks: readonly { week: string; score: number | null }[],
	on: string
): number | null {
	return (
		weeks.findLast(({ week, score }) => score !== null && week <= on && week > addDays(on, -35))
			?.score ?? null
	);
}
