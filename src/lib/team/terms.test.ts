import * as v from 'valibot';
import { expect, test } from 'vitest';
import { KeptTerms } from './kept-terms.ts';
import { counted, heading, longestWord, termKeys, word } from './terms.ts';

const renamed = { 'hot item': { one: 'issue', many: 'issues' } };

test('a team that renamed nothing reads our words', () => {
	expect(word({}, 'hot item')).toBe('hot item');
	expect(counted({}, 'opportunity', 2)).toBe('2 opportunities');
	expect(heading({}, 'wrap-up')).toBe('Wrap-up');
});

test('a renamed word is used in singular, plural and at the start of a line', () => {
	expect(word(renamed, 'hot item')).toBe('issue');
	expect(counted(renamed, 'hot item', 0)).toBe('0 issues');
	expect(heading(renamed, 'hot item', 3)).toBe('Issues');
	expect(word(renamed, 'decision')).toBe('decision');
});

test('every word can be renamed, in any script', () => {
	for (const term of termKeys) {
		const terms = v.parse(KeptTerms, { [term]: { one: ' 🔥 قضية ', many: 'قضايا' } });
		expect(word(terms, term)).toBe('🔥 قضية');
		expect(heading(terms, term)).toBe('🔥 قضية');
	}
});

test('an empty word or one too long for a button is refused', () => {
	const refused = (one: string) => v.safeParse(KeptTerms, { action: { one, many: 'x' } }).success;

	expect(refused('  ')).toBe(false);
	expect(refused('x'.repeat(longestWord))).toBe(true);
	expect(refused('x'.repeat(longestWord + 1))).toBe(false);
});

test('words nobody knows are left out', () => {
	expect(v.parse(KeptTerms, { nonsense: { one: 'a', many: 'b' } })).toEqual({});
});
