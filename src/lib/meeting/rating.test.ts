import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyoneRated, summary } from './rating.ts';

test('nine votes give their mean to one decimal, their spread and who gave what', () => {
	expect(summary([8, 9, 8, 8, 9, 9, 8, 8, 9])).toEqual({
		count: 9,
		mean: 8.4,
		lowest: 8,
		highest: 9,
		spread: 1,
		histogram: [0, 0, 0, 0, 0, 0, 0, 5, 4, 0]
	});
});

test('a meeting nobody rated has no mean, rather than a zero', () => {
	expect(summary([])).toMatchObject({ count: 0, mean: null, spread: null });
});

test('what is no score does not count', () => {
	expect(summary([10, 0, 11, 7.5, NaN])).toMatchObject({ count: 1, mean: 10, spread: 0 });
});

test('the mean lies between the lowest and the highest, in whatever order people vote', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1 }), (scores) => {
			const { mean, lowest, highest, histogram, count } = summary(scores);
			expect(mean).toBeGreaterThanOrEqual(lowest ?? NaN);
			expect(mean).toBeLessThanOrEqual(highest ?? NaN);
			expect(histogram.reduce((sum, of) => sum + of, 0)).toBe(count);
			expect(summary(scores.toReversed())).toEqual(summary(scores));
		})
	);
});

test('ratings are complete when everyone present has rated', () => {
	expect(everyoneRated(['sam', 'maren'], ['sam'])).toBe(false);
	expect(everyoneRated(['sam', 'maren'], ['maren', 'sam'])).toBe(true);
});

test('somebody who rated and left does not hold up the others, nor does an empty room reveal', () => {
	expect(everyoneRated(['sam'], ['sam', 'leila'])).toBe(true);
	expect(everyoneRated([], ['leila'])).toBe(false);
});
