import type { Kpi, Measure, PriorityPicture } from './priority-picture.ts';

/** Pictures for tests: a priority of which nothing is known but what is given. */
export const anyPicture = (known: Partial<PriorityPicture> = {}): PriorityPicture => ({
	id: 'priority',
	title: 'Reach 99% fleet uptime',
	why: '',
	owner: null,
	goal: null,
	cycle: { startsOn: '2026-10-01', endsOn: '2026-12-31' },
	lane: null,
	gaps: [],
	kpis: [],
	milestones: [],
	risks: [],
	actions: [],
	people: [],
	today: '2026-11-19',
	daysOff: [],
	...known
});

export const gap = (known: Partial<Measure> = {}): Measure => ({
	id: `gap ${known.name ?? ''}`,
	name: 'Fleet uptime',
	unit: '%',
	decimals: 1,
	baseline: 98.2,
	target: 99,
	current: 98.4,
	...known
});

export const kpi = (known: Partial<Kpi> = {}): Kpi => ({
	...gap({ id: `kpi ${known.name ?? ''}` }),
	cadence: 'week',
	library: null,
	...known
});
