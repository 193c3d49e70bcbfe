import type { Direction } from '#lib/scorecard/metric.ts';
import type { Cadence } from '#lib/scorecard/period.ts';
import type { Department } from './departments.ts';
import type { Degree } from './priority-picture.ts';

/** The kinds of row a plan has, in the order it is reviewed. */
export const rowKinds = ['action', 'timeline', 'resource', 'risk', 'kpi'] as const;
export type RowKind = (typeof rowKinds)[number];

/** What in the picture a row came from. */
export type Source = {
	kind:
		| 'priority'
		| 'owner'
		| 'goal'
		| 'lane'
		| 'cycle'
		| 'gap'
		| 'kpi'
		| 'milestone'
		| 'risk'
		| 'action';
	id: string;
	name: string;
	/**
	 * What it said that the row rests on, `target 38 sites`. Readings are left out on purpose: they
	 * move every week, and a plan is not new because of that.
	 */
	said: string;
};

/** What has to be there before something else can happen; conflicts between plans look at these. */
export const gates = ['funded', 'staffed', 'trained', 'ready', 'priced', 'supported'] as const;
export type Gate = (typeof gates)[number];

/** How much a week a row promises of a measure, or says there is room for. */
export type Load = { measure: string; side: 'promise' | 'room'; perWeek: number; words: string };

type Base = {
	/** Stays the same from run to run, and is there once in a priority. */
	key: string;
	worker: Department;
	title: string;
	reason: string;
	from: readonly Source[];
	/** Who should have it; `null` when nobody fits, and `ownerReason` says why. */
	owner: string | null;
	ownerReason: string;
	gives?: Gate;
	needs?: Gate;
	load?: Load;
};

/** Days are ISO dates; `null` when the cycle has no working day left. */
export type ActionRow = Base & { kind: 'action'; due: string | null };
/** A phase has a first day, a milestone only the day it is reached. */
export type TimelineRow = Base & {
	kind: 'timeline';
	shape: 'phase' | 'milestone';
	startsOn: string | null;
	endsOn: string | null;
};
export type ResourceRow = Base & {
	kind: 'resource';
	what: 'people' | 'money' | 'tool' | 'access';
	/** Days of work until the cycle ends, where the row is about somebody's time. */
	days: number | null;
};
export type RiskRow = Base & {
	kind: 'risk';
	likelihood: Degree;
	impact: Degree;
	mitigation: string;
};
export type KpiRow = Base & {
	kind: 'kpi';
	unit: string;
	decimals: number;
	direction: Direction;
	/** `null` when nobody has counted it yet; `toSettle` then says how to find out. */
	baseline: number | null;
	target: number | null;
	/** What is good lies between these, where the direction is a band. */
	range: readonly [number, number] | null;
	toSettle: string;
	cadence: Cadence;
	definition: string;
	/** Its number in the library of metrics. */
	library: number | null;
};

export type PlanRow = ActionRow | TimelineRow | ResourceRow | RiskRow | KpiRow;

export type Plan = {
	worker: Department;
	priority: string;
	priorityTitle: string;
	rows: readonly PlanRow[];
	/** Why there is not more, in sentences: what the picture lacks. */
	notes: readonly string[];
};

/** The day a row ends or is due, if it has one. */
export function dayOf(row: PlanRow): string | null {
	if (row.kind === 'action') return row.due;
	return row.kind === 'timeline' ? row.endsOn : null;
}
