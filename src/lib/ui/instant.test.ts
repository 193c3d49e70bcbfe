import { expect, test } from 'vitest';
import { writeInstant } from './instant.ts';

const instant = new Date('2026-11-17T08:05:00Z');

test('the same instant reads in each person’s own time', () => {
	expect(writeInstant(instant, 'time', 'Europe/Amsterdam')).toBe('09:05');
	expect(writeInstant(instant, 'time', 'Asia/Tokyo')).toBe('17:05');
});

test('dates read as people say them, without commas', () => {
	expect(writeInstant(instant, 'date', 'UTC')).toBe('Tue 17 Nov');
	expect(writeInstant(instant, 'long', 'UTC')).toBe('17 November 2026');
	expect(writeInstant(instant, 'both', 'UTC')).toBe('Tue 17 Nov 08:05');
});

test('midnight is 00:00, never 24:00', () => {
	expect(writeInstant(new Date('2026-11-17T00:00:00Z'), 'time', 'UTC')).toBe('00:00');
});
