import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { balanceOf, goalRows } from './balance.ts';
import { library } from './library.ts';
import { packs } from './packs.ts';

test('the library has forty-seven metrics, numbered in order, each with a meaning of its own', () => {
	expect(library.map(({ number }) => number)).toEqual(
		Array.from({ length: 47 }, (_, index) => index + 1)
	);
	expect(new Set(library.map(({ name }) => name)).size).toBe(47);
	for (const { name, definition, direction, lower, upper } of library) {
		expect(name.length).toBeLessThanOrEqual(120);
		expect(definition.length, name).toBeGreaterThan(20);
		if (direction === 'band') expect(lower, name).toBeLessThan(upper ?? -Infinity);
	}
});

test('the packs have the sizes that were found to be right, and name what there is', () => {
	expect(packs.map(({ metrics }) => metrics.length)).toEqual([9, 22, 28, 26, 6]);
	for (const { metrics } of packs) {
		expect(new Set(metrics).size).toBe(metrics.length);
		expect(metrics.every((number) => number >= 1 && number <= 47)).toBe(true);
	}
});

test('every pack for a growing company has two of each area and perspective', () => {
	for (const { stage, metrics } of packs.filter(({ stage }) => ['scale', 'milk'].includes(stage))) {
		const taken = library.filter(({ number }) => metrics.includes(number));
		const { byArea, byPerspective } = balanceOf(
			taken.map((metric) => ({ ...metric, owner: 'somebody', source: 'the books' }))
		);
		expect(Math.min(...Object.values(byArea)), stage).toBeGreaterThanOrEqual(2);
		expect(Math.min(...Object.values(byPerspective)), stage).toBeGreaterThanOrEqual(2);
	}
});

test('the balance says what is lacking, and nothing of an empty scorecard', () => {
	expect(balanceOf([]).findings).toEqual([]);
	const pulse = aMetric({ name: 'Weekly pulse', area: 'culture', perspective: 'people' });
	const kept = { ...pulse, id: 'k', name: 'Commitments kept', owner: 'ada' };
	const words = balanceOf([pulse, kept]).findings.map((finding) => finding.words);
	expect(words).toContain(
		'Culture has no lagging metric. Its readings predict; none tells you what happened.'
	);
	expect(words).toContain('100% of them are leading. Too few tell you what really happened.');
	expect(words).toContain('Weekly pulse has no owner.');
	expect(words).toContain('Weekly pulse and Commitments kept have no source.');
});

test('thirty metrics are enough', () => {
	const many = (count: number) =>
		balanceOf(
			Array.from({ length: count }, (_, index) =>
				aMetric({ id: String(index), leading: index % 2 === 0, owner: 'a' })
			)
		).findings.some(({ words }) => words.includes('stop watching'));
	expect(many(30)).toBe(false);
	expect(many(31)).toBe(true);
});

test('each annual goal is counted from its perspectives, and a goal nobody watches shows', () => {
	const goals = [
		{ id: 'uptime', title: '99.2% uptime' },
		{ id: 'hires', title: '120 hires' }
	];
	const metrics = [
		aMetric({ goal: 'uptime', perspective: 'customer' }),
		aMetric({ goal: 'uptime', perspective: 'operational' }),
		aMetric({ goal: 'uptime', perspective: 'operational' }),
		aMetric({ goal: null, perspective: 'people' }),
		aMetric({ goal: 'of another year', perspective: 'people' })
	];
	const none = { financial: 0, customer: 0, operational: 0, people: 0 };

	expect(goalRows(metrics, goals).map(({ byPerspective }) => byPerspective)).toEqual([
		{ ...none, customer: 1, operational: 2 },
		none
	]);
	expect(goalRows(metrics, [])).toEqual([]);
});
