import { describe, expect, test } from 'vitest';
import { aLeftItem } from './a-left-item.ts';
import { aMetric } from './a-metric.ts';
import { lifeOf, writeLife, type LeftItem } from './life.ts';
import type { Metric } from './metric.ts';
import { movePeriod } from './period.ts';
import { verdictOf } from './verdict.ts';

const today = '2026-12-10';

/** What became of items that a meeting on Tuesday 3 November left, with readings of weeks since 9 November. */
function life(values: number[], items: LeftItem[], on = today, said: Partial<Metric> = {}) {
	const metric = aMetric({ target: 99, ...said });
	const readings = [98.5, ...values].map((value, index) => ({
		period: movePeriod('2026-11-02', 'week', index),
		value
	}));
	return lifeOf(metric, verdictOf(metric, readings).points, items, on);
}
const words = (values: number[], item: LeftItem) => {
	const found = life(values, [item]);
	return found && writeLife(found, 'week');
};
const facts = (more: Partial<LeftItem> = {}) =>
	aLeftItem({ state: 'fact-finding', backBy: '2026-12-10', ...more });

describe('being looked into', () => {
	test('facts are looked into until the day they are due back, and not a day longer', () => {
		expect(words([], facts())).toBe('Being looked into, back on Thu 10 Dec');
		expect(life([], [facts()], '2026-12-11')).toBeUndefined();
		expect(life([], [facts({ backBy: null })])).toBeUndefined();
	});

	test('an open action that is not due yet is in hand; done or late it is not', () => {
		const resolved = (due: string | null, doneOn: string | null = null) =>
			aLeftItem({ actions: [{ due, doneOn }] });
		expect(words([], resolved('2026-12-15'))).toBe('In hand: an action is due on Tue 15 Dec');
		expect(life([], [resolved('2026-12-15', '2026-12-01')])?.state).toBe('watching');
		expect(life([], [resolved('2026-12-09')])?.state).toBe('watching');
		expect(life([], [resolved(null)])?.state).toBe('watching');
	});

	test('what a later meeting went on with is told by that meeting', () => {
		const later = aLeftItem({ id: 'later', occursOn: '2026-11-10', continues: 'item' });
		expect(life([], [facts(), later])?.state).toBe('watching');
		expect(life([], [facts(), { ...later, state: 'dropped' }])).toBeUndefined();
	});

	test('what became part of another item is told by that one, whatever its metric', () => {
		const part = aLeftItem({ id: 'part', state: 'merged', mergedInto: 'item' });
		const whole = facts({ metric: 'another' });
		expect(life([], [part, whole])).toMatchObject({ state: 'looked into', item: whole });
		const later = aLeftItem({ id: 'later', metric: null, continues: 'item' });
		expect(life([], [part, whole, later])).toMatchObject({ state: 'watching', item: later });
		expect(life([], [part])).toBeUndefined();
	});

	test('items that point at each other say nothing, and end', () => {
		const round = [
			aLeftItem({ id: 'a', state: 'merged', mergedInto: 'b' }),
			aLeftItem({ id: 'b', state: 'merged', mergedInto: 'a' })
		];
		expect(life([], round)).toBeUndefined();
	});
});

describe('a resolution', () => {
	test('is watched from the first week that begins after it', () => {
		// The reading of its own week was bad, and says nothing of what was decided in that week.
		expect(words([], aLeftItem())).toBe(
			'Watching since the resolution of Tue 3 Nov: 0 of 3 weeks good'
		);
		expect(life([99.2], [aLeftItem()])).toMatchObject({ state: 'watching', good: 1 });
	});

	test('closes after as many good weeks in a row as were chosen', () => {
		expect(words([99.2, 99.1, 99.4], aLeftItem())).toBe(
			'Closed: 3 good weeks in a row after the resolution of Tue 3 Nov'
		);
		expect(life([99.2], [aLeftItem({ watch: 1 })])?.state).toBe('closed');
		expect(life([99.2, 99.1, 99.4, 98.2], [aLeftItem()])?.state).toBe('closed');
		expect(words([], aLeftItem({ watch: 0 }))).toBe('Closed with the resolution of Tue 3 Nov');
	});

	test('comes back with a miss, also one within the tolerance, and is watched anew after it', () => {
		expect(words([99.2, 98.9], aLeftItem())).toBe('It came back after the resolution of Tue 3 Nov');
		expect(life([99.2, 98.9, 99.3], [aLeftItem()])).toMatchObject({ state: 'watching', good: 1 });
	});

	test('comes back when a metric without a target leaves its natural limits to the bad side', () => {
		const calm = [5, 6, 5, 6, 5, 6, 5, 6];
		const free = { target: null, tolerance: null, baselineFrom: '2026-11-09' };
		const item = aLeftItem({ occursOn: '2026-12-20' });
		expect(life([...calm, 1], [item], '2027-01-20', free)?.state).toBe('came back');
		expect(life([...calm, 11], [item], '2027-01-20', free)?.state).toBe('closed');
	});

	test('is watched only once its actions are over', () => {
		const item = aLeftItem({ actions: [{ due: '2026-11-24', doneOn: null }] });
		expect(life([98.1, 98.2, 98.3], [item])).toMatchObject({ state: 'watching', good: 0 });
		expect(life([98.1, 98.2, 98.3, 98.2], [item])?.state).toBe('came back');
	});
});

test('an opportunity that was decided on has been taken up for a while, and is not watched', () => {
	const chance = aLeftItem({ kind: 'opportunity' });
	expect(life([98], [chance], '2026-11-29')).toMatchObject({
		state: 'taken up',
		until: '2026-11-30'
	});
	expect(life([98], [chance], '2026-11-30')).toBeUndefined();
});

test('items of other metrics, parked and dropped ones say nothing', () => {
	const others = [
		aLeftItem({ metric: 'another' }),
		aLeftItem({ id: 'parked', state: 'parked' }),
		aLeftItem({ id: 'dropped', state: 'dropped' })
	];
	expect(life([99.2], others)).toBeUndefined();
	expect(life([], [])).toBeUndefined();
});
