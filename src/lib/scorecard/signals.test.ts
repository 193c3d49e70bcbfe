import { describe, expect, test } from 'vitest';
import { naturalLimits } from './limits.ts';
import {
	autocorrelation,
	behaviourOf,
	lineThrough,
	memoryOf,
	signals,
	signalsOf
} from './signals.ts';

const limits = { centre: 10, lower: 4, upper: 16, move: 2.256, longestMove: 7.37, from: 12 };
const last = (values: number[]) => signalsOf(values, limits).at(-1);

test('rule 1: a reading outside the limits; one on the limit is not', () => {
	expect(last([10, 16.01])).toEqual({ rule: 'outside', side: 'above' });
	expect(last([10, 3.99])).toEqual({ rule: 'outside', side: 'below' });
	expect(last([10, 16])).toBeUndefined();
});

test('rule 2: eight in a row on one side; one on the centre breaks the run', () => {
	expect(last([11, 11, 12, 11, 11, 12, 11, 11])).toEqual({ rule: 'run', side: 'above' });
	expect(last([11, 11, 12, 11, 10, 12, 11, 11])).toBeUndefined();
	expect(last([11, 11, 12, 11, 11, 12, 11])).toBeUndefined();
});

test('rule 3: three of four nearer the limit, the newest among them', () => {
	expect(last([14, 10, 13.5, 14])).toEqual({ rule: 'near', side: 'above' });
	expect(last([6, 6, 10, 6])).toEqual({ rule: 'near', side: 'below' });
	expect(last([14, 14, 14, 10])).toBeUndefined();
	expect(last([14, 6, 14, 10])).toBeUndefined();
});

test('a metric that never moved gives a signal as soon as it moves', () => {
	const flat = naturalLimits(Array.from({ length: 12 }, () => 5))!;
	expect(signalsOf([5, 5, 5], flat)).toEqual([undefined, undefined, undefined]);
	expect(signalsOf([5, 5.1], flat)[1]).toEqual({ rule: 'outside', side: 'above' });
});

test('a steady climb is expected to go on, and only a break in it is a signal', () => {
	const climb = Array.from({ length: 26 }, (_, index) => 100 + 5 * index + (index % 2));
	const behaviour = behaviourOf(climb)!;
	expect(behaviour.because).toBe('trend');
	expect(signals(climb, behaviour).filter(Boolean)).toEqual([]);
	expect(signals([...climb, 190], behaviourOf([...climb, 190])!).at(-1)).toEqual({
		rule: 'outside',
		side: 'below'
	});
});

test('where each reading resembles the one before, runs mean nothing', () => {
	const draw = normalFrom(3);
	let [byAll, byUsed] = [0, 0];
	for (let series = 0; series < 50; series += 1) {
		let before = 0;
		const slow = Array.from({ length: 60 }, () => (before = 0.8 * before + draw()));
		const behaviour = behaviourOf(slow)!;
		byAll += signalsOf(slow, behaviour.limits).filter(Boolean).length;
		byUsed += signals(slow, behaviour).filter(Boolean).length;
	}
	expect(byUsed).toBeLessThan(byAll / 3);
});

test('the line and the memory of a series, reckoned by hand', () => {
	expect(lineThrough([1, 3, 5, 7]).slope).toBeCloseTo(2);
	expect(lineThrough([1, 3, 5, 7]).at(5)).toBeCloseTo(11);
	expect(lineThrough([4, 4, 4]).t).toBe(0);
	// Around their mean of 2 the values are -1, 1, -1, 1: three neighbours of -1, over 4.
	expect(autocorrelation([1, 3, 1, 3])).toBeCloseTo(-0.75);
	expect(autocorrelation([2, 2, 2])).toBe(0);
	expect(memoryOf(Array.from({ length: 20 }, () => 7))).toBe(0);
});

describe('by simulation, 26 weeks, as the field knowledge has it', () => {
	const weeks = 26;
	const runs = 3000;

	test.each([
		[6, 4.6, 10.4],
		[12, 2.0, 4.6],
		[20, 1.2, 3.3]
	])('a stable metric with a baseline of %i: %f and %f false alarms in 100 weeks', (...row) => {
		const [length, ofRule1, ofAll] = row;
		const draw = normalFrom(length);
		const [one, all] = alarms(length, () => draw());
		expect(Math.abs(one - ofRule1)).toBeLessThan(0.5);
		expect(Math.abs(all - ofAll)).toBeLessThan(1.2);
	});

	test('a skewed metric: 3.7 and 7.9', () => {
		const draw = normalFrom(5);
		const [one, all] = alarms(12, () => Math.exp(0.5 * draw()));
		expect(Math.abs(one - 3.7)).toBeLessThan(0.9);
		expect(Math.abs(all - 7.9)).toBeLessThan(1.5);
	});

	test('a metric with a memory: 8.1 and 25.6 by all rules, and far fewer by those that may be used', () => {
		const draw = normalFrom(9);
		let before = 0;
		const next = () => (before = 0.5 * before + draw());
		const [one, all, used] = alarms(12, next);
		expect(Math.abs(one - 8.1)).toBeLessThan(1);
		expect(Math.abs(all - 25.6)).toBeLessThan(2);
		expect(used).toBeLessThan(all * 0.75);
	});

	test('a lasting shift of two deviations is found in three weeks, of one in about eight', () => {
		const found = (shift: number) => {
			const draw = normalFrom(77 + shift);
			const waits = Array.from({ length: runs }, () => {
				const values = Array.from({ length: 12 }, () => draw());
				const usual = naturalLimits(values)!;
				for (let week = 1; week <= 60; week += 1) {
					values.push(draw() + shift);
					if (signalsOf(values.slice(-8), usual).at(-1)) return week;
				}
				return 61;
			}).toSorted((a, b) => a - b);
			return {
				median: waits[runs / 2]!,
				within8: waits.filter((week) => week <= 8).length / runs
			};
		};
		const [two, one] = [found(2), found(1)];
		expect(two.median).toBe(3);
		expect(Math.abs(two.within8 - 0.96)).toBeLessThan(0.03);
		expect(Math.abs(one.median - 8)).toBeLessThanOrEqual(1);
		expect(Math.abs(one.within8 - 0.57)).toBeLessThan(0.06);
	});

	/** False alarms in a hundred weeks after the baseline: by rule 1, by all rules, by those used. */
	function alarms(length: number, next: () => number): [number, number, number] {
		const counts: [number, number, number] = [0, 0, 0];
		for (let run = 0; run < runs; run += 1) {
			const values = Array.from({ length: length + weeks }, next);
			const usual = naturalLimits(values, length)!;
			const behaviour = behaviourOf(values, length)!;
			const after = (found: unknown[]) => found.slice(length).filter(Boolean).length;
			counts[0] += after(signalsOf(values, usual, ['outside']));
			counts[1] += after(signalsOf(values, usual));
			counts[2] += after(signals(values, behaviour));
		}
		return counts.map((count) => (count / (runs * weeks)) * 100) as [number, number, number];
	}
});

/** Normal deviates, the same each time (Park–Miller and Box–Muller). */
function normalFrom(seed: number): () => number {
	let state = Math.abs(Math.floor(seed * 1000)) + 12_345;
	const uniform = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
	return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
