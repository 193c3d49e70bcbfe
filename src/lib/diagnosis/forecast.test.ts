import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/calendar/day.ts';
import { forecast, lineThrough, reachOf, type Past } from './forecast.ts';

const weekly = (...values: (number | null)[]): Past[] =>
	values.flatMap((value, at) =>
		value === null ? [] : { on: addDays('2026-08-31', 7 * at), value }
	);

describe('the line, worked out by hand', () => {
	test('through 1, 2 and 4 it rises by 1.5, and says 5.33 ± 2.29 of the fourth', () => {
		// x̄ = 2, ȳ = 7/3, Sxx = 2, Sxy = 3; SSE = 1/6, s = 0.40825; √(1 + 1/3 + 4/2) = 1.82574; t = 3.078.
		const line = lineThrough([
			{ x: 1, y: 1 },
			{ x: 2, y: 2 },
			{ x: 3, y: 4 }
		]);
		expect(line.slope).toBeCloseTo(1.5);
		expect(line.at(4).base).toBeCloseTo(16 / 3);
		expect(line.at(4).reach).toBeCloseTo(3.078 * 0.40825 * 1.82574, 3);
	});

	test('through points on one line nothing is off', () => {
		const found = forecast(weekly(10, 12, 14, 16), addDays('2026-08-31', 35), 7);
		expect(found).toMatchObject({ kind: 'paths', missing: 0, isConstant: false, error: null });
		if (found.kind !== 'paths') throw new Error(found.kind);
		expect(found.slope).toBeCloseTo(2);
		expect(found.path.map(({ base }) => Math.round(base))).toEqual([18, 20]);
		expect(found.path.at(-1)?.high).toBeCloseTo(20);
	});
});

test('two points, and three, are too few to say how far it may be off', () => {
	expect(forecast(weekly(10, 12), '2027-01-01', 7)).toEqual({ kind: 'too few', have: 2, need: 4 });
	expect(forecast([], '2027-01-01', 7)).toEqual({ kind: 'too few', have: 0, need: 4 });
	expect(forecast(weekly(1, 2, 3), '2027-01-01', 7).kind).toBe('too few');
});

test('what never changed is not expected to, and is said to be constant', () => {
	const found = forecast(weekly(5, 5, 5, 5, 5, 5), addDays('2026-08-31', 49), 7);
	expect(found).toMatchObject({ isConstant: true, error: 0 });
	if (found.kind === 'paths')
		for (const { low, base, high } of found.path) expect([low, base, high]).toEqual([5, 5, 5]);
});

test('a gap is no step: the line goes through the days, and what lacks is counted', () => {
	const found = forecast(weekly(10, 12, null, null, 18, 20), addDays('2026-08-31', 42), 7);
	if (found.kind !== 'paths') throw new Error(found.kind);
	expect(found.slope).toBeCloseTo(2);
	expect(found.missing).toBe(2);
	expect(found.path[0]?.base).toBeCloseTo(22);
});

test('every actual checks the forecast before it: its error is the mean of these', () => {
	// Of 0, 1, 2, 3 the line says 4, and 6 came; of 0, 1, 2, 3, 6 it says 6.6, and 7 came.
	const found = forecast(weekly(0, 1, 2, 3, 6, 7), '2027-01-01', 7);
	if (found.kind !== 'paths') throw new Error(found.kind);
	expect(found.last).toMatchObject({ actual: 7 });
	expect(found.last?.forecast).toBeCloseTo(6.6);
	expect(found.error).toBeCloseTo((2 + 0.4) / 2);
});

test('a day that has passed has no path, and a far one at most sixty steps', () => {
	const of = (due: string) => {
		const found = forecast(weekly(1, 2, 3, 5), due, 7);
		return found.kind === 'paths' ? found.path : [];
	};
	expect(of('2026-09-01')).toEqual([]);
	expect(of('2036-01-01').length).toBeLessThanOrEqual(61);
	expect(of('2036-01-01').at(-1)?.on).toBe('2036-01-01');
});

test.each([
	['up', 8, 'all paths'],
	['up', 10, 'base'],
	['up', 12, 'high only'],
	['up', 13, 'none'],
	['down', 12, 'all paths'],
	['down', 10, 'base'],
	['down', 8, 'high only'],
	['down', 7, 'none']
] as const)('%s to %s is reached on: %s', (direction, target, reach) => {
	expect(reachOf({ on: '2027-01-01', low: 8, base: 10, high: 12 }, target, direction)).toBe(reach);
});
