import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HotItem } from './hot-item.ts';
import { becomesPart, partsOf } from './merge.ts';

const item = (id: string, raisedAt: number, more: Partial<HotItem> = {}) =>
	v.parse(HotItem, { id, title: id, order: 'a0', raisedAt, ...more });

test('the first raised stays, whoever merges which into which', () => {
	const [first, second] = [item('first', 1), item('second', 2)];
	expect(becomesPart([first, second])).toEqual([second, first]);
	expect(becomesPart([second, first])).toEqual([second, first]);
	const twins = [item('b', 1), item('a', 1)];
	expect(becomesPart(twins).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('an item is not merged with itself, nor with one that is gone', () => {
	expect(becomesPart([item('a', 1), item('a', 1)])).toEqual([]);
	expect(becomesPart([item('a', 1)])).toEqual([]);
});

test('an item has its parts, and theirs; a circle that somebody wrote has an end', () => {
	const whole = item('whole', 1);
	const part = item('part', 2, { state: 'merged', mergedInto: 'whole' });
	const ofPart = item('of part', 3, { state: 'merged', mergedInto: 'part' });
	const apart = item('apart', 4, { mergedInto: 'whole' });
	expect(partsOf(whole, [whole, part, ofPart, apart]).map(({ id }) => id)).toEqual([
		'part',
		'of part'
	]);
	const circle = { ...whole, state: 'merged', mergedInto: 'part' } as const;
	expect(partsOf(part, [circle, part])).toEqual([]);
});
