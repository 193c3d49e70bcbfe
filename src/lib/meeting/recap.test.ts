import { expect, test } from 'vitest';
import { ending, notesOf, origin, type Recap, type RecapHotItem } from './recap.ts';

const item: RecapHotItem = {
	id: 'uptime',
	title: 'Fleet uptime below 99%',
	question: '',
	kind: 'hot',
	state: 'resolved',
	raisedBy: null,
	factFinder: null,
	backBy: null,
	mergedInto: null,
	plannedMinutes: 15,
	actualMinutes: 18
};
const note = { body: 'Four sites', author: null };
const recap: Recap = {
	sealed: new Set(),
	segments: [
		{ id: 'health', title: 'Scorecard', plannedMinutes: 15, actualMinutes: 16, entered: true }
	],
	decisions: [],
	actions: [],
	insights: [],
	risks: [],
	hotItems: [item],
	notes: [
		{ id: 'n1', segment: 'health', item: null, ...note },
		{ id: 'n2', segment: null, item: 'uptime', ...note }
	],
	attendances: [],
	reviews: [],
	statuses: [],
	cascade: [],
	ratings: [],
	suggestions: [],
	improvements: []
};
const outcome = {
	id: 'o',
	title: 'Freeze go-lives',
	owner: null,
	at: '2026-11-17T10:03:00Z',
	segment: 'health',
	item: null,
	note: null
};

test('an outcome names the hot item it came from, or else the segment', () => {
	expect(origin(recap, outcome)).toBe('Scorecard');
	expect(origin(recap, { ...outcome, item: 'uptime' })).toBe('Fleet uptime below 99%');
	expect(origin(recap, { ...outcome, segment: 'gone' })).toBe('');
});

test('notes stand under what they were written about', () => {
	expect(notesOf(recap, 'health').map(({ id }) => id)).toEqual(['n1']);
	expect(notesOf(recap, 'uptime').map(({ id }) => id)).toEqual(['n2']);
});

test('a hot item says how it ended', () => {
	const nobody = { finder: null, back: null };
	const facts = { ...item, state: 'fact-finding', backBy: '2026-11-24' } as const;

	expect(ending(item, nobody)).toBe('Resolved');
	expect(ending(facts, { finder: 'Priya', back: 'Tue 24 Nov' })).toBe(
		'Priya finds the facts, back by Tue 24 Nov'
	);
	expect(ending(facts, nobody)).toBe('Fact-finding');
	expect(ending({ ...item, state: 'parked' }, nobody)).toBe('Parked for the next meeting');
	expect(ending({ ...item, state: 'dropped' }, nobody)).toBe('Dropped');
	const merged = { ...item, state: 'merged' } as const;
	expect(ending(merged, { ...nobody, whole: 'Spare parts' })).toBe('Part of “Spare parts”');
	expect(ending(merged, nobody)).toBe('Part of another item');
	expect(ending({ ...item, state: 'open' }, nobody)).toBe('Not reached');
});
