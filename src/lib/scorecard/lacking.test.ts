import { expect, test } from 'vitest';
import { lackingFor } from './lacking.ts';

const none = () => false;

test('a meeting wants the week before it, also on the Monday after', () => {
	expect(lackingFor('week', none, '2026-01-05', '2026-11-24')).toBe('2026-11-16');
	expect(lackingFor('week', none, '2026-01-05', '2026-11-23')).toBe('2026-11-16');
	expect(
		lackingFor('week', (period) => period === '2026-11-16', '2026-01-05', '2026-11-24')
	).toBeUndefined();
});

test('a month or quarter is wanted once its days of grace are over', () => {
	expect(lackingFor('month', none, '2026-01-05', '2026-11-07')).toBe('2026-09-01');
	expect(lackingFor('month', none, '2026-01-05', '2026-11-08')).toBe('2026-10-01');
	expect(lackingFor('quarter', none, '2026-01-05', '2026-10-15')).toBe('2026-07-01');
});

test('what was not counted then does not lack', () => {
	expect(lackingFor('week', none, '2026-11-23', '2026-11-24')).toBeUndefined();
	expect(lackingFor('week', none, '2026-11-18', '2026-11-24')).toBe('2026-11-16');
});
