import { addDays, daysSince } from '#lib/calendar/day.ts';
import type { CarriedPriority, Measure } from './carried-priority.ts';
import { healthOf, wayGone } from './health.ts';

/** Days a priority is compared over: long enough for a plan to have done something, and no quarter. */
export const comparedDays = 60;
/** Before this many days there is nothing to compare. */
const fewestDays = 7;

/** How a measure stood then and stands now; `way` says whether that is nearer to its target. */
export type MeasureThen = {
	measure: Measure;
	before: number | null;
	now: number | null;
	way: 'better' | 'worse' | 'same' | 'unknown';
};

export type Then = {
	/** The day it is compared with. */
	from: string;
	/** Whole days since. */
	days: number;
	/** It is no younger than that; else it is compared with the day it began. */
	isOld: boolean;
	score: { before: number | null; now: number | null };
	milestones: { before: number; now: number; all: number };
	measures: readonly MeasureThen[];
};

/**
 * What sixty days of carrying a priority out have changed: its rows as they stood then beside those
 * of today, both judged by today's targets, so that a plan that was made harder does not look worse.
 * Before its first value a measure stood at its baseline: that is what a baseline is.
 *
 * @param today ISO date
 * @returns null while it is younger than a week
 */
export function thenAndNow(priority: CarriedPriority, today: string): Then | null {
	const began = priority.createdAt.slice(0, 10);
	const age = daysSince(began, today);
	if (age < fewestDays) return null;
	const isOld = age >= comparedDays;
	const from = isOld ? addDays(today, -comparedDays) : began;
	const measures = [...priority.kpis, ...priority.gaps].map((measure): MeasureThen => {
		const before = valueOn(measure, from);
		return { measure, before, now: measure.value, way: wayOf(measure, before) };
	});
	const doneBy = (day: string) =>
		priority.milestones.filter(({ done }) => done !== null && done <= day).length;
	const then = (measure: Measure) => ({ ...measure, value: valueOn(measure, from) });
	const before = healthOf({
		milestones: priority.milestones.map((one) => ({
			...one,
			done: one.done !== null && one.done <= from ? one.done : null
		})),
		kpis: priority.kpis.map(then),
		gaps: priority.gaps.map(then)
	});
	return {
		from,
		days: isOld ? comparedDays : age,
		isOld,
		score: { before: before.score, now: healthOf(priority).score },
		milestones: { before: doneBy(from), now: doneBy(today), all: priority.milestones.length },
		measures
	};
}

/** What it stood at on a day: its last value until then, else its baseline. */
function valueOn({ values, baseline }: Measure, day: string): number | null {
	return values.findLast(({ on }) => on <= day)?.value ?? baseline;
}

function wayOf(measure: Measure, before: number | null): MeasureThen['way'] {
	const { baseline, target, value: now } = measure;
	if (before === null || now === null) return 'unknown';
	if (before === now) return 'same';
	// By the value itself: somebody beyond the target, or short of the baseline, still moves.
	if (baseline !== null && target !== null && baseline !== target)
		return now > before === target > baseline ? 'better' : 'worse';
	const [gone, went] = [wayGone(measure), wayGone({ ...measure, value: before })];
	if (gone !== null && gone === went) return 'same';
	return now > before === (measure.direction === 'up') ? 'better' : 'worse';
}
