import { expect, test } from 'vitest';
import { wordChanges } from './word-changes.ts';

const read = (changes: ReturnType<typeof wordChanges>, without: 'added' | 'removed') =>
	changes.flatMap(({ text, change }) => (change === without ? [] : text)).join('');

test('only the words that differ are changes', () => {
	expect(wordChanges('A third of revenue', 'A half of revenue')).toEqual([
		{ text: 'A ', change: 'same' },
		{ text: 'third', change: 'removed' },
		{ text: 'half', change: 'added' },
		{ text: ' of revenue', change: 'same' }
	]);
});

test('a sentence written anew is one change', () => {
	expect(wordChanges('We sell robots here.', 'We buy picks here.')).toEqual([
		{ text: 'We ', change: 'same' },
		{ text: 'sell robots', change: 'removed' },
		{ text: 'buy picks', change: 'added' },
		{ text: ' here.', change: 'same' }
	]);
});

test('both versions can be read back from the changes, whatever they are', () => {
	const texts = ['', 'One.', 'One. Two', ' One  two\nthree', '🙂 naïve café', '40% by 2027', '<b>'];
	for (const older of texts)
		for (const newer of texts) {
			const changes = wordChanges(older, newer);
			expect(read(changes, 'added')).toBe(older);
			expect(read(changes, 'removed')).toBe(newer);
		}
});
