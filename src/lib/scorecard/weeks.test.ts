import { expect, test } from 'vitest';
import { lastWeeks, trend } from './weeks.ts';

test('a trend looks back a quarter and ends with this week', () => {
	const weeks = lastWeeks('2026-11-21');

	expect(weeks).toHaveLength(13);
	expect(weeks[0]).toBe('2026-08-24');
	expect(weeks.at(-1)).toBe('2026-11-16');
});

test('a week without a reading leaves a gap', () => {
	const reading = (period: string, value: number) => ({ metric: 'm', period, value });

	expect(
		trend([reading('2026-11-16', 3), reading('2026-11-02', 1)], lastWeeks('2026-11-21', 3))
	).toEqual([1, null, 3]);
});
