import { expect, test } from 'vitest';
import { byVotes, tally, voteKey } from './voting.ts';

const items = [
	{ id: 'hiring', order: 'a0' },
	{ id: 'pricing', order: 'a1' },
	{ id: 'office', order: 'a2' }
];
const ids = (keys: string[]) => byVotes(items, keys).map(({ id }) => id);

test('the item with most votes comes first', () => {
	expect(
		ids([voteKey('office', 'sam'), voteKey('office', 'maren'), voteKey('pricing', 'sam')])
	).toEqual(['office', 'pricing', 'hiring']);
});

test('items with as many votes stay as they were put by hand', () => {
	expect(ids([])).toEqual(['hiring', 'pricing', 'office']);
	expect(ids([voteKey('office', 'sam'), voteKey('pricing', 'maren')])).toEqual([
		'pricing',
		'office',
		'hiring'
	]);
});

test('a person votes once for an item, however often they press', () => {
	expect(tally([voteKey('office', 'sam'), voteKey('office', 'sam')]).get('office')).toBe(1);
});

test('votes for an item that is gone change nothing', () => {
	expect(ids([voteKey('gone', 'sam')])).toEqual(['hiring', 'pricing', 'office']);
});
