import { expect, test } from 'vitest';
import { aPriority, milestone, phase } from './a-carried-priority.ts';
import { dueByNow, nextOf, slipOf, slipOfPhase, standingOf, stateOf } from './standing.ts';

const today = '2026-11-19';
const cycle = { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' };
const called = (onTrack: boolean, on: string) =>
	aPriority({ call: { onTrack, on, meeting: 'meeting' } });

test('the word of its owner in the newest meeting comes first, for two weeks', () => {
	const low = { score: 10 };
	expect(standingOf(called(true, '2026-11-17'), low, cycle, today).status).toBe('on');
	expect(standingOf(called(false, '2026-11-17'), { score: 95 }, cycle, today).status).toBe('off');
	expect(standingOf(called(true, '2026-11-04'), low, cycle, today).status).toBe('off');
});

test('without a call the score is held against an even pace through the cycle', () => {
	const of = (score: number | null) => standingOf(aPriority(), { score }, cycle, today);
	// 54% of the quarter has passed.
	expect([60, 45, 40, 30, 20].map((score) => of(score).status)).toEqual([
		'on',
		'on',
		'risk',
		'risk',
		'off'
	]);
	expect(of(30).reason).toBe('30 of 100, and 54% of Q4 2026 has passed.');
	expect(of(null)).toEqual({ status: 'none', reason: 'Nothing of it is measured yet.' });
	expect(standingOf(aPriority(), { score: 50 }, undefined, today).status).toBe('none');
});

test('a milestone that was moved is late from the day first promised', () => {
	const moved = milestone({ due: '2026-11-27', planned: '2026-11-13' });
	expect(stateOf(moved, today)).toBe('late');
	expect(slipOf(moved, today)).toBe(14);
	expect(stateOf({ ...moved, done: '2026-11-20' }, today)).toBe('done');
	expect(slipOf({ ...moved, done: '2026-11-20' }, today)).toBe(7);
});

test('what is due today is not late, what has no day never is, and early is no slip', () => {
	expect(stateOf(milestone({ due: today }), today)).toBe('planned');
	expect(stateOf(milestone({ due: null }), today)).toBe('planned');
	expect(slipOf(milestone({ due: null }), today)).toBe(0);
	expect(slipOf(milestone({ due: '2026-11-20', planned: '2026-11-27' }), today)).toBe(0);
	expect(slipOf(milestone({ due: '2026-11-16' }), today)).toBe(3);
});

test('a phase slips by its last day, and by each day it goes on after it', () => {
	expect(slipOfPhase(phase({ endsOn: '2026-12-11' }), today)).toBe(7);
	expect(slipOfPhase(phase({ endsOn: '2026-11-17', planned: '2026-11-17' }), today)).toBe(2);
	expect(slipOfPhase(phase({ planned: '2026-11-17', doneOn: '2026-11-16' }), today)).toBe(0);
});

test('done of due, and what comes next', () => {
	const steps = [
		milestone({ due: '2026-12-24' }),
		milestone({ due: null }),
		milestone({ due: '2026-11-27', title: 'Next' }),
		milestone({ due: '2026-11-13', done: '2026-11-13' }),
		milestone({ due: '2026-11-16', done: null, title: 'Late' })
	];
	expect(dueByNow(steps, today)).toEqual({ done: 1, due: 2 });
	expect(nextOf(steps)?.title).toBe('Late');
	expect(nextOf([])).toBeUndefined();
});
