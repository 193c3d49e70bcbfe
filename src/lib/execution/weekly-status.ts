import { daysSince, writeDay } from '#lib/calendar/day.ts';
import type { WeeklyMilestone, WeeklyPriority } from './weekly-facts.ts';

/** On track, at risk, off track, or nobody has said. */
export type PriorityStatus = { status: 'on' | 'risk' | 'off' | 'none'; why: string };

/** The milestones that are not done and whose day has passed, the latest first. */
export function lateMilestones(
	milestones: readonly WeeklyMilestone[],
	today: string
): { title: string; days: number }[] {
	return milestones
		.flatMap(({ title, due, doneOn }) =>
			due !== null && doneOn === null && due < today ? [{ title, days: daysSince(due, today) }] : []
		)
		.toSorted((one, other) => other.days - one.days);
}

/**
 * How a priority stands: off track when its owner called it so in the last meeting that asked; at
 * risk when nobody owns it or a milestone is late, whatever was said; on track when it was called so.
 *
 * @param today the reader's day
 */
export function statusOf(
	{ owner, call, milestones }: Pick<WeeklyPriority, 'owner' | 'call' | 'milestones'>,
	today: string
): PriorityStatus {
	if (call && !call.onTrack)
		return { status: 'off', why: `Called off track on ${writeDay(call.on, 'bare')}` };
	if (owner === null) return { status: 'risk', why: 'Nobody is accountable for it' };
	const late = lateMilestones(milestones, today);
	const [latest] = late;
	if (latest)
		return {
			status: 'risk',
			why: `${counted(late.length, 'milestone')} late: ${latest.title}, ${counted(latest.days, 'day')}`
		};
	if (call) return { status: 'on', why: `Called on track on ${writeDay(call.on, 'bare')}` };
	return { status: 'none', why: 'Nobody has said yet how it goes' };
}

/** `1 day`, `3 days`. */
export function counted(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
