import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentKinds } from '#lib/meeting/segment.ts';
import { advise } from './advice.ts';
import { balanceOf, report, type Held } from './report.ts';
import { scripts } from './scripts.ts';
import { trends } from './trend.ts';

const held = (more: Partial<Held> = {}): Held => ({
	id: 'm',
	number: 7,
	on: '2026-11-24',
	startsAt: '2026-11-24T09:00:00Z',
	openedAt: '2026-11-24T09:01:00Z',
	closedAt: '2026-11-24T10:31:00Z',
	minutes: 90,
	segments: [
		{ title: 'Scorecard', planned: 15, took: 14 },
		{ title: 'Hot items', planned: 45, took: 44 }
	],
	items: [
		{ wants: 'resolution', state: 'resolved', took: 12 },
		{ wants: 'fact-finding', state: 'fact-finding', took: 3 }
	],
	decisions: 6,
	acts: [8, 9, 7],
	ratings: [8, 9, 9],
	improvements: [],
	...more
});

describe('a pacing report', () => {
	test('says what was planned, what it took, and what was worked to an end', () => {
		expect(report(held())).toMatchObject({
			planned: 90,
			took: 90,
			startedLate: 1,
			overran: [],
			items: 2,
			processed: 2,
			factFinding: 3,
			resolution: 12,
			decisionsPerHour: 4,
			rating: { mean: 8.7, spread: 1 }
		});
		const long = report(held({ segments: [{ title: 'Scorecard', planned: 15, took: 24 }] }));
		expect(long.overran).toEqual([{ title: 'Scorecard', by: 9 }]);
	});

	test('of three minutes has no rate', () => {
		expect(report(held({ closedAt: '2026-11-24T09:04:00Z' })).decisionsPerHour).toBeNull();
	});

	test('tells how evenly people took part, whatever the size of the room', () => {
		expect(balanceOf([5, 5, 5])).toBe(1);
		expect(balanceOf([30, 0, 0])).toBeCloseTo(0, 9);
		expect(balanceOf([60, 0])).toBeCloseTo(0, 9);
		expect(balanceOf([1, 1, 0])).toBeNull();
		expect(balanceOf([9])).toBeNull();
		fc.assert(
			fc.property(fc.array(fc.nat(200), { minLength: 2, maxLength: 20 }), (acts) => {
				const found = balanceOf(acts);
				expect(found === null || (found >= 0 && found <= 1)).toBe(true);
			}),
			{ seed: 7 }
		);
	});
});

describe('one suggestion for next time', () => {
	const said = (more: Partial<Held>) => advise(report(held(more))).words;

	test('is about what cost the room most', () => {
		expect(said({ openedAt: '2026-11-24T09:08:00Z' })).toMatch(/^Start on time/u);
		const open = { wants: 'resolution' as const, state: 'open', took: 0 };
		expect(said({ items: [...held().items, open] })).toMatch(/^Put fewer items/u);
		expect(
			said({
				items: [open],
				segments: [{ title: 'Scorecard', planned: 15, took: 24 }]
			})
		).toMatch(/^Hold Scorecard to its time/u);
		expect(said({ closedAt: '2026-11-24T10:40:00Z' })).toMatch(/^Say at three quarters/u);
		expect(said({ items: [{ wants: 'fact-finding', state: 'fact-finding', took: 9 }] })).toMatch(
			/^End fact-finding/u
		);
		expect(said({ acts: [30, 1, 1] })).toMatch(/^Open one item with a round/u);
		expect(said({ ratings: [4, 9, 9] })).toMatch(/^Ask in the closing round/u);
		expect(said({ improvements: ['A break'] })).toBe('Try what somebody wished for: A break');
	});

	test('and of a meeting that went well, to keep it', () => {
		expect(said({})).toMatch(/^Keep it as it is/u);
	});
});

describe('a trend', () => {
	const week = (took: number, ratings: number[]) =>
		report(
			held({
				closedAt: new Date(Date.parse('2026-11-24T09:01:00Z') + took * 60_000).toISOString(),
				ratings
			})
		);

	test('compares the later half of the last six meetings with the earlier', () => {
		const all = [99, 110, 104, 100, 96, 92, 90].map((took, at) => week(took, [5 + at / 2]));
		const [over, , , , rating] = trends(all);
		expect(over?.values).toEqual([20, 14, 10, 6, 2, 0]);
		expect(over).toMatchObject({ newest: '0 min', change: 'better' });
		expect(rating?.name).toBe('Rating');
		expect(trends(all.slice(0, 2))[0]?.change).toBeUndefined();
		expect(trends(Array.from({ length: 4 }, () => week(91, [8])))[0]?.change).toBe('level');
	});

	test('of no meeting is none', () => {
		expect(trends([]).every(({ newest, change }) => newest === '–' && !change)).toBe(true);
	});
});

test('there are words for every step', () => {
	for (const kind of segmentKinds)
		for (const words of Object.values(scripts[kind])) expect(words).toMatch(/[.?]$/u);
});
