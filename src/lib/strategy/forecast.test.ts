import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/calendar/day.ts';
import type { Cycle } from './cascade.ts';
import { evenPace, forecastOf, paceOf, weekOf, writeChance, type Forecast } from './forecast.ts';

const q4: Cycle = { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-30' };
const half: Cycle = { id: 'h2', name: 'H2 2026', startsOn: '2026-07-01', endsOn: '2026-12-29' };
const weekly = (values: readonly number[], cycle = q4) =>
	values.map((value, week) => ({ on: addDays(cycle.startsOn, 7 * week + 5), value }));
const atWeek = (week: number, cycle = q4) => addDays(cycle.startsOn, 7 * week - 1);
const rangeOf = (forecast: Forecast) => {
	if ('none' in forecast) throw new Error(forecast.none);
	return forecast;
};

describe('the chance of reaching the target', () => {
	const rising = { baseline: 0, target: 13 };

	test.each([
		['is not given before week 6 of 13', 5, [1, 2, 3, 4, 5], /from week 6 of 13 on/],
		['is not given without a value', 8, [], /Nobody has said/],
		['is not given once the target is passed', 8, [2, 4, 6, 8, 10, 12, 14, 15], /is reached/],
		['is not given from old values', 10, [1, 2, 3, 4, 5, 6], /days old/]
	] as const)('%s', (_, week, values, reason) => {
		const forecast = forecastOf(rising, weekly(values), q4, atWeek(week));
		expect('none' in forecast && forecast.none).toMatch(reason);
	});

	test('is not given from three weeks of values', () => {
		const values = weekly([1, 2, 3, 4, 5, 6, 7, 8]).filter((_, week) => week % 3 === 1);
		expect(forecastOf(rising, values, q4, atWeek(9))).toEqual({
			none: 'A forecast needs values of 4 weeks; there are 3.'
		});
	});

	test('waits as long in a cycle of half a year', () => {
		const early = forecastOf(rising, weekly([1, 2, 3, 4, 5, 6], half), half, atWeek(6, half));
		expect(early).toEqual({ none: 'There is a forecast from week 12 of 26 on.' });
	});

	test('is over with its cycle', () => {
		expect(forecastOf(rising, weekly([1, 2]), q4, '2027-01-05')).toEqual({
			none: 'The cycle is over.'
		});
	});

	test('is high for what is ahead, low for what stands still, and the same when asked again', () => {
		const ahead = rangeOf(forecastOf(rising, weekly([1, 3, 4, 6, 7, 9, 10, 12]), q4, atWeek(8)));
		const still = rangeOf(forecastOf(rising, weekly([1, 1, 1, 1, 1, 1, 1, 1]), q4, atWeek(8)));
		expect(ahead.from).toBeGreaterThan(0.9);
		expect(still.to).toBeLessThan(0.1);
		expect(forecastOf(rising, weekly([1, 3, 4, 6, 7, 9, 10, 12]), q4, atWeek(8))).toEqual(ahead);
	});

	const history = fc.array(fc.double({ min: -5, max: 10, noNaN: true }), {
		minLength: 8,
		maxLength: 8
	});

	test('stays between 0 and 1, and never falls when the newest value is better', () => {
		fc.assert(
			fc.property(history, fc.double({ min: 0, max: 4, noNaN: true }), (values, more) => {
				const better = values.with(-1, values.at(-1)! + more);
				const [one, other] = [values, better].map((all) =>
					forecastOf(rising, weekly(all), q4, atWeek(8))
				);
				if (!one || !other || 'none' in one || 'none' in other) return;
				expect(one.from).toBeGreaterThanOrEqual(0);
				expect(one.to).toBeLessThanOrEqual(1);
				expect(one.from).toBeLessThanOrEqual(one.to);
				expect(other.from).toBeGreaterThanOrEqual(one.from);
				expect(other.to).toBeGreaterThanOrEqual(one.to);
			}),
			{ seed: 11, numRuns: 40 }
		);
	});

	test('is the same for a target that falls as for one that rises', () => {
		fc.assert(
			fc.property(history, (values) => {
				const falling = values.map((value) => -value);
				expect(forecastOf({ baseline: 0, target: -13 }, weekly(falling), q4, atWeek(8))).toEqual(
					forecastOf(rising, weekly(values), q4, atWeek(8))
				);
			}),
			{ seed: 12, numRuns: 40 }
		);
	});

	test.each([
		[0, 0, 'less than 5%'],
		[0.02, 0.31, '5% to 35%'],
		[0.41, 0.58, '40% to 60%'],
		[0.97, 1, 'more than 95%'],
		[1, 1, 'more than 95%']
	])('from %s to %s is written as %s', (from, to, words) =>
		expect(writeChance({ from, to })).toBe(words)
	);
});

describe('the pace', () => {
	test('is even from the baseline to the target, rising or falling', () => {
		expect(evenPace({ baseline: 0, target: 10 }, q4, q4.startsOn)).toBe(0);
		expect(evenPace({ baseline: 60, target: 45 }, q4, q4.endsOn)).toBe(45);
		expect(evenPace({ baseline: 60, target: 45 }, q4, '2026-11-15')).toBeCloseTo(52.5);
		expect(evenPace({ baseline: 60, target: 45 }, q4, '2027-06-01')).toBe(45);
	});

	test('stands beside the newest value of each week, to the end of the cycle', () => {
		const weeks = paceOf({ baseline: 0, target: 13 }, weekly([1, 2]), q4);
		expect(weeks).toHaveLength(13);
		expect(weeks.map(({ value }) => value).slice(0, 3)).toEqual([1, 2, null]);
		expect(weeks.at(-1)).toMatchObject({ endsOn: q4.endsOn, pace: 13 });
		expect(weekOf(q4, '2026-11-21')).toEqual({ week: 8, weeks: 13 });
	});
});
