import { expect, test } from 'vitest';
import { readingTime } from './reading-time.ts';

test('a short notice stands long enough to be noticed', () => {
	expect(readingTime('')).toBe(6_000);
	expect(readingTime('Saved.')).toBe(6_000);
});

test('a notice of thirty words stands long enough for a slow reader', () => {
	expect(readingTime('word '.repeat(30))).toBeGreaterThan(11_000);
	expect(readingTime(' word\n\tword '.repeat(15))).toBe(readingTime('word '.repeat(30)));
});
