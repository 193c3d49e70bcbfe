import type { PersonKey } from './people.ts';

/** What the company must become; years from this one. */
export const imperatives = [
	{ key: 'outcomes', title: 'Become the fulfilment-outcomes company', stage: 'scale', years: 2 },
	{ key: 'right', title: 'Earn the right to guarantee', stage: 'nail', years: 1 },
	{ key: 'learn', title: 'Learn faster than we grow', stage: 'scale', years: 2 }
] as const;

type SampleGoal = {
	key: string;
	imperative: (typeof imperatives)[number]['key'];
	title: string;
	standing: string;
	owner: PersonKey;
	/** Keys of the objectives that serve it in this quarter and the last. */
	objectives: readonly string[];
	/** Keys of the metrics that tell of it. */
	metrics: readonly string[];
};

export const annualGoals: readonly SampleGoal[] = [
	{
		key: 'arr',
		imperative: 'outcomes',
		title: '€24m ARR from throughput contracts',
		standing: '€17.8m today',
		owner: 'th',
		objectives: ['reference', 'outcomes'],
		metrics: ['pipeline', 'arr']
	},
	{
		key: 'retention',
		imperative: 'outcomes',
		title: '92% gross retention on contract sites',
		standing: '90.6% today',
		owner: 'jb',
		objectives: ['tilburg'],
		metrics: ['retention']
	},
	{
		key: 'uptime',
		imperative: 'right',
		title: '99.2% uptime on contract sites',
		standing: '98.4% today',
		owner: 'dl',
		objectives: ['boring'],
		metrics: ['uptime', 'recover']
	},
	{
		key: 'margin',
		imperative: 'right',
		title: 'Services gross margin of 42%',
		standing: '38.1% today',
		owner: 'pr',
		objectives: ['visits'],
		metrics: ['margin']
	},
	{
		key: 'hires',
		imperative: 'learn',
		title: '120 hires, regretted attrition below 8%',
		standing: '104 hires, 7.1%',
		owner: 'ab',
		objectives: ['night'],
		metrics: ['roles', 'attrition']
	}
];

type SampleKeyResult = {
	objective: string;
	title: string;
	owner: PersonKey;
	unit: string;
	decimals: number;
	baseline: number;
	target: number;
	now: number;
};

const of = (
	objective: string,
	owner: PersonKey,
	title: string,
	[baseline, target, now]: [number, number, number],
	unit = '',
	decimals = 0
): SampleKeyResult => ({ objective, owner, title, baseline, target, now, unit, decimals });

/** The key results of this quarter: where they began, where they shall be, where they are. */
export const keyResults: readonly SampleKeyResult[] = [
	of('reference', 'th', 'Pilots converted to contract', [0, 10, 6]),
	of('reference', 'th', 'Win rate on contract proposals', [20, 35, 31], '%'),
	of('reference', 'th', 'Pipeline coverage', [2, 3, 2.4], '×', 1),
	of('outcomes', 'lh', 'Reps certified', [0, 32, 27]),
	of('outcomes', 'lh', 'Proposals that lead with throughput', [40, 70, 58], '%'),
	of('tilburg', 'jb', 'Night cover staffed and signed', [0, 12, 10]),
	of('tilburg', 'jb', 'Incidents resolved without a visit', [50, 80, 71], '%'),
	of('boring', 'dl', 'Weeks in a row at 99.0% or more', [0, 3, 0]),
	of('boring', 'kw', 'Sites on gateway firmware 4', [0, 38, 17]),
	of('boring', 'dl', 'Mean time to recover', [60, 45, 42], 'min'),
	of('visits', 'pr', 'Visits per site and month', [3.2, 2, 2.6], '', 1),
	of('visits', 'jb', 'Stock-outs a week', [6, 2, 3]),
	of('night', 'ab', 'Critical roles filled', [0, 6, 2]),
	of('night', 'ab', 'Weekly pulse', [7, 7.5, 7.6], '', 1),
	of('portal', 'iv', 'Partners active each week', [20, 60, 41]),
	of('portal', 'iv', 'Portal tasks done without support', [40, 75, 64], '%')
];

/** The key results of the last quarter, and where they ended. */
export const earlierKeyResults: readonly SampleKeyResult[] = [
	of('reference', 'th', 'Pilots converted to contract', [0, 10, 4]),
	of('reference', 'th', 'Win rate on contract proposals', [20, 40, 26], '%'),
	of('reference', 'th', 'Pipeline coverage', [2, 4, 3.1], '×', 1),
	of('boring', 'dl', 'Weeks in a row at 99.0% or more', [0, 6, 1]),
	of('boring', 'kw', 'Sites on gateway firmware 4', [0, 8, 2]),
	of('boring', 'dl', 'Mean time to recover', [60, 45, 46], 'min'),
	of('tilburg', 'jb', 'Site leased and fitted', [0, 1, 1]),
	of('tilburg', 'jb', 'Night cover staffed and signed', [0, 10, 6]),
	of('night', 'ab', 'Critical roles filled', [0, 6, 3]),
	of('night', 'ab', 'Weekly pulse', [7, 7.5, 7.3], '', 1)
];
