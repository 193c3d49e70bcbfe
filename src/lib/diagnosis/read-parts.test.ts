import { describe, expect, test } from 'vitest';
import { resultOf } from './a-result.ts';
import type { Sheet } from './blind-round.ts';
import { breakdowns } from './breakdowns.ts';
import { itemKey, pillars } from './pillars.ts';
import {
	discussionOrder,
	laneAgreement,
	quadrantOf,
	quadrantWords,
	readParts,
	weakestFirst,
	whyFirst
} from './read-parts.ts';

/** One sheet that says the same of every item, but for the parts named. */
const sheet = (value: number, but: Record<string, number> = {}, more: Sheet = {}): Sheet => ({
	...Object.fromEntries(
		pillars.flatMap(({ key, items }) =>
			items.map((_, at) => [itemKey(key, at), but[key] ?? value] as const)
		)
	),
	...more
});

test('thirty items in six pillars, twenty-eight in seven breakdowns', () => {
	expect(pillars.map(({ items }) => items.length)).toEqual([5, 5, 5, 5, 5, 5]);
	expect(breakdowns.map(({ items }) => items.length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
});

describe('two teams with the same mean', () => {
	const of = (...answers: number[]) =>
		readParts(
			pillars,
			resultOf(
				pillars,
				answers.map((answer) => sheet(4, { structure: answer }))
			)
		).find(({ key }) => key === 'structure')!;
	const split = of(5, 5, 4, 2, 1);
	const aligned = of(3, 3, 4, 3, 4);

	test('score alike', () => {
		expect([split.score, aligned.score]).toEqual([60, 60]);
	});

	test('and are led to opposite actions', () => {
		expect(split.quadrant).toBe('contested');
		expect(aligned.quadrant).toBe('known problem');
		expect(quadrantWords[split.quadrant].act).toMatch(/^Talk before acting/);
		expect(quadrantWords[aligned.quadrant].act).toMatch(/^Fix it/);
		expect(whyFirst(split)).toContain('2 answered 1 or 2, and 3 answered 4 or 5');
		expect(whyFirst(aligned)).toMatch(/^You agree on it, at 3.4 of 5/);
	});
});

test.each([
	[4.2, 'aligned', 'strength'],
	[3.5, 'aligned', 'strength'],
	[3.4, 'aligned', 'known problem'],
	[4.2, 'split', 'blind spot'],
	[4.2, 'mixed', 'blind spot'],
	[2.1, 'split', 'contested'],
	[null, 'split', 'contested']
] as const)('a mean of %s that is %s is a %s', (mean, label, quadrant) => {
	expect(quadrantOf(mean, label)).toBe(quadrant);
});

test('what divides comes first by how much it matters, not what is lowest', () => {
	const answers = [
		sheet(4, { people: 1, structure: 5, market: 5 }, { matters: 'market' }),
		sheet(4, { people: 1, structure: 5, market: 5 }, { matters: 'market' }),
		sheet(4, { people: 1, structure: 1, market: 1 }, { matters: 'market' }),
		sheet(4, { people: 1, structure: 1, market: 1 }, { matters: 'people' })
	];
	const read = readParts(pillars, resultOf(pillars, answers));
	const order = discussionOrder(read);
	// Both divide fully: 1 × 1.75 before 1 × 1, and what all call 1 of 5 waits: 0 × 1.25.
	expect(order.slice(0, 2).map(({ key }) => key)).toEqual(['market', 'structure']);
	expect(order.slice(0, 2).map(({ weight }) => weight)).toEqual([1.75, 1]);
	expect(weakestFirst(read)[0]?.key).toBe('people');
});

test('a pillar nobody can speak of has no score, and comes before what all agree on', () => {
	const read = readParts(
		pillars,
		resultOf(
			pillars,
			Array.from({ length: 4 }, () => sheet(4, { people: 0 }))
		)
	);
	expect(read.find(({ key }) => key === 'people')).toMatchObject({
		mean: null,
		score: null,
		rwg: 0,
		label: 'split',
		spread: [0, 0, 0, 0, 0]
	});
	expect(discussionOrder(read)[0]?.key).toBe('people');
	expect(weakestFirst(read).at(-1)?.key).toBe('people');
});

describe('the lane', () => {
	const chosen = (...lanes: string[]) =>
		laneAgreement(
			resultOf(
				pillars,
				lanes.map((lane) => sheet(3, {}, { lane }))
			)
		);

	test('is what most chose, with how many did', () => {
		expect(chosen('service', 'service', 'service', 'cost', 'innovation')).toMatchObject({
			lane: 'service',
			percent: 60
		});
	});

	test('is none when as many chose another, or nobody chose', () => {
		expect(chosen('service', 'service', 'cost', 'cost')).toMatchObject({ lane: null, percent: 50 });
		expect(chosen()).toMatchObject({ lane: null, percent: null });
	});
});
