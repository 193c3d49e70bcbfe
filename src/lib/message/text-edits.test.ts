import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween, mergeTexts } from './text-edits.ts';

function apply(text: string, edits: ReturnType<typeof editsBetween>): string {
	return edits.reduceRight(
		(now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to),
		text
	);
}

test('only the words that differ are touched', () => {
	const older = 'By December 2027: 40% of revenue, and best-in-class uptime.';
	const newer = 'By December 2027: 45% of revenue, and 99.2% uptime.';
	const edits = editsBetween(older, newer);

	expect(apply(older, edits)).toBe(newer);
	expect(edits.map(({ from, to }) => older.slice(from, to)).join('|')).not.toMatch(
		/December|uptime/
	);
});

test('any text becomes any other, and the same needs no edit', () => {
	const words = fc
		.array(fc.constantFrom('we', 'sell', 'robots', ' ', '\n', '40%', ', ', 'é', '🤖'), {
			maxLength: 40
		})
		.map((picked) => picked.join(''));
	fc.assert(
		fc.property(words, words, (older, newer) => {
			expect(apply(older, editsBetween(older, newer))).toBe(newer);
			expect(editsBetween(older, older)).toEqual([]);
		}),
		{ seed: 20261122 }
	);
});

test('the words of two people who changed a text at once are all there', () => {
	const base = 'We sell picks to warehouses.';
	expect(mergeTexts(base, `${base} And shops.`, 'We sell robots to warehouses.')).toBe(
		'We sell robots to warehouses. And shops.'
	);
	expect(mergeTexts(base, 'We sell many picks to warehouses.', 'We sell robots.')).toContain(
		'many'
	);
	fc.assert(
		fc.property(fc.string(), fc.string(), (one, other) => {
			expect(mergeTexts(one, one, other)).toBe(other);
			expect(mergeTexts(one, other, one)).toBe(other);
		}),
		{ seed: 20261122 }
	);
});
