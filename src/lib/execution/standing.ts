import { daysSince, writeDay } from '#lib/calendar/day.ts';
import { elapsedOf, type Cycle } from '#lib/strategy/cascade.ts';
import type { Standing } from '#lib/strategy/progress.ts';
import type { CarriedPriority, Milestone, Phase } from './carried-priority.ts';
import type { Health, Step } from './health.ts';

/** A call is the owner's word for about two weekly meetings; then the numbers speak. */
const callHolds = 15;
/** Points behind an even pace: the same as for key results. */
const slack = 10;
const atRisk = 25;

/**
 * How a priority stands: as its owner called it in the newest meeting, else by its score against an
 * even pace through the cycle.
 */
export function standingOf(
	{ call }: Pick<CarriedPriority, 'call'>,
	{ score }: Pick<Health, 'score'>,
	cycle: Cycle | undefined,
	today: string
): Standing {
	if (call && daysSince(call.on, today) < callHolds)
		return {
			status: call.onTrack ? 'on' : 'off',
			reason: `Called ${call.onTrack ? 'on' : 'off'} track in the meeting of ${writeDay(call.on)}.`
		};
	if (score === null) return { status: 'none', reason: 'Nothing of it is measured yet.' };
	if (!cycle || today < cycle.startsOn)
		return { status: 'none', reason: 'No cycle says how far it should be.' };
	const expected = 100 * elapsedOf(cycle, today);
	const reason = `${Math.round(score)} of 100, and ${Math.round(expected)}% of ${cycle.name} has passed.`;
	const behind = expected - score;
	return { status: behind <= slack ? 'on' : behind <= atRisk ? 'risk' : 'off', reason };
}

export type StepState = 'done' | 'late' | 'planned';

/**
 * A milestone is late when its day has passed, and when the day first promised has: moving it does
 * not make it on time.
 */
export function stateOf(step: Step & { planned?: string | null }, today: string): StepState {
	if (step.done !== null) return 'done';
	const promised = step.planned ?? step.due;
	return promised !== null && promised < today ? 'late' : 'planned';
}

/** Days something has slipped behind the first day promised; 0 for none, and for what came earlier. */
export function slipOf(
	{ planned, due, done }: Pick<Milestone, 'planned' | 'due' | 'done'>,
	today: string
): number {
	if (planned === null) return 0;
	const open = due !== null && due > today ? due : today;
	return Math.max(0, daysSince(planned, done ?? (open < planned ? planned : open)));
}

/** The same for the last day of a phase. */
export function slipOfPhase({ planned, endsOn, doneOn }: Phase, today: string): number {
	return slipOf({ planned, due: endsOn, done: doneOn }, today);
}

/** `done` milestones of those whose day has come, or had come before it was moved. */
export function dueByNow(
	steps: readonly (Step & { planned?: string | null })[],
	today: string
): { done: number; due: number } {
	const hasCome = (day: string | null | undefined) => day != null && day <= today;
	const due = steps.filter((step) => hasCome(step.due) || hasCome(step.planned));
	return { done: due.filter(({ done }) => done !== null).length, due: due.length };
}

/** What comes next: the open milestone with the earliest day; those without one come last. */
export function nextOf<One extends Step>(steps: readonly One[]): One | undefined {
	return steps
		.filter(({ done }) => done === null)
		.toSorted((one, other) => ((one.due ?? '9') < (other.due ?? '9') ? -1 : 1))[0];
}
