import { expect, test } from 'vitest';
import { clean } from './clean.ts';

test.each([
	['a\u200bb\u2060c', 'abc'],
	['\u202eevil\u202c', 'evil'],
	['\u{e0049}\u{e0067}hidden tags', 'hidden tags'],
	['bell\u0007 and \u0000null', 'bell and null'],
	['Fr\u0065\u0301d\u00e9ric', 'Frédéric'],
	['two\nlines', 'two\nlines']
])('of %j people see %j', (given, seen) => {
	expect(clean(given, 100)).toBe(seen);
});

test('a long text is cut between characters, never within one', () => {
	expect(clean('🚀🚀🚀', 2)).toBe('🚀🚀');
});
