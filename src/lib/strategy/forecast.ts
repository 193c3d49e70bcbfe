import { addDays, daysSince } from '#lib/calendar/day.ts';
import type { Cycle } from './cascade.ts';

/** What a key result stood at on an ISO date. */
export type Measured = { on: string; value: number };

/** How likely the target is reached by the end of the cycle, 0 to 1; or why nobody can say. */
export type Forecast = { from: number; to: number } | { none: string };

/** Before week 6 of 13 a forecast was no better than the colour (synthetic quarters). */
const soonest = 6 / 13;
/** Weeks at plan that are added to the weeks that were: they temper a short history. */
const pseudoWeeks = 2;
const fewestWeeks = 4;
const staleDays = 15;
const histories = 120;
const futures = 150;
/** The range holds four of five histories that could have been. */
const [low, high] = [0.1, 0.9];

/** How many whole weeks a cycle has, and the one a day is in, from 1. */
export function weekOf(cycle: Cycle, day: string): { week: number; weeks: number } {
	const weeks = Math.max(1, Math.round((daysSince(cycle.startsOn, cycle.endsOn) + 1) / 7));
	const week = Math.floor(daysSince(cycle.startsOn, day) / 7) + 1;
	return { week: Math.min(weeks, Math.max(1, week)), weeks };
}

/**
 * The probability that a key result reaches its target by the end of its cycle, as a range: its
 * weekly steps and two weeks at plan are drawn again and again (a bootstrap), for the weeks to come;
 * the range is over histories redrawn the same way. The same history gives the same range.
 *
 * @param values any order; those before the cycle and after `today` do not count
 */
export function forecastOf(
	{ baseline, target }: { baseline: number; target: number },
	values: readonly Measured[],
	cycle: Cycle,
	today: string
): Forecast {
	const { week, weeks } = weekOf(cycle, today);
	const first = Math.ceil(weeks * soonest);
	if (today > cycle.endsOn) return { none: 'The cycle is over.' };
	if (today < cycle.startsOn || week < first)
		return { none: `There is a forecast from week ${first} of ${weeks} on.` };
	const known = values
		.filter(({ on }) => on >= cycle.startsOn && on <= today)
		.toSorted((one, other) => (one.on < other.on ? -1 : 1));
	const newest = known.at(-1);
	if (!newest) return { none: 'Nobody has said where it stands in this cycle.' };
	const way = Math.sign(target - baseline);
	const age = daysSince(newest.on, today);
	if (age >= staleDays) return { none: `The newest value is ${age} days old.` };
	const missing = (target - newest.value) * way;
	if (missing <= 0) return { none: 'The target is reached.' };
	const weekly = new Map(
		known.map(({ on, value }) => [Math.floor(daysSince(cycle.startsOn, on) / 7), value])
	);
	if (weekly.size < fewestWeeks)
		return { none: `A forecast needs values of ${fewestWeeks} weeks; there are ${weekly.size}.` };
	const steps = stepsOf(weekly, baseline, way);
	const planned = Math.abs(target - baseline) / weeks;
	const pool = [...steps, ...Array.from({ length: pseudoWeeks }, () => planned)];
	const left = Math.max(1, Math.ceil(daysSince(newest.on, cycle.endsOn) / 7));
	const chances = drawChances(pool, left, missing);
	const at = (share: number) => chances[Math.round(share * (chances.length - 1))] ?? 0;
	return { from: at(low), to: at(high) };
}

/**
 * Progress week by week; the way over weeks without a value is spread evenly over them.
 *
 * @param weekly the newest value of each week that has one, in order
 */
function stepsOf(weekly: ReadonlyMap<number, number>, baseline: number, way: number): number[] {
	let before = { week: -1, value: baseline };
	return [...weekly].flatMap(([week, value]) => {
		const over = week - before.week;
		const step = ((value - before.value) * way) / over;
		before = { week, value };
		return Array.from({ length: over }, () => step);
	});
}

/**
 * Chances of going far enough, sorted. Which steps are drawn depends on how many there are only, so
 * that a better value never makes the chance smaller.
 */
function drawChances(pool: readonly number[], left: number, missing: number): number[] {
	const random = randomFrom(pool.length * 1000 + left);
	const drawn = (from: readonly number[]) => from[Math.floor(random() * from.length)] ?? 0;
	return Array.from({ length: histories }, () => {
		const history = pool.map(() => drawn(pool));
		let reached = 0;
		for (let future = 0; future < futures; future += 1) {
			let gone = 0;
			for (let week = 0; week < left; week += 1) gone += drawn(history);
			// Sums of decimals are never exact.
			if (gone >= missing - 1e-9 * Math.max(1, Math.abs(missing))) reached += 1;
		}
		return reached / futures;
	}).toSorted((one, other) => one - other);
}

/** Numbers of 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** `35% to 60%`, to the nearest five; never certain, because weeks are still to come. */
export function writeChance({ from, to }: { from: number; to: number }): string {
	const fives = (share: number, round: (value: number) => number) =>
		Math.min(95, Math.max(5, round(share * 20) * 5));
	const [least, most] = [fives(from, Math.floor), fives(to, Math.ceil)];
	if (most <= 5) return 'less than 5%';
	if (least >= 95) return 'more than 95%';
	return least === most ? `about ${least}%` : `${least}% to ${most}%`;
}

/** The value an even pace would have on a day. */
export function evenPace(
	{ baseline, target }: { baseline: number; target: number },
	cycle: Cycle,
	day: string
): number {
	const length = daysSince(cycle.startsOn, cycle.endsOn);
	const gone = Math.min(1, Math.max(0, daysSince(cycle.startsOn, day) / length));
	return baseline + (target - baseline) * gone;
}

/** A week of a cycle: the day it ends on, what was measured last in it, and an even pace. */
export type PaceWeek = { week: number; endsOn: string; value: number | null; pace: number };

/** The whole cycle week by week; weeks to come and weeks without a value have none. */
export function paceOf(
	keyResult: { baseline: number; target: number },
	values: readonly Measured[],
	cycle: Cycle
): PaceWeek[] {
	const { weeks } = weekOf(cycle, cycle.startsOn);
	const sorted = values.toSorted((one, other) => (one.on < other.on ? -1 : 1));
	return Array.from({ length: weeks }, (_, at) => {
		const from = addDays(cycle.startsOn, 7 * at);
		const endsOn = at === weeks - 1 ? cycle.endsOn : addDays(from, 6);
		const inside = sorted.findLast(({ on }) => on >= from && on <= endsOn);
		const pace = evenPace(keyResult, cycle, endsOn);
		return { week: at + 1, endsOn, value: inside?.value ?? null, pace };
	});
}
