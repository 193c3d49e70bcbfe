import { expect, test } from 'vitest';
import { belowOf, countChart, nextReview, treeOf, type Branch, type Seat } from './chart.ts';

const seat = (id: string, reportsTo: string | null = null, ...holders: string[]): Seat => ({
	...{ id, title: id, accountabilities: [], reportsTo, isKey: false, links: [], series: [] },
	holders: holders.map((person) => ({
		id: `${id} ${person}`,
		person,
		name: '',
		since: '2026-11-01'
	}))
});
const drawn = (branches: readonly Branch[]): string[] =>
	branches.flatMap(({ seat: { id }, branches }) => [id, ...drawn(branches)]);

test('sixty seats are drawn once each, with how many stand below', () => {
	const seats = Array.from({ length: 60 }, (_, at) =>
		seat(`s${at}`, at === 0 ? null : `s${Math.floor((at - 1) / 4)}`)
	);
	const [root, ...others] = treeOf(seats);
	expect(others).toEqual([]);
	expect(root).toMatchObject({ below: 59, vacantBelow: 59, level: 1 });
	expect(drawn([root!]).toSorted()).toEqual(seats.map(({ id }) => id).toSorted());
});

test('a loop or a superior who is gone loses no seat', () => {
	const seats = [seat('a', 'b'), seat('b', 'a'), seat('c', 'gone'), seat('d', 'd')];
	expect(drawn(treeOf(seats)).toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

test('nobody may report to a seat below their own', () => {
	const seats = [seat('ceo'), seat('coo', 'ceo'), seat('ops', 'coo'), seat('cfo', 'ceo')];
	expect(belowOf(seats, 'coo')).toEqual(new Set(['coo', 'ops']));
	expect(belowOf(seats, 'ceo').size).toBe(4);
});

test('vacant seats, seats held twice and people with several seats are found', () => {
	const count = countChart([seat('a', null, 'ada'), seat('b', null, 'ada', 'grace'), seat('c')]);
	expect(count.vacant.map(({ id }) => id)).toEqual(['c']);
	expect(count.twice.map(({ id }) => id)).toEqual(['b']);
	expect(count.several.map(({ person, seats }) => [person, seats.length])).toEqual([['ada', 2]]);
});

test('a chart is due a quarter after it was signed, and at once when nobody has', () => {
	expect(nextReview(undefined, '2026-11-19')).toEqual({ on: '2026-11-19', isDue: true, late: 0 });
	expect(nextReview({ on: '2026-09-01' }, '2026-11-30')).toMatchObject({ isDue: false });
	expect(nextReview({ on: '2026-09-01' }, '2026-12-01')).toMatchObject({ isDue: true, late: 0 });
	expect(nextReview({ on: '2026-09-01' }, '2026-12-08')).toMatchObject({ late: 7 });
});
