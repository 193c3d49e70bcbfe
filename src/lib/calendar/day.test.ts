import { expect, test } from 'vitest';
import {
	addDays,
	dayIn,
	dueInWords,
	mondayOf,
	quarterWeek,
	weekNumber,
	writeDay,
	writeWeek
} from './day.ts';

test('the same instant is another day in Auckland than in London', () => {
	const instant = new Date('2026-11-20T22:30:00Z');

	expect(dayIn('Europe/London', instant)).toBe('2026-11-20');
	expect(dayIn('Pacific/Auckland', instant)).toBe('2026-11-21');
});

test('a week begins on its Monday, also on a Sunday', () => {
	expect(mondayOf('2026-11-22')).toBe('2026-11-16');
	expect(mondayOf('2026-11-16')).toBe('2026-11-16');
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('weeks are numbered as calendars in Europe number them', () => {
	expect(weekNumber('2026-11-16')).toBe(47);
	expect(weekNumber('2026-12-28')).toBe(53);
	expect(weekNumber('2025-12-29')).toBe(1);
});

test('days and weeks are written as people say them', () => {
	expect(writeDay('2026-11-19')).toBe('Thu 19 Nov');
	expect(writeDay('2026-11-17', 'long')).toBe('Tuesday 17 November');
	expect(writeDay('2026-09-03', 'bare')).toBe('3 Sep');
	expect(writeDay('2026-09-26', 'long')).toBe('Saturday 26 September');
	expect(writeWeek('2026-11-16')).toBe('16 to 22 November');
	expect(writeWeek('2026-11-30')).toBe('30 November to 6 December');
});

test('what is late says by how many days', () => {
	expect(dueInWords('2026-11-15', '2026-11-17')).toEqual({ words: '2 days late', isLate: true });
	expect(dueInWords('2026-11-16', '2026-11-17')).toEqual({ words: '1 day late', isLate: true });
	expect(dueInWords('2026-11-17', '2026-11-17')).toEqual({ words: 'Today', isLate: false });
	expect(dueInWords('2026-11-18', '2026-11-17').words).toBe('Tomorrow');
	expect(dueInWords('2026-11-19', '2026-11-17').words).toBe('Thu 19 Nov');
	expect(dueInWords(null, '2026-11-17').words).toBe('No date');
});

test('the quarter says which of its weeks it is in', () => {
	expect(quarterWeek('2026-11-17')).toEqual({ quarter: 4, week: 8, weeks: 14 });
	expect(quarterWeek('2026-01-01')).toEqual({ quarter: 1, week: 1, weeks: 14 });
});
