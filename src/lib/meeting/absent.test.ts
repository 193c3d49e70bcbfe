import { expect, test } from 'vitest';
import { countBallots } from './absent.ts';
import { tally } from './voting.ts';

const items = [
	{ id: 'a', mergedInto: null },
	{ id: 'b', mergedInto: null }
];
const ballots = [
	{ id: '1', items: ['a', 'b'] },
	{ id: '2', items: ['a'] }
];

/** The votes after counting, as the room shows them. */
function counted(before: string[], ...rest: [typeof ballots, typeof items | object[]]) {
	const [cast, of] = rest as [typeof ballots, { id: string; mergedInto: string | null }[]];
	const { give, take } = countBallots(cast, of, before);
	return [...before.filter((key) => !take.includes(key)), ...give];
}

test('those who are away count beside those who are there, and counting twice changes nothing', () => {
	const once = counted(['a:ada'], ballots, items);
	expect(tally(once)).toEqual(
		new Map([
			['a', 3],
			['b', 1]
		])
	);
	expect(countBallots(ballots, items, once)).toEqual({ give: [], take: [] });
});

test('whoever comes after all takes their ballot along', () => {
	const before = counted(['a:ada'], ballots, items);
	expect(tally(counted(before, ballots.slice(1), items)).get('a')).toBe(2);
	expect(counted(before, ballots.slice(1), items)).toContain('a:ada');
});

test('two items that became one have one vote of each person', () => {
	const merged = [
		{ id: 'a', mergedInto: null },
		{ id: 'b', mergedInto: 'a' }
	];
	expect(tally(counted([], ballots, merged)).get('a')).toBe(2);
});

test('a vote for what is not on the agenda any more is no vote', () => {
	expect(countBallots([{ id: '1', items: ['gone'] }], items, [])).toEqual({ give: [], take: [] });
});
