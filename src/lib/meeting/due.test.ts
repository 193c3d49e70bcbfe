import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueDate } from './due.ts';

/** A Tuesday. */
const today = '2026-11-17';
const due = (typed: string) => dueDate(typed, today);

test.each([
	['today', '2026-11-17'],
	['Tomorrow', '2026-11-18'],
	['next week', '2026-11-24'],
	['in 3 days', '2026-11-20'],
	['in a week', '2026-11-24'],
	['in 2 weeks', '2026-12-01'],
	['wed', '2026-11-18'],
	['Friday', '2026-11-20'],
	['thurs', '2026-11-19'],
	['mon', '2026-11-23'],
	['2026-12-24', '2026-12-24'],
	['23 nov', '2026-11-23'],
	['23rd November', '2026-11-23'],
	['Nov 23', '2026-11-23'],
	['23 sept', '2027-09-23'],
	['1 march 2028', '2028-03-01'],
	['23/11', '2026-11-23'],
	['23.11.', '2026-11-23'],
	['3/1', '2027-01-03'],
	['23/11/2027', '2027-11-23']
])('“due %s” is %s for somebody who types it on a Tuesday in November', (typed, expected) => {
	expect(due(typed)).toBe(expected);
});

test('a weekday always lies ahead: on Tuesday, “tue” is Tuesday in a week', () => {
	expect(due('tue')).toBe('2026-11-24');
});

test('a day without a year may be today, and otherwise is the next one', () => {
	expect(due('17 nov')).toBe('2026-11-17');
	expect(due('16 nov')).toBe('2027-11-16');
	expect(due('29 feb')).toBe('2028-02-29');
});

test.each([
	'',
	'soon',
	'fr',
	'm',
	'31 nov',
	'0 dec',
	'32/1',
	'1/13',
	'2026-02-30',
	'in 99999 days'
])('“%s” is no day', (typed) => {
	expect(due(typed)).toBeNull();
});

test('whatever is typed is a day of the calendar or none', () => {
	fc.assert(
		fc.property(fc.string(), (typed) => {
			expect(due(typed) ?? today).toMatch(/^\d{4}-\d\d-\d\d$/);
		})
	);
});

test('a weekday lies one to seven days ahead, on every day of the year', () => {
	const names = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
	const days = fc.date({
		min: new Date('2020-01-01'),
		max: new Date('2040-01-01'),
		noInvalidDate: true
	});

	fc.assert(
		fc.property(names, days, (name, date) => {
			const from = date.toISOString().slice(0, 10);
			const to = dueDate(name, from) ?? '';
			const ahead = (Date.parse(to) - Date.parse(from)) / 86_400_000;
			expect(ahead).toBeGreaterThanOrEqual(1);
			expect(ahead).toBeLessThanOrEqual(7);
			expect(new Date(to).toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' })).toBe(
				name.charAt(0).toUpperCase() + name.slice(1)
			);
		})
	);
});
