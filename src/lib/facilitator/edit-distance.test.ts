import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
	['', '', 0],
	['Call Acme', 'Call Acme', 0],
	['Call Acme', 'Call Acme today', 6],
	['kitten', 'sitting', 3],
	['', 'abc', 3],
	['🚀 go', '🛑 go', 1]
])('%j becomes %j in so many steps: %i', (one, other, steps) => {
	expect(editDistance(one, other)).toBe(steps);
	expect(editDistance(other, one)).toBe(steps);
});
