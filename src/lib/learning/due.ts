import { addDays } from '#lib/calendar/day.ts';

/** How long an insight waits before a strategy review is due, in weeks: our choice. */
export const reviewAfterWeeks = 6;

/** Insights that no strategy review has looked at, and since when the oldest of them waits. */
export type ReviewDue = { count: number; since: string };

/**
 * Whether a strategy review is due: when an insight has waited for one for six weeks.
 *
 * @param waiting ISO dates of the meetings that learned what no review has looked at
 * @param today ISO date
 */
export function reviewDue(waiting: readonly string[], today: string): ReviewDue | undefined {
	const [since] = waiting.toSorted();
	if (since === undefined || addDays(since, 7 * reviewAfterWeeks) > today) return undefined;
	return { count: waiting.length, since };
}

/** `4 insights wait for a strategy review` */
export const reviewDueWords = ({ count }: ReviewDue): string =>
	count === 1
		? 'An insight waits for a strategy review'
		: `${count} insights wait for a strategy review`;
