import { expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';

test('a text is cut where marks begin and end', () => {
	expect(piecesOf('We improve service.', [{ from: 3, to: 18 }])).toEqual([
		{ text: 'We ', isMarked: false },
		{ text: 'improve service', isMarked: true },
		{ text: '.', isMarked: false }
	]);
});

test('marks that overlap are one, empty ones are none, and too long ones end with the text', () => {
	const marks = [
		{ from: 0, to: 4 },
		{ from: 2, to: 6 },
		{ from: 8, to: 8 },
		{ from: 9, to: 99 }
	];

	expect(piecesOf('abcdefghij', marks)).toEqual([
		{ text: 'abcdef', isMarked: true },
		{ text: 'ghi', isMarked: false },
		{ text: 'j', isMarked: true }
	]);
	expect(piecesOf('', [{ from: 0, to: 0 }])).toEqual([]);
});
