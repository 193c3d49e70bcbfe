import type { Step, Way } from './health.ts';

/** Days are ISO dates, times ISO instants; whoever is named is named by their id, null for nobody. */
export type Milestone = Step & {
	owner: string | null;
	/** The first day anybody promised. */
	planned: string | null;
	/** It changes how the company works, and is asked about later. */
	isChange: boolean;
	/** The last time its day was moved. */
	moved: { by: string | null; at: string; from: string | null; to: string | null } | null;
};

export type Stood = { on: string; value: number; note: string; by: string | null };

/**
 * A KPI or a gap, with what it stood at, oldest first; of a metric it follows, its readings. Who said
 * so, and with which note, is known where all of a priority was asked for.
 */
export type Measure = Way & {
	kind: 'kpi' | 'gap';
	definition: string;
	unit: string;
	decimals: number;
	owner: string | null;
	/** The metric of the scorecard it follows. */
	metric: string | null;
	/** The day a gap was found. */
	foundOn: string | null;
	values: readonly Stood[];
};

export type Risk = {
	id: string;
	title: string;
	/** 1 unlikely or low, 2 possible or medium, 3 likely or high. */
	likelihood: number;
	impact: number;
	mitigation: string;
	owner: string | null;
	reviewOn: string | null;
	/** Its review is no hot item before this day. */
	quietUntil: string | null;
	closedOn: string | null;
	raisedAt: string;
};

export type Phase = {
	id: string;
	name: string;
	startsOn: string;
	/** The last day. */
	endsOn: string;
	/** The first last day anybody promised. */
	planned: string | null;
	doneOn: string | null;
};

export const resourceKinds = ['people', 'money', 'tool', 'access'] as const;
export const resourceWords: Record<(typeof resourceKinds)[number], string> = {
	people: 'People',
	money: 'Money',
	tool: 'Tool',
	access: 'Access'
};
export type Resource = {
	id: string;
	title: string;
	phase: string | null;
	kind: (typeof resourceKinds)[number];
	/** Days of work. */
	days: number | null;
	/** Who says yes to it. */
	owner: string | null;
	grantedOn: string | null;
};

export type Dependency = {
	id: string;
	title: string;
	/** The priority it waits for, where it is one. */
	other: string | null;
	neededBy: string | null;
	owner: string | null;
	clearedOn: string | null;
	raisedAt: string;
};

export type CarriedAction = {
	id: string;
	title: string;
	owner: string | null;
	due: string | null;
	/** When it was done, or given up. */
	doneAt: string | null;
	/** Why it is not going to happen; empty while it is open, and when it was done. */
	droppedBecause: string;
	capturedAt: string;
	meeting: string | null;
};

/** Who has a part besides the one who is accountable. */
export const parts = ['responsible', 'consulted', 'informed'] as const;
export type PartOf = { person: string; part: (typeof parts)[number] };
export const partWords: Record<PartOf['part'], string> = {
	responsible: 'Responsible',
	consulted: 'Consulted',
	informed: 'Informed'
};

/** What its owner said about a change 30, 60 or 90 days after it was done. */
export type Check = {
	/** Null when it is about the priority itself. */
	milestone: string | null;
	days: 30 | 60 | 90;
	answer: 'yes' | 'partly' | 'no';
	note: string;
	by: string | null;
	at: string;
};

/** Everything that carries a priority out. */
export type CarriedPriority = {
	id: string;
	title: string;
	why: string;
	expectation: string;
	notDoing: string;
	owner: string | null;
	goal: { id: string; title: string } | null;
	weight: number;
	weeklyAlert: boolean;
	createdAt: string;
	endedAt: string | null;
	endedAs: 'finished' | 'parked' | null;
	milestones: readonly Milestone[];
	kpis: readonly Measure[];
	gaps: readonly Measure[];
	risks: readonly Risk[];
	phases: readonly Phase[];
	resources: readonly Resource[];
	dependencies: readonly Dependency[];
	actions: readonly CarriedAction[];
	parts: readonly PartOf[];
	/** Who was accountable, the latest first. */
	owners: readonly { owner: string | null; since: string; by: string | null }[];
	checks: readonly Check[];
	/** How its owner called it in the newest meeting that asked. */
	call: { onTrack: boolean; on: string; meeting: string } | null;
};
