import * as v from 'valibot';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Records } from './records.ts';

/** Three hundred notes, and how many of them were parsed so far. */
function notes(count = 300) {
	let parsed = 0;
	const Note = v.pipe(
		v.object({ id: v.string(), body: v.string(), theme: v.string() }),
		v.transform((note) => {
			parsed += 1;
			return note;
		})
	);
	const doc = new Y.Doc();
	const map = doc.getMap<Y.Map<unknown>>('notes');
	const records = new Records(map, Note);
	for (let index = 0; index < count; index += 1)
		records.add({ id: `note ${index}`, body: `Words ${index}`, theme: 'a' });
	return { doc, map, records, parsed: () => parsed };
}

test('a change of one note among hundreds parses one, and the others stay the same objects', () => {
	const { records, parsed } = notes();
	records.observe(() => {});
	const before = records.all();
	const so = parsed();
	records.change('note 7', { theme: 'b' });
	const after = records.all();
	expect(parsed() - so).toBe(1);
	expect(after.filter((note, index) => note !== before[index])).toEqual([
		{ id: 'note 7', body: 'Words 7', theme: 'b' }
	]);
});

test('whoever made a change, and wherever it is read, what is read is what stands there', () => {
	const { doc, map, records } = notes(3);
	const themes = () => records.all().map(({ theme }) => theme);
	const seen: string[][] = [];
	const stop = records.observe(() => seen.push(themes()));
	themes();
	// From elsewhere.
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	other.getMap<Y.Map<unknown>>('notes').get('note 1')?.set('theme', 'b');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
	expect(themes()).toEqual(['a', 'b', 'a']);
	// In the middle of one step.
	doc.transact(() => {
		records.change('note 0', { theme: 'c' });
		expect(themes()).toEqual(['c', 'b', 'a']);
		records.remove('note 2');
		records.change('note 0', { theme: 'd' });
		expect(themes()).toEqual(['d', 'b']);
	});
	expect(seen).toEqual([
		['a', 'b', 'a'],
		['d', 'b']
	]);
	// What does not parse goes away, and comes back when it does.
	map.get('note 1')?.set('theme', 7);
	expect(records.get('note 1')).toBeUndefined();
	records.change('note 1', { theme: 'e' });
	expect(records.get('note 1')?.theme).toBe('e');
	// Written anew under the same id.
	records.add({ id: 'note 1', body: 'Other words', theme: 'f' });
	expect(records.get('note 1')?.body).toBe('Other words');
	stop();
});

test('nothing is kept while nobody observes', () => {
	const { map, records } = notes(1);
	const stop = [records.observe(() => {}), records.observe(() => {})];
	expect(records.get('note 0')?.theme).toBe('a');
	for (const one of stop) one();
	map.get('note 0')?.set('theme', 'b');
	expect(records.get('note 0')?.theme).toBe('b');
	map.get('note 0')?.set('theme', 'c');
	expect(records.get('note 0')?.theme).toBe('c');
	expect(records.get('nobody')).toBeUndefined();
});
