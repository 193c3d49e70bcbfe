import { daysSince } from '#lib/calendar/day.ts';
import type { Cycle } from '#lib/strategy/cascade.ts';
import { weekOf } from '#lib/strategy/forecast.ts';
import type { Standing } from '#lib/strategy/progress.ts';
import type { CarriedPriority } from './carried-priority.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { healthOf, overallHealth, type Health, type Step } from './health.ts';
import { raisesByNextWeek, type Raise } from './next-week.ts';
import { dueByNow, nextOf, standingOf, stateOf, type StepState } from './standing.ts';

/** A milestone on the weeks of a cycle; `left` is how far along it lies, in per cent. */
export type Mark = { id: string; title: string; due: string; state: StepState; left: number };

/** A priority as one line of the dashboard. */
export type DashboardLine = {
	id: string;
	title: string;
	owner: string | null;
	standing: Standing;
	health: Health;
	/** Points against last week; null when there was no score then, or is none now. */
	change: number | null;
	marks: Mark[];
	next: { title: string; due: string | null } | undefined;
	/** The annual goal it serves. */
	outcome: { id: string; title: string } | null;
	evidence: Evidence | undefined;
	milestones: { done: number; all: number; due: number; doneOfDue: number; late: number };
	actions: { done: number; all: number };
	/** Open ones. */
	risks: number;
	raises: Raise[];
	/** What its score weighs among all that have one, 0 to 1. */
	share: number;
};

/** Where a cycle is today, in whole weeks from 1. */
export type Weeks = { week: number; weeks: number; isRunning: boolean };

export function weeksOf(cycle: Cycle, today: string): Weeks {
	const isRunning = cycle.startsOn <= today && today <= cycle.endsOn;
	return { ...weekOf(cycle, today), isRunning };
}

/**
 * The dashboard, a line for each active priority.
 *
 * @param before last week's scores by id
 */
export function linesOf(
	priorities: readonly CarriedPriority[],
	before: ReadonlyMap<string, number | null>,
	cycle: Cycle | undefined,
	today: string
): DashboardLine[] {
	const lines = priorities.map((one) => lineOf(one, before.get(one.id), cycle, today));
	const weight = (at: number) =>
		lines[at]?.health.score === null ? 0 : (priorities[at]?.weight ?? 0);
	const total = lines.reduce((sum, _, at) => sum + weight(at), 0);
	const scored = lines.filter(({ health }) => health.score !== null).length;
	return lines.map((line, at) => ({
		...line,
		share: line.health.score === null ? 0 : total > 0 ? weight(at) / total : 1 / scored
	}));
}

/** @param before last week's score */
export function lineOf(
	priority: CarriedPriority,
	before: number | null | undefined,
	cycle: Cycle | undefined,
	today: string
): DashboardLine {
	const { id, title, owner, milestones, actions, risks } = priority;
	// What is not going to happen is neither done nor still to come.
	const promised = actions.filter(({ droppedBecause }) => droppedBecause === '');
	const health = healthOf(priority);
	const next = nextOf(milestones);
	const { done, due } = dueByNow(milestones, today);
	const has = health.score !== null && before !== null && before !== undefined;
	return {
		id,
		title,
		owner,
		health,
		standing: standingOf(priority, health, cycle, today),
		change: has ? Math.round(health.score ?? 0) - Math.round(before) : null,
		marks: marksOf(milestones, cycle, today),
		next: next && { title: next.title, due: next.due },
		outcome: priority.goal,
		evidence: evidenceOf(priority),
		milestones: {
			done: milestones.filter((one) => one.done !== null).length,
			all: milestones.length,
			due,
			doneOfDue: done,
			late: milestones.filter((one) => stateOf(one, today) === 'late').length
		},
		actions: {
			done: promised.filter(({ doneAt }) => doneAt !== null).length,
			all: promised.length
		},
		risks: risks.filter(({ closedOn }) => closedOn === null).length,
		raises: raisesByNextWeek(priority, health, cycle, today),
		share: 1
	};
}

/** The health of all active priorities, weighted. */
export function healthOfAll(priorities: readonly CarriedPriority[]): Health {
	return overallHealth(
		priorities.map((priority) => ({ weight: priority.weight, health: healthOf(priority) }))
	);
}

/**
 * Milestones on the weeks of a cycle, on the day they were done, else on the one first promised
 * when it has passed. Those outside the cycle are not on it.
 */
export function marksOf(
	steps: readonly (Step & { planned?: string | null })[],
	cycle: Cycle | undefined,
	today: string
): Mark[] {
	if (!cycle) return [];
	const length = daysSince(cycle.startsOn, cycle.endsOn) + 1;
	return steps.flatMap((step): Mark[] => {
		const state = stateOf(step, today);
		const due =
			state === 'done' ? step.done : state === 'late' ? (step.planned ?? step.due) : step.due;
		if (!due || due < cycle.startsOn || due > cycle.endsOn) return [];
		const left = (100 * (daysSince(cycle.startsOn, due) + 0.5)) / length;
		return [{ id: step.id, title: step.title, due, state, left }];
	});
}
