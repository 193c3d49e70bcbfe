import type { PersonKey } from './people.ts';

export type SampleMetric = {
	key: string;
	area: 'growth' | 'operations' | 'finance' | 'talent' | 'culture' | 'innovation';
	name: string;
	isLeading: boolean;
	owner: PersonKey;
	unit: string;
	decimals: number;
	direction: 'up' | 'down';
	target: number;
	/** At risk up to this far from the target, off track beyond. */
	tolerance: number;
	/** Where it stood a year ago, where it usually lies since half a year, and how far it strays. */
	yearAgo: number;
	usual: number;
	noise: number;
	/** Week by week as the meetings saw it, this week last; null has not been entered yet. */
	recent: readonly (number | null)[];
};

type Shape = Pick<SampleMetric, 'yearAgo' | 'usual' | 'noise' | 'recent'>;
type Bound = [direction: 'up' | 'down', target: number, tolerance: number];

const metric = (
	area: SampleMetric['area'],
	key: string,
	name: string,
	kind: 'leading' | 'lagging',
	owner: PersonKey,
	[unit, decimals]: [unit: string, decimals: number],
	[direction, target, tolerance]: Bound,
	shape: Shape
): SampleMetric => ({
	area,
	key,
	name,
	isLeading: kind === 'leading',
	owner,
	unit,
	decimals,
	direction,
	target,
	tolerance,
	...shape
});

/** Fifteen metrics in six areas. The stories of the meetings quote these numbers. */
export const metrics: readonly SampleMetric[] = [
	metric('growth', 'pipeline', 'Pipeline coverage', 'leading', 'th', ['×', 1], ['up', 3, 0.5], {
		yearAgo: 3.5,
		usual: 3.25,
		noise: 0.1,
		recent: [3.2, 3.1, 3.1, 3, 2.9, 2.8, 2.7, 2.5, 2.4]
	}),
	metric('growth', 'arr', 'New contract ARR', 'lagging', 'th', ['€m', 1], ['up', 6.4, 0.8], {
		yearAgo: 4.2,
		usual: 5.6,
		noise: 0.25,
		recent: [5.6, 5.7, 5.7, 5.8, 5.6, 5.9, 6, 5.8, 6.1]
	}),
	metric(
		'growth',
		'retention',
		'Net revenue retention',
		'lagging',
		'jb',
		['%', 0],
		['up', 110, 3],
		{
			yearAgo: 112,
			usual: 109.6,
			noise: 1.1,
			recent: [110, 110, 109, 109, 109, 109, 109, 108, 108]
		}
	),
	metric('operations', 'uptime', 'Fleet uptime', 'leading', 'dl', ['%', 1], ['up', 99, 0.5], {
		yearAgo: 98.7,
		usual: 99.16,
		noise: 0.2,
		recent: [99.2, 99.3, 99.2, 99.1, 99, 99.1, 98.9, 98.7, 98.4]
	}),
	metric(
		'operations',
		'recover',
		'Mean time to recover',
		'leading',
		'dl',
		['min', 0],
		['down', 45, 10],
		{
			yearAgo: 58,
			usual: 46,
			noise: 3.4,
			recent: [46, 47, 46, 45, 46, 45, 41, 44, null]
		}
	),
	metric(
		'operations',
		'deployments',
		'On-time deployments',
		'lagging',
		'dl',
		['%', 0],
		['up', 90, 5],
		{
			yearAgo: 84,
			usual: 89,
			noise: 2.2,
			recent: [88, 90, 91, 89, 90, 89, 92, 90, 91]
		}
	),
	metric('finance', 'runway', 'Cash runway', 'lagging', 'pr', ['months', 1], ['up', 18, 3], {
		yearAgo: 23.5,
		usual: 20,
		noise: 0.1,
		recent: [19.8, 19.7, 19.6, 19.5, 19.4, 19.3, 19.2, 19.1, 19]
	}),
	metric('finance', 'margin', 'Services gross margin', 'lagging', 'pr', ['%', 1], ['up', 40, 3], {
		yearAgo: 35.2,
		usual: 38.4,
		noise: 0.9,
		recent: [38.9, 38.6, 38.2, 38, 37.9, 37.6, 38.4, 37.9, 38.1]
	}),
	metric('finance', 'overdue', 'Overdue invoices', 'leading', 'pr', ['€m', 1], ['down', 1.2, 0.3], {
		yearAgo: 0.8,
		usual: 1.15,
		noise: 0.09,
		recent: [1.2, 1.3, 1.2, 1.2, 1.1, 1.1, 1, 0.9, null]
	}),
	metric('talent', 'roles', 'Critical roles open', 'leading', 'ab', ['', 0], ['down', 4, 1], {
		yearAgo: 2,
		usual: 3,
		noise: 0.8,
		recent: [3, 4, 4, 4, 5, 5, 5, 6, 6]
	}),
	metric('talent', 'attrition', 'Regretted attrition', 'lagging', 'ab', ['%', 1], ['down', 8, 2], {
		yearAgo: 9.1,
		usual: 7.7,
		noise: 0.2,
		recent: [7.5, 7.5, 7.4, 7.4, 7.3, 7.3, 7.2, 7.1, 7.1]
	}),
	metric('culture', 'pulse', 'Weekly pulse', 'leading', 'ab', ['', 1], ['up', 7.5, 0.5], {
		yearAgo: 7.1,
		usual: 7.4,
		noise: 0.14,
		recent: [7.3, 7.3, 7.4, 7.4, 7.5, 7.5, 7.4, 7.6, null]
	}),
	metric('culture', 'closed', 'Actions closed on time', 'leading', 'sw', ['%', 0], ['up', 85, 10], {
		yearAgo: 61,
		usual: 72,
		noise: 3.2,
		recent: [74, 76, 79, 81, 83, 84, 85, 88, 86]
	}),
	metric('innovation', 'pilots', 'Pilots converted', 'lagging', 'iv', ['%', 0], ['up', 40, 5], {
		yearAgo: 31,
		usual: 36,
		noise: 1.6,
		recent: [35, 36, 36, 37, 37, 38, 37, 39, 44]
	}),
	metric('innovation', 'releases', 'Releases on plan', 'leading', 'kw', ['%', 0], ['up', 80, 10], {
		yearAgo: 76,
		usual: 83,
		noise: 4,
		recent: [88, 86, 85, 84, 84, 83, 79, 75, 72]
	})
];
