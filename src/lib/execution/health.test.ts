import { expect, test } from 'vitest';
import { healthOf, overallHealth, writeScore, type Carried, type Way } from './health.ts';

let made = 0;
const step = (done: boolean) => ({
	id: `step ${made++}`,
	title: 'Agency chosen',
	due: '2026-11-13',
	done: done ? '2026-11-12' : null
});
const steps = (done: number, of: number) => Array.from({ length: of }, (_, at) => step(at < done));
const way = (baseline: number | null, target: number | null, value: number | null): Way => ({
	id: `way ${made++}`,
	title: 'Sites on firmware 4',
	baseline,
	target,
	value,
	direction: 'up'
});
const of = (carried: Partial<Carried>) =>
	healthOf({ milestones: [], kpis: [], gaps: [], ...carried });

test('fleet uptime is at 51: 43 of milestones, 52 of KPIs, 60 of gaps', () => {
	const health = of({
		milestones: steps(3, 7),
		kpis: [way(98.2, 99, 98.4), way(80, 45, 42), way(2.871, 2, 2.6)],
		gaps: [way(2, 38, 17), way(9, 38, 31), way(48, 90, 74.6)]
	});
	expect(health.parts.map(({ value }) => Math.round(value ?? -1))).toEqual([43, 52, 60]);
	expect(writeScore(health.score)).toBe('51');
	expect(health.badge).toBe('');
});

test('a part that is not set is neither 0 nor 100: the others share its weight', () => {
	const health = of({ milestones: steps(1, 2), gaps: [way(0, 10, 10)] });
	expect(health.badge).toBe('partial (2 of 3)');
	expect(health.parts.map(({ value }) => value)).toEqual([50, null, 100]);
	expect(health.score).toBeCloseTo((0.4 * 50 + 0.3 * 100) / 0.7);
});

test('a priority of which nothing is known has no score', () => {
	const health = of({ kpis: [way(null, 10, 3), way(0, null, 3), way(0, 10, null)] });
	expect(health.score).toBeNull();
	expect(writeScore(health.score)).toBe('–');
	expect(health.badge).toBe('');
	expect(health.parts[1]?.rows.map(({ lacks }) => lacks)).toEqual([
		'Not counted: no baseline yet.',
		'Not counted: no target yet.',
		'Not counted: no value yet.'
	]);
});

test('a target below its baseline is a way down', () => {
	expect(of({ kpis: [way(60, 40, 45)] }).score).toBeCloseTo(75);
	expect(of({ kpis: [way(60, 40, 70)] }).score).toBe(0);
	expect(of({ kpis: [way(60, 40, 30)] }).score).toBe(100);
});

test('what is to be held is held on the good side of its target', () => {
	const held = (value: number, direction: 'up' | 'down') =>
		of({ kpis: [{ ...way(99, 99, value), direction }] }).score;
	expect([held(99.2, 'up'), held(99, 'up'), held(98.9, 'up')]).toEqual([100, 100, 0]);
	expect([held(99.2, 'down'), held(99, 'down'), held(98.9, 'down')]).toEqual([0, 100, 100]);
});

test('the health of all is weighted, and says when something is missing', () => {
	const [half, whole] = [of({ gaps: [way(0, 10, 5)] }), of({ gaps: [way(0, 10, 10)] })];
	const all = overallHealth([
		{ weight: 3, health: half },
		{ weight: 1, health: whole },
		{ weight: 9, health: of({}) }
	]);
	expect(all.score).toBeCloseTo(62.5);
	expect(all.badge).toBe('partial (0 of 3)');
	expect(all.parts.map(({ value }) => value)).toEqual([null, null, 62.5]);
	// Weights that are all zero count alike.
	const alike = [half, whole].map((health) => ({ weight: 0, health }));
	expect(overallHealth(alike).score).toBeCloseTo(75);
	expect(overallHealth([]).score).toBeNull();
});
