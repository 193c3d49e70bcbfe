import { expect, test } from 'vitest';
import { aPriority } from '#lib/execution/a-carried-priority.ts';
import { planParts, planStates } from './plan-state.ts';

const today = '2026-11-19';
const bare = {
	...{
		owner: null,
		notDoing: '',
		milestones: [],
		phases: [],
		resources: [],
		risks: [],
		actions: []
	},
	createdAt: '2026-11-01T09:00:00Z'
};
const phase = (endsOn: string, planned: string, doneOn: string | null = null) => ({
	...{ id: endsOn, name: 'Test', startsOn: '2026-10-01', endsOn, planned, doneOn }
});

test('a plan that says nothing has seven holes', () => {
	expect(planStates([aPriority(bare)], today)[0]?.holes).toEqual([...planParts]);
});

test('a phase that ends later than was promised first has slipped, and a done one slips no more', () => {
	const [plan] = planStates(
		[
			aPriority({
				...bare,
				phases: [phase('2026-12-10', '2026-12-01'), phase('2026-11-05', '2026-11-01', '2026-11-20')]
			})
		],
		today
	);
	expect(plan?.slip).toBe(9);
	expect(plan?.holes).not.toContain('phases');
});

test('the first thirty days begin with the first phase', () => {
	const milestone = (id: string, due: string) => ({
		...{ id, title: id, due, done: null, owner: null, planned: null, isChange: false, moved: null }
	});
	const [plan] = planStates(
		[
			aPriority({
				...bare,
				phases: [phase('2026-12-01', '2026-12-01')],
				milestones: [
					milestone('late', '2026-11-02'),
					milestone('last', '2026-10-31'),
					milestone('first', '2026-10-05')
				]
			})
		],
		today
	);
	expect(plan?.firstUntil).toBe('2026-10-31');
	expect(plan?.firstDays.map(({ id }) => id)).toEqual(['first', 'last']);
});
