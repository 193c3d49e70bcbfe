import { expect, test } from 'vitest';
import { flowOf, writeHours, type Step } from './flow.ts';

const step = (
	id: string,
	work: number,
	wait: number,
	rework = 0,
	backTo: number | null = null
): Step => ({
	...{ id, name: id, work, wait, doer: '', handOff: '', rework, backTo }
});

test('without rework the hours add up, and the longest step is the bottleneck', () => {
	const flow = flowOf([step('quote', 2, 6), step('approve', 1, 39), step('ship', 4, 12)]);
	expect(flow).toMatchObject({
		total: 64,
		working: 7,
		waiting: 57,
		reworked: 0,
		bottleneck: 'approve'
	});
	expect(flow.steps[1]).toEqual({ id: 'approve', visits: 1, hours: 40, share: 0.625 });
});

test('half that goes back to itself doubles a step; half that goes back to the first doubles all before', () => {
	// By hand: 1 ÷ (1 − 0.5) = 2 visits.
	expect(flowOf([step('a', 3, 0), step('b', 2, 0, 50)])).toMatchObject({ total: 7, reworked: 2 });
	const flow = flowOf([step('a', 3, 1), step('b', 2, 0, 50, 0), step('c', 1, 0)]);
	expect(flow.steps.map(({ visits }) => visits)).toEqual([2, 2, 1]);
	expect(flow).toMatchObject({ total: 13, reworked: 6, bottleneck: 'a' });
});

test('two loops that share a step, solved by hand', () => {
	// v0 = 1 + 0.5 v2, v1 = v0 + 0.2 v1, v2 = 0.8 v1: v0 = 2, v1 = 2.5, v2 = 2.
	const flow = flowOf([step('a', 1, 0), step('b', 1, 0, 20), step('c', 1, 0, 50, 0)]);
	for (const [at, visits] of [2, 2.5, 2].entries())
		expect(flow.steps[at]?.visits).toBeCloseTo(visits);
});

test('a loop that never lets anything out is named, and no figure is made of it', () => {
	expect(flowOf([step('a', 1, 1), step('b', 1, 1, 100, 0)])).toMatchObject({
		total: null,
		bottleneck: null,
		endless: ['b']
	});
});

test('nothing that takes no time is a bottleneck, and nothing at all is nothing', () => {
	expect(flowOf([step('a', 0, 0), step('b', 0, 0, 30)])).toMatchObject({
		total: 0,
		bottleneck: null
	});
	expect(flowOf([])).toMatchObject({ total: 0, bottleneck: null, steps: [] });
});

test('a step that names a later one sends to itself', () => {
	expect(flowOf([step('a', 1, 0, 50, 2), step('b', 1, 0), step('c', 1, 0)]).total).toBe(4);
});

test('two hundred steps are read', () => {
	const flow = flowOf(
		Array.from({ length: 200 }, (_, at) => step(String(at), 1, 1, 10, Math.max(0, at - 1)))
	);
	expect(flow.total).toBeGreaterThan(400);
	expect(flow.steps).toHaveLength(200);
});

test.each([
	[0.75, '45 min'],
	[3.5, '3.5 h'],
	[40, '40 h'],
	[60, '2.5 days'],
	[480, '20 days']
])('%s hours are said as %s', (hours, said) => {
	expect(writeHours(hours)).toBe(said);
});
