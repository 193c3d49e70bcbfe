import { expect, test } from 'vitest';
import {
	action,
	aPriority,
	dependency,
	measure,
	milestone,
	phase,
	risk
} from './a-carried-priority.ts';
import { attentionOf, lastChange, overloaded, worseFor } from './attention.ts';

const today = '2026-11-19';
const names: Record<string, string> = { jb: 'Jonas', kw: 'Kenji' };
const look = (more: Parameters<typeof aPriority>[0], at = today) =>
	attentionOf(
		[aPriority(more)],
		at,
		(person) => person !== 'gone',
		(person) => names[person ?? ''] ?? 'Somebody'
	).map(({ title, words, more }) => [title, words, more].filter(Boolean).join(' · '));

test('a priority that goes as planned needs no attention', () => {
	const calm = {
		milestones: [milestone()],
		kpis: [measure([2.2, 2.4, 2.5])],
		risks: [risk()],
		dependencies: [dependency()],
		phases: [phase()]
	};
	expect(look(calm)).toEqual([]);
});

test('an unowned priority shouts first, and so does one whose owner has left', () => {
	const late = { milestones: [milestone({ due: '2026-11-18' })] };
	expect(look({ ...late, owner: null })[0]).toContain('has no owner · Nobody answers for it');
	expect(look({ ...late, owner: 'gone' })[0]).toContain('has lost its owner');
	expect(look({ owner: null, endedAt: '2026-11-18T09:00:00Z' })).toEqual([]);
});

test('a late milestone says for how long, where it was moved and by whom', () => {
	const moved = { by: 'kw', at: '2026-11-16T09:00:00Z', from: '2026-11-15', to: '2026-11-27' };
	expect(
		look({
			milestones: [
				milestone({ title: 'Firmware', due: '2026-11-27', planned: '2026-11-15', moved })
			]
		})
	).toEqual(['Firmware · is 4 days late · moved to 27 Nov by Kenji']);
	expect(
		look({ milestones: [milestone({ due: '2026-12-04', planned: '2026-11-27', moved })] })
	).toEqual(['Agency chosen · has slipped 7 days']);
});

test('risks that nobody mitigates, owns or reviewed are named, closed ones are not', () => {
	expect(
		look({
			risks: [
				risk({ title: 'Bare', mitigation: '', owner: null, impact: 3, likelihood: 3 }),
				risk({ title: 'Left', owner: 'gone' }),
				risk({ title: 'Late', reviewOn: '2026-11-18', likelihood: 1 }),
				risk({ title: 'Closed', owner: null, closedOn: '2026-11-18' })
			]
		})
	).toEqual([
		'Bare · has no mitigation and no owner · raised 17 Nov',
		'Left · has no owner · raised 17 Nov',
		'Late · waits for its review · due 18 Nov'
	]);
});

test('what it waits for is in the way from the day after it was needed', () => {
	expect(look({ dependencies: [dependency({ neededBy: '2026-11-18' })] })).toEqual([
		'Salary bands agreed · is in the way · Needed by 18 Nov'
	]);
	expect(look({ dependencies: [dependency({ neededBy: today })] })).toEqual([]);
	expect(
		look({ dependencies: [dependency({ neededBy: '2026-11-18', clearedOn: '2026-11-18' })] })
	).toEqual([]);
});

test('a KPI that gets worse three times in a row is named, whichever way is good', () => {
	expect(worseFor(measure([3, 2.9, 2.8, 2.7]))).toBe(3);
	expect(worseFor(measure([2.7, 2.9, 2.8]))).toBe(1);
	expect(worseFor(measure([40, 42, 44, 47], { baseline: 60, target: 40 }))).toBe(3);
	expect(worseFor(measure([40, 42], { baseline: 40, target: 40, direction: 'down' }))).toBe(1);
	expect(worseFor(measure([]))).toBe(0);
	expect(look({ kpis: [measure([3, 2.9, 2.8, 2.7])] })).toEqual([
		'Pipeline coverage · has got worse 3 times in a row · KPI'
	]);
});

test('three weeks without a change are a stand-still', () => {
	const old = { createdAt: '2026-10-01T09:00:00Z', milestones: [milestone({ due: '2026-12-24' })] };
	expect(look({ ...old, actions: [action({ capturedAt: '2026-10-30T09:00:00Z' })] })).toEqual([]);
	expect(look({ ...old, actions: [action({ capturedAt: '2026-10-29T09:00:00Z' })] })).toEqual([
		'Open the remote operations centre · stands still · Nothing was added, moved or done for 3 weeks'
	]);
	expect(lastChange(aPriority({ kpis: [measure([1])] }))).toBe('2026-11-16T09:00:00Z');
});

test('a phase that has slipped is named until it is done', () => {
	const slipped = phase({ endsOn: '2026-12-11' });
	expect(look({ phases: [slipped] })).toEqual([
		'Search · has slipped 7 days · planned to end 4 Dec'
	]);
	expect(look({ phases: [{ ...slipped, doneOn: today }] })).toEqual([]);
});

test('who has six things late or due within two weeks is overloaded', () => {
	const soon = (count: number, owner = 'jb') =>
		Array.from({ length: count }, () => ({ owner, due: '2026-11-20' }));
	const priorities = [
		aPriority({ milestones: [milestone({ due: '2026-11-18' }), milestone({ due: '2027-01-31' })] })
	];
	expect(overloaded(priorities, soon(4), today)).toEqual([]);
	expect(overloaded(priorities, [...soon(5), ...soon(9, 'kw')], today)).toEqual([
		{ person: 'kw', due: 9, late: 0 },
		{ person: 'jb', due: 6, late: 1 }
	]);
	expect(overloaded([], [{ owner: null, due: today }], today)).toEqual([]);
});
