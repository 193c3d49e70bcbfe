import { expect, test } from 'vitest';
import { nextMeeting } from './next-meeting.ts';

const meeting = (id: string, state: string, startsAt: string) => ({
	id,
	state,
	startsAt,
	minutes: 90
});
const now = Date.parse('2026-11-17T08:00:00Z');
const draft = meeting('draft', 'draft', '2026-11-17T09:00:00Z');

test('a running meeting comes before everything, a parked one before the next', () => {
	const parked = meeting('parked', 'parked', '2026-11-10T09:00:00Z');
	const live = meeting('live', 'live', '2026-11-16T09:00:00Z');

	expect(nextMeeting([draft, parked, live], now)?.id).toBe('live');
	expect(nextMeeting([draft, parked], now)?.id).toBe('parked');
});

test('the next meeting is the first draft that is not long past', () => {
	const later = meeting('later', 'draft', '2026-11-24T09:00:00Z');
	const missed = meeting('missed', 'draft', '2026-11-10T09:00:00Z');
	const late = meeting('late', 'draft', '2026-11-17T06:00:00Z');

	expect(nextMeeting([later, draft, missed], now)?.id).toBe('draft');
	expect(nextMeeting([later, late], now)?.id).toBe('late');
});

test('a cancelled meeting is not the next', () => {
	expect(nextMeeting([{ ...draft, state: 'cancelled' }], now)).toBeUndefined();
	expect(nextMeeting([], now)).toBeUndefined();
});
