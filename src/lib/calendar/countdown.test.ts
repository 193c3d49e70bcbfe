import { expect, test } from 'vitest';
import { countdown } from './countdown.ts';

const at = (instant: string) => Date.parse(instant);
const meeting = at('2026-11-17T09:00:00Z');
const said = (now: string, zone = 'Europe/London') => countdown(meeting, at(now), zone);

test('the next meeting is minutes away, or hours, or a day with a name', () => {
	expect(said('2026-11-17T08:18:00Z')).toBe('in 42 minutes');
	expect(said('2026-11-17T08:59:30Z')).toBe('in 1 minute');
	expect(said('2026-11-17T05:00:00Z')).toBe('today at 09:00');
	expect(said('2026-11-16T17:00:00Z')).toBe('tomorrow at 09:00');
	expect(said('2026-11-10T17:00:00Z')).toBe('on Tuesday 17 November at 09:00');
});

test('a traveller reads the time on the clocks around them', () => {
	expect(said('2026-11-16T10:00:00Z', 'Asia/Tokyo')).toBe('tomorrow at 18:00');
	expect(said('2026-11-16T16:00:00Z', 'Asia/Tokyo')).toBe('today at 18:00');
});

test('a meeting nobody has started says since when', () => {
	expect(said('2026-11-17T09:00:20Z')).toBe('is due now');
	expect(said('2026-11-17T09:05:00Z')).toBe('was due 5 minutes ago');
	expect(said('2026-11-17T12:00:00Z')).toBe('was due 3 hours ago');
	expect(said('2026-11-20T09:00:00Z')).toBe('was due 3 days ago');
});
