import { expect, test } from 'vitest';
import { filled, moved, readBlock } from './place.ts';

const size = { rows: 3, columns: 4 };
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

test('arrows and Enter lead to the next cell, and no further than the edge', () => {
	const middle = { row: 1, column: 1 };
	expect(moved(middle, press('ArrowUp'), size)).toEqual({ row: 0, column: 1 });
	expect(moved(middle, press('ArrowRight'), size)).toEqual({ row: 1, column: 2 });
	expect(moved(middle, press('Enter'), size)).toEqual({ row: 2, column: 1 });
	expect(moved(middle, press('Enter', true), size)).toEqual({ row: 0, column: 1 });
	expect(moved({ row: 2, column: 3 }, press('Enter'), size)).toBeUndefined();
	expect(moved({ row: 0, column: 0 }, press('ArrowLeft'), size)).toBeUndefined();
	expect(moved(middle, press('a'), size)).toBeUndefined();
});

test('a block keeps its rows and columns, as Excel and Google Sheets copy it', () => {
	expect(readBlock('1\t2\r\n3\t\r\n')).toEqual([
		['1', '2'],
		['3', '']
	]);
	expect(readBlock('1\n2')).toEqual([['1'], ['2']]);
	expect(readBlock('"5"" pipe"\t2')).toEqual([['5" pipe', '2']]);
	expect(readBlock('98.4')).toBeUndefined();
	expect(readBlock('98.4\r\n')).toBeUndefined();
});

test('a block fills from its cell on, skips what is empty and says what found no place', () => {
	const block = [
		['1', ' 2 ', '3'],
		['4', '', '6']
	];
	expect(filled(block, { row: 2, column: 2 }, size)).toEqual({
		cells: [
			{ row: 2, column: 2, typed: '1' },
			{ row: 2, column: 3, typed: '2' }
		],
		beyond: 3
	});
	expect(filled(block, { row: 0, column: 0 }, size)).toMatchObject({ beyond: 0 });
});
