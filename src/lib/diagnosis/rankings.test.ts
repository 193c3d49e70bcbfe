import { expect, test } from 'vitest';
import { concordance, conflictsIn, together } from './rankings.ts';

const of = (...orders: string[]) =>
	orders.map((order, at) => ({ who: `f${at + 1}`, order: [...order] }));
const abcd = [...'abcd'];

test('the same order is full agreement, opposite orders none, and one of by hand lies between', () => {
	expect(concordance(of('abcd', 'abcd', 'abcd'), abcd)).toBe(1);
	expect(concordance(of('abcd', 'dcba'), abcd)).toBe(0);
	// Rank sums 4, 5, 10 and 11 of three functions, mean 7.5: S = 37; W = 444 ÷ (9 · 60).
	expect(concordance(of('abcd', 'bacd', 'abdc'), abcd)).toBeCloseTo(444 / 540);
	expect(concordance(of('abcd'), abcd)).toBeNull();
});

test('what one puts first and another last is a conflict, the widest first', () => {
	expect(conflictsIn(of('abcd', 'bcda', 'acbd'), abcd)).toEqual([
		{ priority: 'a', first: { who: 'f1', place: 1 }, last: { who: 'f2', place: 4 }, gap: 3 },
		{ priority: 'b', first: { who: 'f2', place: 1 }, last: { who: 'f3', place: 3 }, gap: 2 }
	]);
	expect(conflictsIn(of('abcd', 'bacd'), abcd)).toEqual([]);
});

test('together they put them by their mean place', () => {
	expect(together(of('abcd', 'bacd', 'bacd'), abcd).map(({ priority }) => priority)).toEqual([
		...'bacd'
	]);
});
