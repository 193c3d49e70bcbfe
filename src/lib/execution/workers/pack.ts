import type { Direction } from '#lib/scorecard/metric.ts';
import type { Cadence } from '#lib/scorecard/period.ts';
import type { Department } from './departments.ts';
import type { Slot } from './facts.ts';
import type { Kind } from './kinds.ts';
import type { Gate, ResourceRow } from './plan-row.ts';
import type { Degree, Lane } from './priority-picture.ts';

/**
 * Words with facts of the picture between braces, `{gap now}`. Of several the first is taken whose
 * facts are all known; a row for which none can be filled is left out of the plan.
 */
export type Words = string | readonly [string, ...string[]];
/** A number, or the fact that has it. */
export type Amount = number | Slot;

/** Who should have a row, and what other rows of other departments have to do with it. */
export type More = {
	/** The head of the department unless said: the accountable owner, or another department's head. */
	who?: 'owner' | Department;
	gives?: Gate;
	needs?: Gate;
	/** Whether it promises the pace of the counted gap, or tells what there is room for. */
	load?: 'promise' | 'room';
};

type Base = More & { name: string; title: Words; reason: Words };
export type Template =
	| (Base & { kind: 'action'; day: number })
	| (Base & { kind: 'timeline'; share: readonly [from: number, to: number] | number })
	| (Base & { kind: 'resource'; what: ResourceRow['what']; perWeek?: number })
	| (Base & { kind: 'risk'; likelihood: Degree; impact: Degree; mitigation: Words })
	| (Base & {
			kind: 'kpi';
			measures: { unit: string; baseline: Amount | null; target: Amount; cadence: Cadence };
			direction: Direction;
			definition: Words;
	  })
	| (Base & { kind: 'kpi'; library: number; target?: Amount });

/**
 * What a department proposes. Names are unique among the rows of a kind, and never change: by them
 * a row is known again when the plan is drafted anew.
 */
export type Pack = {
	department: Department;
	/** For any priority. */
	always: readonly Template[];
	kinds: Record<Kind, readonly Template[]>;
	/** One action that holds the plan to what the company competes on. */
	lanes: Record<Lane, Template>;
};

/** Something one person does, so many working days from today (of the thirty a pack is written for). */
export const action = (
	name: string,
	day: number,
	title: Words,
	reason: Words,
	more: More = {}
): Template => ({ kind: 'action', name, day, title, reason, ...more });

/** A day by which something is so, at a share of the time that is left. */
export const milestone = (
	name: string,
	share: number,
	title: Words,
	reason: Words,
	more: More = {}
): Template => ({ kind: 'timeline', name, share, title, reason, ...more });

/** A stretch of work, between two shares of the time that is left. */
export const phase = (
	name: string,
	share: readonly [number, number],
	title: Words,
	reason: Words,
	more: More = {}
): Template => ({ kind: 'timeline', name, share, title, reason, ...more });

/** Somebody's time: so many days a week until the cycle ends. */
export const time = (
	name: string,
	perWeek: number,
	title: Words,
	reason: Words,
	more: More = {}
): Template => ({ kind: 'resource', what: 'people', perWeek, name, title, reason, ...more });

/** Money, a tool, or access to something. */
export const need = (
	what: 'money' | 'tool' | 'access',
	name: string,
	title: Words,
	reason: Words,
	more: More = {}
): Template => ({ kind: 'resource', what, name, title, reason, ...more });

/** What may go wrong, how likely and how bad (1 to 3), and what is done about it beforehand. */
export const risk = (
	name: string,
	[likelihood, impact]: readonly [Degree, Degree],
	title: Words,
	mitigation: Words,
	reason: Words,
	more: More = {}
): Template => ({ kind: 'risk', name, likelihood, impact, title, mitigation, reason, ...more });

/**
 * A number to watch: its unit, baseline, target and cadence, and what is counted. A baseline nobody
 * can know beforehand is `null`, never a guess.
 */
export const kpi = (
	name: string,
	title: Words,
	[unit, baseline, target, cadence]: readonly [string, Amount | null, Amount, Cadence],
	definition: Words,
	reason: Words,
	direction: Direction = 'up'
): Template => ({
	kind: 'kpi',
	name,
	title,
	measures: { unit, baseline, target, cadence },
	definition,
	reason,
	direction
});

/** A metric of the library; its baseline is unknown until somebody counts it. */
export const fromLibrary = (
	library: number,
	title: Words,
	reason: Words,
	target?: Amount
): Template => ({
	kind: 'kpi',
	name: `library ${library}`,
	library,
	title,
	reason,
	...(target !== undefined && { target })
});
