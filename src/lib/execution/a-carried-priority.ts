import type {
	CarriedAction,
	CarriedPriority,
	Dependency,
	Measure,
	Milestone,
	Phase,
	Risk
} from './carried-priority.ts';

/** Rows for tests, with what the test does not care for filled in. */
let made = 0;
const id = () => `row ${(made += 1)}`;

export const milestone = (more: Partial<Milestone> = {}): Milestone => ({
	id: id(),
	title: 'Agency chosen',
	due: '2026-11-27',
	planned: more.due === undefined ? '2026-11-27' : more.due,
	done: null,
	owner: null,
	isChange: false,
	moved: null,
	...more
});

/** @param values a week apart, the newest on 16 November */
export const measure = (values: number[] = [], more: Partial<Measure> = {}): Measure => ({
	id: id(),
	title: 'Pipeline coverage',
	kind: 'kpi',
	definition: '',
	unit: '×',
	decimals: 1,
	baseline: 2,
	target: 3,
	value: values.at(-1) ?? null,
	direction: 'up',
	owner: 'th',
	metric: null,
	foundOn: null,
	values: values.map((value, at) => ({
		on: new Date(Date.UTC(2026, 10, 16 - 7 * (values.length - 1 - at))).toISOString().slice(0, 10),
		value,
		note: '',
		by: null
	})),
	...more
});

export const risk = (more: Partial<Risk> = {}): Risk => ({
	id: id(),
	title: 'Two night leads unsigned',
	likelihood: 2,
	impact: 3,
	mitigation: 'Raise the night bonus',
	owner: 'ab',
	reviewOn: '2026-12-01',
	quietUntil: null,
	closedOn: null,
	raisedAt: '2026-11-17T10:00:00Z',
	...more
});

export const phase = (more: Partial<Phase> = {}): Phase => ({
	id: id(),
	name: 'Search',
	startsOn: '2026-11-02',
	endsOn: '2026-12-04',
	planned: '2026-12-04',
	doneOn: null,
	...more
});

export const dependency = (more: Partial<Dependency> = {}): Dependency => ({
	id: id(),
	title: 'Salary bands agreed',
	other: null,
	neededBy: '2026-12-04',
	owner: 'ab',
	clearedOn: null,
	raisedAt: '2026-11-16T10:00:00Z',
	...more
});

export const action = (more: Partial<CarriedAction> = {}): CarriedAction => ({
	id: id(),
	title: 'Call the agency',
	owner: 'jb',
	due: '2026-11-24',
	doneAt: null,
	droppedBecause: '',
	capturedAt: '2026-11-17T10:00:00Z',
	meeting: null,
	...more
});

export const aPriority = (more: Partial<CarriedPriority> = {}): CarriedPriority => ({
	id: id(),
	title: 'Open the remote operations centre',
	why: '',
	expectation: '',
	notDoing: '',
	owner: 'jb',
	goal: null,
	weight: 1,
	weeklyAlert: true,
	createdAt: '2026-11-16T09:00:00Z',
	endedAt: null,
	endedAs: null,
	milestones: [],
	kpis: [],
	gaps: [],
	risks: [],
	phases: [],
	resources: [],
	dependencies: [],
	actions: [],
	parts: [],
	owners: [],
	checks: [],
	call: null,
	...more
});
