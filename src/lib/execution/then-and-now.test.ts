import { describe, expect, test } from 'vitest';
import { aPriority, measure, milestone } from './a-carried-priority.ts';
import { thenAndNow } from './then-and-now.ts';

const stood = (on: string, value: number) => ({ on, value, note: '', by: null });
const today = '2026-11-30';
/** Sixty days before. */
const then = '2026-10-01';
const createdAt = '2026-08-01T09:00:00Z';

describe('a priority is compared with itself sixty days ago', () => {
	test('by its milestones, its measures and the score of both days, worked out by hand', () => {
		const compared = thenAndNow(
			aPriority({
				createdAt,
				milestones: [
					milestone({ done: then }),
					milestone({ done: '2026-10-02' }),
					milestone({ done: null }),
					milestone({ done: null })
				],
				kpis: [
					measure([], {
						baseline: 2,
						target: 4,
						value: 3,
						values: [stood('2026-09-01', 2.2), stood(then, 2.5), stood('2026-10-02', 3)]
					})
				],
				gaps: [measure([], { kind: 'gap', baseline: 10, target: 0, value: 5 })]
			}),
			today
		);
		expect(compared).toMatchObject({
			from: then,
			days: 60,
			isOld: true,
			milestones: { before: 1, now: 2, all: 4 },
			measures: [
				{ before: 2.5, now: 3, way: 'better' },
				// No value by then: it stood at its baseline.
				{ before: 10, now: 5, way: 'better' }
			]
		});
		// Then 0.4 × 25 + 0.3 × 25 + 0.3 × 0, now 0.4 × 50 + 0.3 × 50 + 0.3 × 50.
		expect(compared?.score.before).toBeCloseTo(17.5, 10);
		expect(compared?.score.now).toBeCloseTo(50, 10);
	});

	test('a younger one with the day it began, and one of this week with nothing', () => {
		const since = (day: string) => thenAndNow(aPriority({ createdAt: `${day}T09:00:00Z` }), today);
		expect(since('2026-10-02')).toMatchObject({ from: '2026-10-02', days: 59, isOld: false });
		expect(since('2026-10-01')).toMatchObject({ from: then, days: 60, isOld: true });
		expect(since('2026-11-23')).toMatchObject({ days: 7 });
		expect(since('2026-11-24')).toBeNull();
	});

	test('with nothing in it there is no score on either day', () => {
		const bare = aPriority({ createdAt, milestones: [], kpis: [], gaps: [] });
		expect(thenAndNow(bare, today)?.score).toEqual({ before: null, now: null });
	});
});

test('better is nearer to where the target lies, also beyond it and short of the baseline', () => {
	const way = (before: number, now: number, more: object = {}) =>
		thenAndNow(
			aPriority({
				createdAt,
				kpis: [measure([], { value: now, values: [stood(then, before)], ...more })]
			}),
			today
		)?.measures[0]?.way;
	const up = { baseline: 2, target: 4 };
	const down = { baseline: 4, target: 2 };
	const held = { baseline: 3, target: 3, direction: 'up' };
	expect([way(1, 2, up), way(5, 6, up), way(3, 2, up)]).toEqual(['better', 'better', 'worse']);
	expect([way(3, 2, down), way(2, 3, down)]).toEqual(['better', 'worse']);
	expect([way(3, 2, held), way(2, 3, held), way(4, 5, held)]).toEqual(['worse', 'better', 'same']);
	expect(way(3, 3, up)).toBe('same');
	expect(way(3, 2, { baseline: null, target: null, direction: 'down' })).toBe('better');
});
