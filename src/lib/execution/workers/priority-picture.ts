import type { Cadence } from '#lib/scorecard/period.ts';
import { seatWords, type Department } from './departments.ts';

/** What a priority competes on, as the six-pillars round chose it (M. Treacy, F. Wiersema). */
export type Lane = 'cost' | 'innovation' | 'service';
export const laneNames: Record<Lane, string> = {
	cost: 'lowest cost',
	innovation: 'innovation',
	service: 'service'
};

/** A number with a way to go: from its baseline through where it is to its target, in its unit. */
export type Measure = {
	id: string;
	name: string;
	unit: string;
	decimals: number;
	baseline: number | null;
	target: number | null;
	current: number | null;
};

export type Kpi = Measure & {
	cadence: Cadence;
	/** Its number in the library of metrics, when it came from there. */
	library: number | null;
};

export type Milestone = { id: string; title: string; due: string | null; done: boolean };

/** How likely and how bad: 1 unlikely or low, 2 possible or medium, 3 likely or high. */
export type Degree = 1 | 2 | 3;

export type KnownRisk = {
	id: string;
	title: string;
	likelihood: Degree;
	impact: Degree;
	mitigation: string;
	owner: string | null;
};

export type OpenAction = { id: string; title: string; owner: string | null; due: string | null };

export type Person = {
	id: string;
	name: string;
	/** Titles of the seats held, `Chief operating officer`. */
	seats: readonly string[];
	/** Open actions this person has anywhere in the team. */
	openActions: number;
};

/**
 * Everything a worker may know of a priority, and nothing else: what is not in here is not in a
 * plan. Days are ISO dates. `people` are those who may own rows; observers are left out before.
 */
export type PriorityPicture = {
	id: string;
	title: string;
	/** Why it matters, in the team's words; empty when nobody has said. */
	why: string;
	owner: string | null;
	goal: { id: string; title: string } | null;
	cycle: { startsOn: string; endsOn: string } | null;
	lane: Lane | null;
	gaps: readonly Measure[];
	kpis: readonly Kpi[];
	milestones: readonly Milestone[];
	risks: readonly KnownRisk[];
	actions: readonly OpenAction[];
	people: readonly Person[];
	today: string;
	/** Public holidays and the like. */
	daysOff: readonly string[];
	/** The team takes no plans from a model, or has hardly ever accepted a row of one. */
	byRules?: boolean;
};

export function personOf(picture: PriorityPicture, id: string | null): Person | undefined {
	return picture.people.find((person) => person.id === id);
}

/** Whose seat belongs to a department: the first of the people, in the order the team keeps them. */
export function headOf(picture: PriorityPicture, department: Department): Person | undefined {
	return picture.people.find(({ seats }) => seats.some((seat) => seatWords[department].test(seat)));
}
