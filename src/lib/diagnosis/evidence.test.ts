import { expect, test } from 'vitest';
import { breakdownEvidence, contradictions, pillarEvidence, type Facts } from './evidence.ts';

export const nothing: Facts = {
	today: '2026-11-19',
	recall: null,
	actions: { all: 0, linked: 0, due: 0, kept: 0 },
	told: { asked: 0, done: 0 },
	missed: { all: 0, early: 0 },
	kept: { ramp: null, succession: null },
	metrics: { all: 0, leading: 0, perspectives: 0, owned: 0, answered: 0 },
	decisions: { all: 0, ofMetric: 0 },
	triggers: { fired: 0, answered: 0 },
	seats: { all: 0, vacant: 0, twice: 0, key: 0, keyVacant: 0 },
	chartReviewed: null,
	priorities: { all: 0, owned: 0, planned: 0, resourced: 0, scoped: 0, shared: 0, fresh: 0 },
	blockers: { open: 0, late: 0, oldest: 0 },
	lane: null,
	lasting: { asked: 0, inUse: 0 },
	fixes: 0,
	processes: { all: 0, waiting: null }
};

test('a team without rows is told that there is not enough yet, and no figure is invented', () => {
	const all = [
		...Object.values(pillarEvidence(nothing)).flat(),
		...Object.values(breakdownEvidence(nothing)).flat()
	];
	const said = all.filter(({ value }) => value !== null);
	// What is known of an empty team: nobody has signed its chart, and no perspective has a metric.
	expect(said.map(({ name, value }) => [name, value])).toEqual([
		['Perspectives covered', 0],
		['Last chart review', 0]
	]);
	for (const { words, value } of all) if (value === null) expect(words).toMatch(/^Not enough yet/);
});

test('commitments kept are a share of those due, and three are too few to say', () => {
	const of = (due: number, kept: number) =>
		pillarEvidence({ ...nothing, actions: { ...nothing.actions, due, kept } }).leadership[0];
	expect(of(8, 6)).toMatchObject({
		value: 75,
		words: '6 of 8 actions were done by their day this quarter'
	});
	expect(of(3, 3)).toMatchObject({ value: null });
});

test('what leaders say they told their teams, and red that came early, stand beside leadership', () => {
	const [, told, early] = pillarEvidence({
		...nothing,
		told: { asked: 12, done: 9 },
		missed: { all: 5, early: 1 }
	}).leadership;
	expect(told).toMatchObject({ value: 75, words: '9 of 12 times a leader said “I told my team”' });
	expect(early).toMatchObject({
		...{ value: 20, at: 'execution' },
		words: '1 of 5 missed milestones were called off track before their day'
	});
});

test('ramp and succession are what the team’s own metrics say, and nothing is made up without one', () => {
	const [, ramp, succession] = pillarEvidence({
		...nothing,
		kept: { ramp: { name: 'New-hire ramp on schedule', value: 71.6 }, succession: null }
	}).people;
	expect(ramp).toMatchObject({ value: 72, words: '“New-hire ramp on schedule” stands at 72%' });
	expect(succession).toMatchObject({
		...{ value: null },
		words: 'Not enough yet: no metric says who could follow in key seats'
	});
});

test('half leading is all that is asked for', () => {
	const of = (leading: number) =>
		pillarEvidence({ ...nothing, metrics: { ...nothing.metrics, all: 12, leading } }).metrics[0]
			?.value;
	expect([of(0), of(3), of(6), of(12)]).toEqual([0, 50, 100, 100]);
});

test.each([
	[0, 100],
	[91, 100],
	[136, 51],
	[182, 0],
	[400, 0]
])('a chart signed %s days ago counts %s', (chartReviewed, value) => {
	expect(pillarEvidence({ ...nothing, chartReviewed }).structure[1]?.value).toBe(value);
});

test('the widest contradiction comes first, in either direction, and small ones are none', () => {
	const facts = {
		...nothing,
		actions: { all: 10, linked: 9, due: 10, kept: 3 },
		seats: { all: 10, vacant: 0, twice: 0, key: 0, keyVacant: 0 },
		chartReviewed: 10
	};
	const found = contradictions(
		[
			{ key: 'leadership', name: 'Leadership', score: 80 },
			{ key: 'structure', name: 'Structure', score: 85 },
			{ key: 'strategy', name: 'Strategy', score: 62 },
			{ key: 'people', name: 'People', score: null }
		],
		pillarEvidence(facts)
	);
	expect(found.map(({ key, gap }) => [key, gap])).toEqual([
		['leadership', 50],
		['strategy', -28]
	]);
	expect(found[0]?.words).toBe(
		'We give it 80 of 100; commitments kept says 30: 3 of 10 actions were done by their day this quarter.'
	);
});
