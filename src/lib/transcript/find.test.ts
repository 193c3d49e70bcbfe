import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnsWith } from './find.ts';

const turns = [
	{ speaker: 'Ada', text: 'Zoë calls Havenport, and Havenport calls back.' },
	{ speaker: 'Grace', text: 'Nobody calls.' }
];
const marked = (wanted: string) =>
	turnsWith(turns, wanted).map(({ parts }) =>
		parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')
	);

test('turns are found by every word, whatever its capitals and accents, and each place is marked', () => {
	expect(marked('havenport')).toEqual(['Zoë calls [Havenport], and [Havenport] calls back.']);
	expect(marked('zoe CALLS')).toEqual(['[Zoë] [calls] Havenport, and Havenport [calls] back.']);
	expect(marked('grace calls')).toEqual(['Nobody [calls].']);
	expect(marked('invoice')).toEqual([]);
	expect(marked('  ')).toHaveLength(2);
});

test('whatever is looked for, what is shown is what was said', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, wanted) => {
			for (const { parts } of turnsWith([{ speaker: '', text }], wanted))
				expect(parts.map((part) => part.text).join('')).toBe(text);
		})
	);
});
