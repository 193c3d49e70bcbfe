import { expect, test } from 'vitest';
import { instantOf } from './local-time.ts';

test('a time is meant on the clocks of a zone, in winter and in summer', () => {
	expect(instantOf('2026-11-19', '09:00', 'Europe/London')).toBe('2026-11-19T09:00:00Z');
	expect(instantOf('2026-07-16', '09:00', 'Europe/London')).toBe('2026-07-16T08:00:00Z');
});

test('a day or time that does not exist is no instant', () => {
	expect(instantOf('2026-02-30', '09:00', 'Europe/London')).toBeUndefined();
	expect(instantOf('2026-02-20', '25:00', 'Europe/London')).toBeUndefined();
	expect(instantOf('', '', 'Europe/London')).toBeUndefined();
	expect(instantOf('2026-02-20', '09:00', 'Mars/Olympus')).toBeUndefined();
});
