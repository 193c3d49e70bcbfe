import { expect, test } from 'vitest';
import { bothDays, guessOrder, periodMeant, readPeriod } from './period-words.ts';

test.each([
	['2026-11-16', 'day', '2026-11-16'],
	['2026-11-16T00:00:00Z', 'day', '2026-11-16'],
	['2026-11-16 09:30', 'day', '2026-11-16'],
	['20261116', 'day', '2026-11-16'],
	['16/11/2026', 'day', '2026-11-16'],
	['11/16/2026', 'day', '2026-11-16'],
	['16.11.26', 'day', '2026-11-16'],
	['3.4.2026', 'day', '2026-04-03'],
	['16 Nov 2026', 'day', '2026-11-16'],
	['Mon 16 November 2026', 'day', '2026-11-16'],
	['16-Nov-26', 'day', '2026-11-16'],
	['Nov 16, 2026', 'day', '2026-11-16'],
	['46342', 'day', '2026-11-16'],
	['46342.5', 'day', '2026-11-16'],
	['2026-W47', 'week', '2026-11-16'],
	['2026W47', 'week', '2026-11-16'],
	['W47 2026', 'week', '2026-11-16'],
	['w47/26', 'week', '2026-11-16'],
	['Week 47, 2026', 'week', '2026-11-16'],
	['week 1 2027', 'week', '2027-01-04'],
	['2026-W53', 'week', '2026-12-28'],
	['Nov 2026', 'month', '2026-11-01'],
	['Nov-26', 'month', '2026-11-01'],
	['November 2026', 'month', '2026-11-01'],
	['2026-11', 'month', '2026-11-01'],
	['11/2026', 'month', '2026-11-01'],
	['Q4 2026', 'quarter', '2026-10-01'],
	['2026-Q4', 'quarter', '2026-10-01'],
	['2026 Q1', 'quarter', '2026-01-01'],
	["Q4'26", 'quarter', '2026-10-01']
])('%s is the %s from %s', (typed, span, day) => {
	expect(readPeriod(typed)).toEqual({ span, day });
	expect(readPeriod(` ${typed.toUpperCase()} `)).toEqual({ span, day });
});

test.each([
	'',
	'soon',
	'31/02/2026',
	'2026-13-01',
	'2027-W53',
	'W0 2026',
	'W47',
	'Q5 2026',
	'Marvellous',
	'12345',
	'16/11/1492',
	'=A1',
	'98.4'
])('“%s” is no period', (typed) => {
	expect(readPeriod(typed)).toBeUndefined();
});

test('a date whose day and month could change places is asked for', () => {
	expect(readPeriod('03/04/2026')).toBe('either');
	expect(readPeriod('03/04/2026', 'day first')).toEqual({ span: 'day', day: '2026-04-03' });
	expect(readPeriod('03/04/2026', 'month first')).toEqual({ span: 'day', day: '2026-03-04' });
	expect(readPeriod('04/04/2026')).toEqual({ span: 'day', day: '2026-04-04' });
	expect(bothDays('03/04/2026')).toBe('3 April or 4 March');
});

test('one date that can only be read one way tells how the others are meant', () => {
	expect(guessOrder(['03/04/2026', '16/11/2026'])).toBe('day first');
	expect(guessOrder(['03/04/2026', '11/16/2026'])).toBe('month first');
	expect(guessOrder(['03/04/2026', '05/06/2026'])).toBe('either');
	expect(guessOrder(['16/11/2026', '11/16/2026'])).toBe('either');
	expect(guessOrder(['2026-04-03', '3.4.2026', 'Nov 2026'])).toBeUndefined();
});

test('a day belongs to the period it lies in; a month is no week', () => {
	const wednesday = { span: 'day', day: '2026-11-18' } as const;
	expect(periodMeant(wednesday, 'week')).toBe('2026-11-16');
	expect(periodMeant(wednesday, 'quarter')).toBe('2026-10-01');
	expect(periodMeant({ span: 'month', day: '2026-11-01' }, 'month')).toBe('2026-11-01');
	expect(periodMeant({ span: 'month', day: '2026-11-01' }, 'week')).toBeUndefined();
	expect(periodMeant({ span: 'week', day: '2026-11-16' }, 'month')).toBeUndefined();
});
