import { expect, test } from 'vitest';
import { action, aPriority, measure, milestone, phase, risk } from '../a-carried-priority.ts';
import type { PlanRow } from './plan-row.ts';
import { rowNow } from './row-now.ts';

const base = {
	key: 'it/x',
	worker: 'it' as const,
	title: 'As it was drafted',
	reason: 'Because.',
	from: [],
	owner: 'dl',
	ownerReason: 'IT'
};
const drafted = {
	action: { ...base, kind: 'action', due: '2026-12-01' },
	milestone: {
		...base,
		kind: 'timeline',
		shape: 'milestone',
		startsOn: null,
		endsOn: '2026-12-01'
	},
	phase: {
		...base,
		kind: 'timeline',
		shape: 'phase',
		startsOn: '2026-11-23',
		endsOn: '2026-12-01'
	},
	risk: { ...base, kind: 'risk', likelihood: 2, impact: 2, mitigation: 'Ask' },
	resource: { ...base, kind: 'resource', what: 'people', days: 4 },
	kpi: {
		...{ ...base, kind: 'kpi', unit: '%', decimals: 0, direction: 'up', baseline: 1, target: 2 },
		...{ range: null, toSettle: '', cadence: 'week', definition: '', library: null }
	}
} satisfies Record<string, PlanRow>;
const resource = {
	...{ id: 'crew', title: 'A crew', phase: null, kind: 'people' as const },
	...{ days: 9, owner: null, grantedOn: '2026-11-20' }
};

test('what a row became says who and when', () => {
	const now = aPriority({
		actions: [action({ id: 'a', title: 'Call them', owner: 'kw', due: '2026-12-04' })],
		milestones: [milestone({ id: 'm', title: 'Signed', owner: 'jb', due: '2026-12-11' })],
		phases: [phase({ id: 'p', name: 'Search', startsOn: '2026-11-30', endsOn: '2026-12-18' })],
		risks: [risk({ id: 'r', title: 'Windows close' })],
		kpis: [measure([2], { id: 'k', title: 'Coverage', unit: '×', target: 3 })],
		resources: [resource]
	});
	expect(rowNow(drafted.action, 'a', now)).toMatchObject({
		...{ key: 'it/x', title: 'Call them', owner: 'kw', due: '2026-12-04' }
	});
	expect(rowNow(drafted.milestone, 'm', now)).toMatchObject({ owner: 'jb', endsOn: '2026-12-11' });
	expect(rowNow(drafted.phase, 'p', now)).toMatchObject({
		...{ title: 'Search', startsOn: '2026-11-30', endsOn: '2026-12-18' }
	});
	expect(rowNow(drafted.risk, 'r', now)).toMatchObject({ title: 'Windows close' });
	expect(rowNow(drafted.kpi, 'k', now)).toMatchObject({ title: 'Coverage', unit: '×', target: 3 });
	expect(rowNow(drafted.resource, 'crew', now)).toMatchObject({ title: 'A crew', days: 9 });
});

test('what is done, closed or removed contradicts nothing any more', () => {
	const now = aPriority({
		actions: [action({ id: 'a', doneAt: '2026-11-18T09:00:00Z' })],
		milestones: [milestone({ id: 'm', done: '2026-11-18' })],
		phases: [phase({ id: 'p', doneOn: '2026-11-18' })],
		risks: [risk({ id: 'r', closedOn: '2026-11-18' })]
	});
	const become = { action: 'a', milestone: 'm', phase: 'p', risk: 'r', resource: '?', kpi: '?' };
	for (const [kind, became] of Object.entries(become))
		expect(rowNow(drafted[kind as keyof typeof drafted], became, now)).toBeUndefined();
});
