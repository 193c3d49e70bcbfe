import { expect, test } from 'vitest';
import { reviewDue, reviewDueWords } from './due.ts';

test('a strategy review is due once an insight has waited six weeks, and not a day before', () => {
	const waiting = ['2026-10-12', '2026-10-05', '2026-11-09'];
	expect(reviewDue(waiting, '2026-11-15')).toBeUndefined();
	expect(reviewDue(waiting, '2026-11-16')).toEqual({ count: 3, since: '2026-10-05' });
	expect(reviewDue([], '2026-11-16')).toBeUndefined();
});

test('it says how many wait', () => {
	expect(reviewDueWords({ count: 1, since: '2026-10-05' })).toBe(
		'An insight waits for a strategy review'
	);
	expect(reviewDueWords({ count: 4, since: '2026-10-05' })).toContain('4 insights wait');
});
