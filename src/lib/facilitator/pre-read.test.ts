import { expect, test } from 'vitest';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import { preRead } from './pre-read.ts';

const waiting = { id: 'w', title: 'Uptime is down at sites with firmware 3.8', question: '' };
const review = (meeting: string, at: number) => ({ meeting, done: false, at });
const action = (id: string, owner: string | null, due: string | null) => ({
	id,
	title: id,
	owner,
	due,
	doneAt: null,
	isSealed: false,
	serves: null,
	reviews: [review('m1', 1), review('m2', 2)]
});

test('it says what changed, what is due, what repeats and what waits, each with its reason', () => {
	const read = preRead({
		called: [{ metric: 'm', title: 'Churn at 4 %', rule: 'red', why: '4 % misses max 2 %.' }],
		actions: [
			action('late', 'ada', '2026-11-20'),
			action('today', 'ada', '2026-11-24'),
			action('later', 'ada', '2026-12-24'),
			action('loose', null, null),
			{ ...action('done', 'ada', '2026-11-20'), doneAt: 5 }
		],
		offers: [{ item: waiting as HotItem, why: 'not reached', isSealed: false }],
		earlier: [
			{
				id: 'e',
				text: 'Uptime fell at the sites on firmware 3.8',
				on: '2026-10-06',
				outcome: 'two visits were promised'
			},
			{ id: 'o', text: 'Night cover in Tilburg', on: '2026-09-01', outcome: '' },
			// Itself, as the meeting before left it: it does not repeat itself.
			{ id: 'w', text: waiting.title, on: '2026-11-17', outcome: 'it was not reached' }
		],
		nameOf: () => 'Ada',
		today: '2026-11-24'
	});
	expect(read.changed).toMatchObject([{ words: 'Churn at 4 %', about: { id: 'm' } }]);
	expect(read.due.map(({ words, why }) => `${words}: ${why}`)).toEqual([
		'late: Ada, late since Fri 20 Nov, undone 2 times.',
		'today: Ada, due Tue 24 Nov, undone 2 times.',
		'loose: no owner, no date, undone 2 times.'
	]);
	expect(read.repeats).toMatchObject([
		{ words: waiting.title, why: 'The team had it on 6 October 2026: two visits were promised.' }
	]);
	expect(read.waits).toMatchObject([{ why: 'The last meeting did not reach it.' }]);
});

test('when nothing is to be read it says nothing', () => {
	const nothing = { called: [], actions: [], offers: [], earlier: [] };
	expect(preRead({ ...nothing, nameOf: String, today: '2026-11-24' })).toEqual({
		changed: [],
		due: [],
		repeats: [],
		waits: []
	});
});

test('a strategy review that is due is said before the meeting, and one that is not is not', () => {
	const nothing = { called: [], actions: [], offers: [], earlier: [], nameOf: () => '' };
	const due = (unreviewed: string[]) =>
		preRead({ ...nothing, unreviewed, today: '2026-11-24' }).due.map(({ words }) => words);
	expect(due(['2026-10-05', '2026-11-16'])).toEqual(['2 insights wait for a strategy review']);
	expect(due(['2026-11-16'])).toEqual([]);
});
