import { addDays } from '#lib/calendar/day.ts';
import type { LeftItem } from './life.ts';

/** How often a metric was hot, between which days (ISO dates), and the items that were raised. */
export type Recurrent = {
	metric: string;
	times: number;
	first: string;
	last: string;
	items: string[];
};

const weeksLookedBack = 26;
const oftenFrom = 3;

/** The day half a year ago from which it counts how often something was hot. */
export function lookBack(today: string): string {
	return addDays(today, -7 * weeksLookedBack);
}

/**
 * Metrics that were hot again and again: raised anew in at least three meetings since that day. What
 * went on with an earlier item does not count again. Solving them one week at a time does not help;
 * they are what the next objectives should open with.
 */
export function recurrent(items: readonly LeftItem[], since: string): Recurrent[] {
	const counted = items
		.filter(
			({ occursOn, kind, continues }) => occursOn >= since && kind === 'hot' && continues === null
		)
		.toSorted((a, b) => (a.occursOn < b.occursOn ? -1 : 1));
	const metrics = new Set(counted.flatMap(({ metric }) => metric ?? []));
	return [...metrics]
		.map((metric) => {
			const own = counted.filter((item) => item.metric === metric);
			const days = [...new Set(own.map(({ occursOn }) => occursOn))];
			const items = own.map(({ id }) => id);
			return { metric, times: days.length, first: days[0]!, last: days.at(-1)!, items };
		})
		.filter(({ times }) => times >= oftenFrom)
		.toSorted((a, b) => b.times - a.times);
}
