import { expect, test } from 'vitest';
import { rowsOf } from './columns.ts';

test('columns of one length are rows again, in their order', () => {
	expect(rowsOf({ id: ['a', 'b'], due: [null, '2026-11-27'], done: [true, false] })).toEqual([
		{ id: 'a', due: null, done: true },
		{ id: 'b', due: '2026-11-27', done: false }
	]);
});

test('a list without anything in it has no rows', () => {
	expect(rowsOf({ id: null, title: null })).toEqual([]);
	expect(rowsOf({ id: [], title: [] })).toEqual([]);
});
