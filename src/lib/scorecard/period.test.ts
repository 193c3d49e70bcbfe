import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays } from '#lib/calendar/day.ts';
import {
	cadences,
	dueOf,
	expectedBy,
	isPeriod,
	lastPeriods,
	movePeriod,
	periodOf,
	writePeriod
} from './period.ts';

test('a period starts on a Monday, or on the first of a month or quarter', () => {
	expect(periodOf('2026-11-21', 'week')).toBe('2026-11-16');
	expect(periodOf('2026-11-21', 'month')).toBe('2026-11-01');
	expect(periodOf('2026-11-21', 'quarter')).toBe('2026-10-01');
	expect(periodOf('2027-01-01', 'week')).toBe('2026-12-28');
	expect(periodOf('2027-01-01', 'quarter')).toBe('2027-01-01');
});

test('periods follow each other over the end of a year', () => {
	expect(lastPeriods('2027-02-14', 'month', 4)).toEqual([
		'2026-11-01',
		'2026-12-01',
		'2027-01-01',
		'2027-02-01'
	]);
	expect(movePeriod('2026-10-01', 'quarter', 1)).toBe('2027-01-01');
	expect(movePeriod('2026-12-28', 'week', 1)).toBe('2027-01-04');
});

test('a reading is expected two days after its week, a week after its month', () => {
	expect(dueOf('2026-11-09', 'week')).toBe('2026-11-18');
	expect(expectedBy('2026-11-17', 'week')).toBe('2026-11-02');
	expect(expectedBy('2026-11-18', 'week')).toBe('2026-11-09');
	expect(expectedBy('2026-12-07', 'month')).toBe('2026-10-01');
	expect(expectedBy('2026-12-08', 'month')).toBe('2026-11-01');
});

test('a period is written as people say it', () => {
	expect(writePeriod('2026-11-09', 'week')).toBe('week 46');
	expect(writePeriod('2026-11-01', 'month')).toBe('November 2026');
	expect(writePeriod('2026-10-01', 'quarter')).toBe('Q4 2026');
});

describe('any day', () => {
	const anyDay = fc.integer({ min: -5000, max: 20_000 }).map((days) => addDays('2026-01-01', days));

	test('lies in exactly one period', () => {
		fc.assert(
			fc.property(anyDay, fc.constantFrom(...cadences), (day, cadence) => {
				const period = periodOf(day, cadence);
				expect(isPeriod(period, cadence)).toBe(true);
				expect(period <= day && day < movePeriod(period, cadence, 1)).toBe(true);
				expect(movePeriod(movePeriod(period, cadence, 7), cadence, -7)).toBe(period);
			})
		);
	});
});
