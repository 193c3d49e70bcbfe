import { expect, test } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { byKind, missing, newestFirst, quickDays, writeDay } from './ordered-outcomes.ts';
import { readSlash } from './slash-kind.ts';

const outcome = (fields: Partial<Outcome>): Outcome => ({
	id: 'a',
	kind: 'action',
	title: 'Call Acme',
	owner: null,
	due: null,
	by: null,
	at: 0,
	segment: null,
	item: null,
	note: null,
	serves: null,
	...fields
});

test('the newest outcome is on top, the same on every screen', () => {
	const made = [
		outcome({ id: 'a', at: 1 }),
		outcome({ id: 'b', at: 2 }),
		outcome({ id: 'c', at: 2 })
	];
	const ids = (outcomes: Outcome[]) => outcomes.map(({ id }) => id);

	expect(ids(newestFirst(made))).toEqual(ids(newestFirst(made.toReversed())));
	expect(ids(newestFirst(made)).at(-1)).toBe('a');
});

test('only an action lacks an owner or a date', () => {
	expect(missing(outcome({}))).toEqual({ owner: true, due: true });
	expect(missing(outcome({ owner: 'jonas', due: '2026-11-20' }))).toEqual({
		owner: false,
		due: false
	});
	expect(missing(outcome({ kind: 'risk' }))).toEqual({ owner: false, due: false });
});

test('a summary names the kinds that were used, oldest outcome first', () => {
	const groups = byKind([outcome({ id: 'b', at: 2 }), outcome({ id: 'a', at: 1 })]);

	expect(groups.map(({ kind }) => kind)).toEqual(['action']);
	expect(groups[0]?.outcomes.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a day is offered once, also when tomorrow is Friday', () => {
	expect(quickDays('2026-11-19').map(({ value }) => value)).toEqual(['2026-11-20', '2026-11-26']);
	expect(writeDay('2026-11-23')).toBe('Mon 23 Nov');
});

test('a letter behind the slash chooses the kind, anything else begins the words', () => {
	expect(readSlash('/a')).toEqual({ kind: 'action', words: '' });
	expect(readSlash('/Ask')).toEqual({ words: 'Ask' });
	expect(readSlash('/')).toEqual({ words: '/' });
	expect(readSlash('Call Acme')).toEqual({ words: 'Call Acme' });
});
