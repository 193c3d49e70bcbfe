import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agenda, byOrder, move, orderKeys, place, planned, plannedMinutes } from './agenda.ts';
import { defaultFormat } from './formats.ts';
import { minutes } from './timebox.ts';

const keys = orderKeys(4);
const four = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, order: keys[index] ?? '' }));
const ids = (all: { id: string; order: string }[]) => all.toSorted(byOrder).map(({ id }) => id);
const moved = (all: typeof four, id: string, to: number) =>
	all.map((one) => (one.id === id ? { id, order: move(all, id, to) } : one));

test('a new segment lands where it is put', () => {
	for (const index of [0, 1, 2, 3, 4])
		expect(ids([...four, { id: 'new', order: place(index, four) }]).indexOf('new')).toBe(index);
});

test('an index past either end means that end', () => {
	expect(ids([...four, { id: 'new', order: place(99, four) }]).at(-1)).toBe('new');
	expect(ids([...four, { id: 'new', order: place(-3, four) }])[0]).toBe('new');
	expect(ids(moved(four, 'a', 99))).toEqual(['b', 'c', 'd', 'a']);
});

test('moving a segment moves that one and no other', () => {
	expect(ids(moved(four, 'd', 0))).toEqual(['d', 'a', 'b', 'c']);
	expect(ids(moved(four, 'a', 2))).toEqual(['b', 'c', 'a', 'd']);
});

test('a segment that is moved to where it is keeps its key', () => {
	expect(move(four, 'b', 1)).toBe(keys[1]);
});

test('any number of moves leaves the order that was asked for', () => {
	const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3)), {
		maxLength: 40
	});

	fc.assert(
		fc.property(steps, (all) => {
			let now = four;
			for (const [id, to] of all) {
				now = moved(now, id, to);
				expect(ids(now).indexOf(id)).toBe(to);
			}
		})
	);
});

test('two who add at the same spot at once see the same order, and a third can still add', () => {
	const order = place(4, four);
	const both = [...four, { id: 'y', order }, { id: 'x', order }];

	expect(ids(both)).toEqual(['a', 'b', 'c', 'd', 'x', 'y']);
	expect(ids(both.toReversed())).toEqual(ids(both));
	expect(ids([...both, { id: 'third', order: place(5, both) }]).at(-1)).toBe('third');
});

test('a broken order key does not stop people from sorting', () => {
	const broken = [...four, { id: 'odd', order: '' }, { id: 'odder', order: '~~~' }];

	for (let index = 0; index <= broken.length; index++)
		expect(() => place(index, broken)).not.toThrow();
});

test('a team gets its own copy of a format, in order, with the guide of each step', () => {
	let count = 0;
	const mine = agenda(defaultFormat.steps, () => `id-${++count}`);

	expect(mine.toSorted(byOrder).map(({ title }) => title)).toEqual(
		defaultFormat.steps.map(({ title }) => title)
	);
	expect(new Set(mine.map(({ id }) => id)).size).toBe(7);
	expect(mine.every(({ guide }) => guide)).toBe(true);
	expect(plannedMinutes(mine)).toBe(90);
});

test('each segment is planned to start when the one before it ends', () => {
	const mine = agenda(defaultFormat.steps, () => crypto.randomUUID());
	const rows = planned(mine.toReversed(), minutes(540));

	expect(rows.map(({ startsAt }) => startsAt / minutes(1) - 540)).toEqual([
		0, 5, 20, 35, 40, 50, 80
	]);
	expect(rows.at(-1)?.endsAt).toBe(minutes(630));
	expect(planned([], 0)).toEqual([]);
});

test('two hundred segments sort and move', () => {
	const many = orderKeys(200).map((order, index) => ({ id: `s${index}`, order }));

	expect(ids(many)[199]).toBe('s199');
	expect(ids(moved(many, 's199', 0))[0]).toBe('s199');
});
