import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { movePeriod, type Cadence } from './period.ts';
import { verdictOf } from './verdict.ts';

type Recorded = { cadence: Cadence; from: string; values: number[] };

const all = JSON.parse(
	readFileSync(join(import.meta.dirname, 'recorded', 'series.json'), 'utf8')
) as Record<string, Recorded>;

function judge(name: string) {
	const { cadence, from, values } = all[name]!;
	const metric = aMetric({ cadence, target: null, tolerance: null });
	const readings = values.map((value, index) => ({
		period: movePeriod(from, cadence, index),
		value
	}));
	const verdict = verdictOf(metric, readings);
	/** Where a rule speaks, by the index of the reading. */
	const found = (rule: string) =>
		verdict.points.flatMap(({ signal }, index) => (signal?.rule === rule ? [index] : []));
	return { values, verdict, found };
}

// What follows is reckoned on its own, with the formulae as they are printed: limits of individual
// values at the mean ± 2.66 times the mean moving range of the first twelve.

function limits(values: number[]): { centre: number; low: number; high: number } {
	let sum = 0;
	let moving = 0;
	for (let at = 0; at < 12; at += 1) {
		sum += values[at]!;
		if (at > 0) moving += Math.abs(values[at]! - values[at - 1]!);
	}
	const [centre, reach] = [sum / 12, (2.66 * moving) / 11];
	return { centre, low: centre - reach, high: centre + reach };
}

const outside = (values: number[], { low, high }: { low: number; high: number }) =>
	values.flatMap((value, at) => (value < low || value > high ? [at] : []));

function runs(values: number[], centre: number): number[] {
	const found: number[] = [];
	let [above, below] = [0, 0];
	for (const [at, value] of values.entries()) {
		above = value > centre ? above + 1 : 0;
		below = value < centre ? below + 1 : 0;
		if (above >= 8 || below >= 8) found.push(at);
	}
	return found;
}

function nearLimits(values: number[], { centre, low, high }: ReturnType<typeof limits>): number[] {
	const side = (value: number) =>
		value - centre > high - value ? 1 : centre - value > value - low ? -1 : 0;
	return values.flatMap((value, at) => {
		if (at < 3 || side(value) === 0) return [];
		const same = [0, 1, 2, 3].filter((back) => side(values[at - back]!) === side(value));
		return same.length >= 3 ? [at] : [];
	});
}

describe.each(['wind', 'rain'])('%s, where weeks do not depend on each other', (name) => {
	const { values, verdict, found } = judge(name);
	const own = limits(values);

	test('has the limits of the first twelve weeks, and keeps them', () => {
		expect(verdict.behaviour?.because).toBeUndefined();
		expect(verdict.behaviour?.limits.centre).toBeCloseTo(own.centre, 9);
		expect(verdict.behaviour?.limits.lower).toBeCloseTo(own.low, 9);
		expect(verdict.behaviour?.limits.upper).toBeCloseTo(own.high, 9);
		expect(new Set(verdict.points.map(({ usual }) => usual?.lower)).size).toBe(1);
	});

	test('is a signal where one of the three rules holds, the first of them told', () => {
		const first = outside(values, own);
		const second = runs(values, own.centre).filter((at) => !first.includes(at));
		const third = nearLimits(values, own).filter(
			(at) => !first.includes(at) && !second.includes(at)
		);
		expect(found('outside')).toEqual(first);
		expect(found('run')).toEqual(second);
		expect(found('near')).toEqual(third);
		expect(first.length).toBeGreaterThan(0);
		expect(second.length).toBeGreaterThan(0);
	});
});

/** A straight line through the first twelve, by the normal equations. */
function line(values: number[]): (at: number) => number {
	let [x, y, xx, xy] = [0, 0, 0, 0];
	for (let at = 0; at < 12; at += 1) {
		x += at;
		y += values[at]!;
		xx += at * at;
		xy += at * values[at]!;
	}
	const slope = (12 * xy - x * y) / (12 * xx - x * x);
	return (at) => (y - slope * x) / 12 + slope * at;
}

/** φ of a first-order autoregression, from the lag-1 autocorrelation of the first 25 moves. */
function memory(values: number[]): number {
	const moves = Array.from({ length: 25 }, (_, at) => values[at + 1]! - values[at]!);
	const mean = (values[25]! - values[0]!) / 25;
	let [beside, whole] = [0, 0];
	for (const [at, move] of moves.entries()) {
		whole += (move - mean) ** 2;
		if (at > 0) beside += (move - mean) * (moves[at - 1]! - mean);
	}
	return 1 + (2 * beside) / whole;
}

describe.each([
	['warmth', 'memory'],
	['carbon dioxide', 'memory'],
	['carbon dioxide, adjusted', 'trend'],
	['unemployed: government', 'memory']
])('%s, where readings follow a season or a trend', (name, because) => {
	const { values, verdict, found } = judge(name);

	test('runs and nearness say nothing, or every summer would be news', () => {
		expect(verdict.behaviour?.because).toBe(because);
		expect([...found('run'), ...found('near')]).toEqual([]);
		// They would speak all the time.
		expect(runs(values, limits(values).centre).length).toBeGreaterThan(values.length / 4);
	});

	test('only what differs from what was to be expected is a signal', () => {
		const { centre } = limits(values);
		const straight = because === 'trend' ? line(values) : () => centre;
		const share = memory(values) > 0.35 ? Math.min(memory(values), 0.95) : 0;
		const rest = values.map((value, at) => {
			const carried = at === 0 ? 0 : share * (values[at - 1]! - straight(at - 1));
			return value - straight(at) - carried;
		});
		expect(found('outside')).toEqual(outside(rest, limits(rest)));
	});
});
