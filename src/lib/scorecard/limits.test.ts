import { expect, test } from 'vitest';
import { naturalLimits } from './limits.ts';

test('limits are the mean and 2.66 mean moves around it, as they are reckoned by hand', () => {
	// The moves are 2, 1, 3, 1, 3: their mean is 2.
	const limits = naturalLimits([10, 12, 11, 14, 13, 10]);

	expect(limits?.centre).toBeCloseTo(70 / 6);
	expect(limits?.move).toBe(2);
	expect(limits?.upper).toBeCloseTo(70 / 6 + 5.32);
	expect(limits?.lower).toBeCloseTo(70 / 6 - 5.32);
	expect(limits?.longestMove).toBeCloseTo(6.536);
	expect(limits?.from).toBe(6);
});

test('the limits of a published chart come out as printed', () => {
	// NIST/SEMATECH e-Handbook 6.3.2.2, "Individuals control charts": flow rates of ten batches.
	// Printed: centre 50.81, mean range 1.8778, limits 45.81 (rounded) and 55.8041.
	const limits = naturalLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1], 10);

	expect(limits?.centre).toBeCloseTo(50.81, 5);
	expect(limits?.move).toBeCloseTo(1.8778, 4);
	expect(limits?.upper).toBeCloseTo(55.8, 1);
	expect(limits?.lower).toBeCloseTo(45.82, 1);
});

test('below six readings nothing is claimed, and after twelve the limits stand still', () => {
	expect(naturalLimits([])).toBeUndefined();
	expect(naturalLimits([1, 2, 3, 4, 5])).toBeUndefined();
	const twelve = [3, 5, 4, 6, 5, 4, 6, 5, 3, 4, 5, 4];
	expect(naturalLimits([...twelve, 40, 50])).toEqual(naturalLimits(twelve));
});

test('readings that never change have limits without width', () => {
	expect(naturalLimits([7, 7, 7, 7, 7, 7])).toMatchObject({
		lower: 7,
		centre: 7,
		upper: 7,
		move: 0
	});
});
