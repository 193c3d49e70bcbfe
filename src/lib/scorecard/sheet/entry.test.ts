import { expect, test } from 'vitest';
import { entryOf } from './entry.ts';

const percent = { unit: '%', decimals: 1 };

test('a number is entered, another corrects, the same does nothing', () => {
	expect(entryOf('98,4 %', percent, null)).toEqual({ does: 'enter', value: 98.4 });
	expect(entryOf('(12)', percent, 98.4)).toEqual({ does: 'correct', value: -12, was: 98.4 });
	expect(entryOf('98.40', percent, 98.4)).toEqual({ does: 'nothing' });
	expect(entryOf('  ', percent, null)).toEqual({ does: 'nothing' });
});

test('what is no number says so, and what to do', () => {
	const failing = (typed: string, was: number | null = null) => {
		const entry = entryOf(typed, percent, was);
		return entry.does === 'fail' ? entry.problem : entry.does;
	};
	expect(failing('ten')).toBe('“ten” is not a number. Write it like 98.4.');
	expect(failing('=A1*2')).toContain('“=A1*2” is a formula, not a number.');
	expect(failing('', 98.4)).toContain('98.4% stays unless you type another');
});
