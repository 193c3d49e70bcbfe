import { expect, test } from 'vitest';
import { askedAt } from './asking.ts';

const usual = { daysBefore: 1, at: '09:00' };

test('it is asked on the working day before, by the clocks of the team', () => {
	// A Tuesday in Amsterdam, an hour ahead of UTC; a Monday, whose working day before is Friday.
	expect(askedAt('2026-11-24T08:00:00Z', 'Europe/Amsterdam', usual)).toBe('2026-11-23T08:00:00Z');
	expect(askedAt('2026-11-23T08:00:00Z', 'Europe/Amsterdam', usual)).toBe('2026-11-20T08:00:00Z');
	expect(askedAt('2026-11-23T22:30:00Z', 'Pacific/Auckland', usual)).toBe('2026-11-22T20:00:00Z');
	expect(askedAt('2026-11-24T08:00:00Z', 'UTC', { daysBefore: 3, at: '16:30' })).toBe(
		'2026-11-19T16:30:00Z'
	);
});

test('over a change of the clocks the local time stays', () => {
	// Clocks went back on Sunday 25 October.
	expect(askedAt('2026-10-26T09:00:00Z', 'Europe/London', usual)).toBe('2026-10-23T08:00:00Z');
});

test('on the day itself it is never asked after the meeting has begun', () => {
	const sameDay = { daysBefore: 0, at: '09:00' };
	expect(askedAt('2026-11-24T15:00:00Z', 'UTC', sameDay)).toBe('2026-11-24T09:00:00Z');
	expect(askedAt('2026-11-24T08:00:00Z', 'UTC', sameDay)).toBe('2026-11-24T08:00:00Z');
});
