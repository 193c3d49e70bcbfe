import { expect, test } from 'vitest';
import { scoreOn } from './beside-execution.ts';

const weeks = [
	{ week: '2026-10-05', score: 52 },
	{ week: '2026-10-12', score: 55 },
	{ week: '2026-10-19', score: null }
];

test.each([
	['2026-10-14', 55],
	['2026-10-21', 55],
	['2026-10-11', 52],
	['2026-10-01', null],
	['2026-12-01', null]
])('a round of %s stands beside %s', (on, score) => {
	expect(scoreOn(weeks, on)).toBe(score);
});
