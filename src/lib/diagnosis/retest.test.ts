import { expect, test } from 'vitest';
import { resultOf } from './a-result.ts';
import { breakdowns } from './breakdowns.ts';
import { itemKey } from './pillars.ts';
import { readParts, weakestFirst } from './read-parts.ts';
import { changeWords, compare, dueRetests, retestDay } from './retest.ts';

const sheet = (of: (key: string) => number) =>
	Object.fromEntries(
		breakdowns.flatMap(({ key, items }) =>
			items.map((_, at) => [itemKey(key, at), of(key)] as const)
		)
	);
const round = (of: (key: string) => number) =>
	readParts(
		breakdowns,
		resultOf(
			breakdowns,
			Array.from({ length: 5 }, () => sheet(of))
		)
	);

test('a breakdown found on 2 October is asked about again on 1 December, and not before', () => {
	const retest = {
		...{ id: 'r', round: 'one', breakdown: 'plans', priority: 'p' },
		dueOn: retestDay('2026-10-02', 60)
	};
	expect(retest.dueOn).toBe('2026-12-01');
	const due = (today: string, ...rounds: string[]) => dueRetests([retest], rounds, today).length;
	expect(due('2026-11-30', '2026-10-01')).toBe(0);
	expect(due('2026-12-01', '2026-10-01')).toBe(1);
	expect(due('2026-12-20', '2026-10-01', '2026-11-20')).toBe(1);
	expect(due('2026-12-20', '2026-10-01', '2026-12-02')).toBe(0);
});

test('the re-test stands beside what was found, point by point', () => {
	const before = round((key) => (key === 'plans' ? 2 : 4));
	const after = round((key) => (key === 'plans' ? 4 : key === 'change' ? 3 : 4));
	expect(weakestFirst(before)[0]?.key).toBe('plans');
	const compared = compare(before, after);
	expect(compared.find(({ key }) => key === 'plans')).toMatchObject({
		before: 25,
		after: 75,
		change: 50
	});
	expect(compared.map(changeWords)).toEqual([
		'better',
		'as before',
		'as before',
		'as before',
		'as before',
		'as before',
		'worse'
	]);
});

test('what had no score cannot be compared', () => {
	const [plans] = compare(
		round(() => 0),
		round(() => 3)
	);
	expect(changeWords(plans!)).toBe('cannot be compared');
});
