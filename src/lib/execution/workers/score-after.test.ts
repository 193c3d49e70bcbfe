import { expect, test } from 'vitest';
import type { Carried } from '../health.ts';
import type { ReviewRow } from './review.ts';
import { scoreAfter } from './score-after.ts';

const row = (shape: 'milestone' | 'phase', change: ReviewRow['change'] = 'new'): ReviewRow => ({
	id: `${shape} ${change}`,
	row: {
		kind: 'timeline',
		shape,
		key: shape,
		worker: 'operations',
		title: 'Watchdog live',
		reason: '',
		from: [],
		owner: null,
		ownerReason: '',
		startsOn: null,
		endsOn: '2026-12-04'
	},
	change,
	because: '',
	before: null,
	isEdited: false
});
const milestones = (done: number, open: number): Carried => ({
	milestones: Array.from({ length: done + open }, (_, at) => ({
		id: `${at}`,
		title: 'Milestone',
		due: null,
		done: at < done ? '2026-11-01' : null
	})),
	kpis: [],
	gaps: []
});

test('new milestones lower the score on the day they are applied, and it is said why', () => {
	expect(scoreAfter(milestones(3, 4), [row('milestone'), { ...row('milestone'), id: 'two' }])).toBe(
		'Milestones drop from 43 to 33 on the day you apply, because 2 new ones are still open; the score goes from 43 to 33.'
	);
});

test('the first milestone makes milestones count', () => {
	const gap = {
		id: 'g',
		title: 'Sites',
		baseline: 0,
		target: 10,
		value: 5,
		direction: 'up'
	} as const;
	expect(scoreAfter({ milestones: [], kpis: [], gaps: [gap] }, [row('milestone')])).toBe(
		'Milestones count from the day you apply, and one new one is still open: the score goes from 50 to 21.'
	);
});

test('phases, what is moved, and a score that is nothing already change nothing', () => {
	expect(scoreAfter(milestones(3, 4), [row('phase'), row('milestone', 'changed')])).toBeUndefined();
	expect(scoreAfter(milestones(0, 4), [row('milestone')])).toBeUndefined();
	expect(scoreAfter(milestones(3, 4), [])).toBeUndefined();
});
