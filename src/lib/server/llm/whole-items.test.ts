import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeItems } from './whole-items.ts';

test('items appear as soon as they are whole, brackets and quotes in their words included', () => {
	const items = [{ a: 'x ]} "y" \\' }, { b: [1, { c: '[' }] }];
	const text = JSON.stringify({ items, more: [1] });
	const counts = Array.from(text, (_, at) => wholeItems(text.slice(0, at)).length);
	expect(counts.toSorted()).toEqual(counts);
	expect(wholeItems(text)).toEqual(items);
	expect(wholeItems(`${text.slice(0, text.indexOf('"b"'))}`)).toEqual(items.slice(0, 1));
});

test('whatever comes, it neither fails nor invents an item', () => {
	fc.assert(
		fc.property(fc.array(fc.object()), fc.nat(), (items, cut) => {
			const text = JSON.stringify({ items });
			const found = wholeItems(text.slice(0, cut));
			expect(items.map((one) => JSON.stringify(one)).slice(0, found.length)).toEqual(
				found.map((one) => JSON.stringify(one))
			);
		})
	);
	fc.assert(fc.property(fc.string(), (text) => Array.isArray(wholeItems(text))));
});
