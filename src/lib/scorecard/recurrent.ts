import { addDays } from '#lib/calendar/day.ts';

/** A hot item that was raised from a metric, in the meeting of a day (ISO date). */
export type RaisedFrom = {
	metric: string;
	occursOn: string;
	kind: 'hot' | 'opportunity';
	/** It goes on with an earlier one, and does not count again. */
	isContinued: boolean;
};

export type Recurrent = { metric: string; times: number; first: string; last: string };

const weeksLookedBack = 26;
const oftenFrom = 3;

/**
 * Metrics that were hot again and again: raised anew at least three times in half a year. Solving
 * them one week at a time does not help; they are what the next objectives should open with.
 *
 * @param today ISO date
 */
export function recurrent(items: readonly RaisedFrom[], today: string): Recurrent[] {
	const since = addDays(today, -7 * weeksLookedBack);
	const counted = items.filter(
		({ occursOn, kind, isContinued }) => occursOn >= since && kind === 'hot' && !isContinued
	);
	const metrics = [...new Set(counted.map(({ metric }) => metric))];
	return metrics
		.map((metric) => {
			const days = counted
				.filter((item) => item.metric === metric)
				.map(({ occursOn }) => occursOn)
				.toSorted();
			return { metric, times: days.length, first: days[0] ?? today, last: days.at(-1) ?? today };
		})
		.filter(({ times }) => times >= oftenFrom)
		.toSorted((a, b) => b.times - a.times);
}
