import { expect, test } from 'vitest';
import { isWorkingDay, workingDaysAfter } from './working-days.ts';

test('a weekend and a holiday are no working days', () => {
	expect(isWorkingDay('2026-11-20')).toBe(true);
	expect(isWorkingDay('2026-11-21')).toBe(false);
	expect(isWorkingDay('2026-11-22')).toBe(false);
	expect(isWorkingDay('1969-12-29')).toBe(true);
	expect(isWorkingDay('2026-12-25', ['2026-12-25'])).toBe(false);
});

test('working days are counted from tomorrow on, the last one too', () => {
	expect(workingDaysAfter('2026-11-19', '2026-11-24')).toEqual([
		'2026-11-20',
		'2026-11-23',
		'2026-11-24'
	]);
	expect(workingDaysAfter('2026-11-24', '2026-11-19')).toEqual([]);
});
