import { addDays, daysSince } from '#lib/calendar/day.ts';
import type { CarriedPriority, Phase } from '#lib/execution/carried-priority.ts';
import { slipOfPhase } from '#lib/execution/standing.ts';

/** What an implementation plan has to say; what it does not is a hole. */
export const planParts = [
	'one owner',
	'phases',
	'milestones',
	'resources',
	'risks',
	'first 30 days',
	'not doing'
] as const;
export type PlanPart = (typeof planParts)[number];

export type PlanState = {
	id: string;
	title: string;
	owner: string | null;
	notDoing: string;
	phases: (Phase & { slip: number })[];
	milestones: CarriedPriority['milestones'];
	resources: CarriedPriority['resources'];
	risks: CarriedPriority['risks'];
	/** What is to be done or reached in the thirty days from the start, and what of it was. */
	firstDays: { id: string; title: string; on: string; isDone: boolean }[];
	/** The last of these days. */
	firstUntil: string;
	holes: PlanPart[];
	/** The most days a phase has slipped. */
	slip: number;
};

/** The plan of each active priority, from its own rows. It starts with its first phase, else when it was made. */
export function planStates(priorities: readonly CarriedPriority[], today: string): PlanState[] {
	return priorities
		.filter(({ endedAt }) => endedAt === null)
		.map((priority) => {
			const { id, title, owner, notDoing, milestones, resources, actions } = priority;
			const phases = priority.phases.map((phase) => ({
				...phase,
				slip: slipOfPhase(phase, today)
			}));
			const start = priority.phases.reduce(
				(first, { startsOn }) => (startsOn < first ? startsOn : first),
				priority.phases[0]?.startsOn ?? priority.createdAt.slice(0, 10)
			);
			const firstUntil = addDays(start, 30);
			const within = (on: string | null): on is string =>
				on !== null && on >= start && on <= firstUntil;
			const firstDays = [
				...milestones.flatMap((one) =>
					within(one.due)
						? { id: one.id, title: one.title, on: one.due, isDone: one.done !== null }
						: []
				),
				...actions.flatMap((one) =>
					within(one.due)
						? { id: one.id, title: one.title, on: one.due, isDone: one.doneAt !== null }
						: []
				)
			].toSorted((one, other) => daysSince(other.on, one.on));
			const risks = priority.risks.filter(({ closedOn }) => closedOn === null);
			const has: Record<PlanPart, boolean> = {
				'one owner': owner !== null,
				phases: phases.length > 0,
				milestones: milestones.length > 0,
				resources: resources.length > 0,
				risks: priority.risks.length > 0,
				'first 30 days': firstDays.length > 0,
				'not doing': notDoing.trim() !== ''
			};
			return {
				...{
					id,
					title,
					owner,
					notDoing,
					phases,
					milestones,
					resources,
					risks,
					firstDays,
					firstUntil
				},
				holes: planParts.filter((part) => !has[part]),
				slip: Math.max(0, ...phases.filter(({ doneOn }) => doneOn === null).map(({ slip }) => slip))
			};
		});
}
