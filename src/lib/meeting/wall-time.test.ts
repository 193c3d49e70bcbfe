import { expect, test } from 'vitest';
import { wallTime } from './wall-time.ts';

test.each([
	['09:00', 0, '09:00'],
	['09:00', 35, '09:35'],
	['23:30', 45, '00:15'],
	['', 10, '00:10']
])('an agenda that starts at %s shows %i minutes later as %s', (start, minutes, shown) => {
	expect(wallTime(start, minutes)).toBe(shown);
});
