import type {
	CarriedAction,
	CarriedPriority,
	Check,
	Dependency,
	Measure,
	Milestone,
	PartOf,
	Phase,
	Resource,
	Risk
} from '#lib/execution/carried-priority.ts';
import type { Cycle } from '#lib/strategy/cascade.ts';
import type { Tables } from '../database-types.ts';
import { rowsOf, type Columns } from './columns.ts';
import type { Db } from './db.ts';

/** What was learned in a meeting; `priority` is what the hot item it came from serves. */
export type Insight = {
	id: string;
	title: string;
	meeting: string;
	on: string;
	priority: string | null;
};

export type Execution = {
	/** The active ones in their order. */
	priorities: CarriedPriority[];
	/** The latest first. */
	ended: Ended[];
	cycles: Cycle[];
	/** Last week's scores by the id of their priority; of all of them under ''. */
	before: Map<string, number | null>;
	/** Every open action of the team that has a day. */
	open: { owner: string | null; due: string }[];
	/** The newest first. */
	learned: Insight[];
};

/** A priority that is over; times are ISO instants. */
export type Ended = {
	id: string;
	title: string;
	owner: string | null;
	endedAt: string;
	endedAs: 'finished' | 'parked' | null;
};

/** What `read_execution` answers. */
export type FoundExecution = {
	priorities: FoundPriority[];
	ended: Ended[];
	cycles: Cycle[];
	before: { priority: string | null; score: number | null }[];
	open: Columns<Execution['open'][number]>;
	learned: Insight[];
};

type FoundPriority = {
	row: Tables<'priorities'>;
	goal: { id: string; title: string } | null;
	milestones: Columns<Milestone>;
	measures: Columns<FoundMeasure>;
	risks: Columns<Risk>;
	phases: Columns<Phase>;
	resources: Columns<Resource>;
	dependencies: Columns<Dependency>;
	actions: Columns<CarriedAction>;
	parts: PartOf[];
	owners: { owner: string | null; since: string; by: string | null }[];
	checks: Check[];
	call: CarriedPriority['call'];
};

/** Its values are lists of one length, oldest first; null when there is none, or nobody asked. */
type FoundMeasure = Omit<Measure, 'value' | 'values'> & {
	on: string[] | null;
	values: number[] | null;
	by: (string | null)[] | null;
	notes: string[] | null;
};

/**
 * All that carries the active priorities of a team out, in one question.
 *
 * @param today ISO date; readings of later periods say nothing of it yet
 * @param whole the id of a priority of which it is also said who entered its values and with which
 * note; it comes along although it has ended, behind the active ones
 */
export async function loadExecution(
	db: Db,
	team: string,
	today: string,
	whole?: string
): Promise<Execution> {
	const { data } = await db
		.rpc('read_execution', { of_team: team, today, ...(whole ? { whole } : {}) })
		.throwOnError();
	return toExecution(data as unknown as FoundExecution);
}

export function toExecution(found: FoundExecution): Execution {
	return {
		priorities: found.priorities.map(toPriority),
		ended: found.ended,
		cycles: found.cycles,
		before: new Map(found.before.map(({ priority, score }) => [priority ?? '', score])),
		open: rowsOf(found.open),
		learned: found.learned
	};
}

function toPriority(found: FoundPriority): CarriedPriority {
	const { row, goal, parts, owners, checks, call } = found;
	const measures = rowsOf(found.measures).map(toMeasure);
	return {
		id: row.id,
		title: row.title,
		why: row.why,
		expectation: row.expectation,
		notDoing: row.not_doing,
		owner: row.owner_id,
		goal,
		weight: Number(row.weight),
		weeklyAlert: row.weekly_alert,
		createdAt: row.created_at,
		endedAt: row.ended_at,
		endedAs: row.ended_as === 'finished' || row.ended_as === 'parked' ? row.ended_as : null,
		milestones: rowsOf(found.milestones),
		kpis: measures.filter(({ kind }) => kind === 'kpi'),
		gaps: measures.filter(({ kind }) => kind === 'gap'),
		risks: rowsOf(found.risks),
		phases: rowsOf(found.phases),
		resources: rowsOf(found.resources),
		dependencies: rowsOf(found.dependencies),
		actions: rowsOf(found.actions),
		parts,
		owners,
		checks,
		call
	};
}

function toMeasure({ on, values, by, notes, ...measure }: FoundMeasure): Measure {
	const stood = (on ?? []).map((day, at) => ({
		on: day,
		value: values?.[at] ?? 0,
		note: notes?.[at] ?? '',
		by: by?.[at] ?? null
	}));
	return { ...measure, value: stood.at(-1)?.value ?? null, values: stood };
}
