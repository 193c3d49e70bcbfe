import type { Cycle } from '#lib/strategy/cascade.ts';
import type { CarriedPriority, Measure } from './carried-priority.ts';
import type { Degree, PriorityPicture } from './workers/priority-picture.ts';

/** Whoever may own rows, with the title of the seat they hold. */
export type Seated = { id: string; name: string; title: string };

/**
 * A priority as workers see it.
 *
 * @param open every open action of the team that has a day
 */
export function pictureOf(
	priority: CarriedPriority,
	people: readonly Seated[],
	open: readonly { owner: string | null }[],
	cycle: Cycle | undefined,
	lane: PriorityPicture['lane'],
	today: string
): PriorityPicture {
	const { id, title, why, owner, goal } = priority;
	return {
		id,
		title,
		why,
		owner,
		goal,
		cycle: cycle ? { startsOn: cycle.startsOn, endsOn: cycle.endsOn } : null,
		lane,
		gaps: priority.gaps.map(measureOf),
		kpis: priority.kpis.map((kpi) => ({ ...measureOf(kpi), cadence: 'week', library: null })),
		milestones: priority.milestones.map(({ id, title, due, done }) => ({
			id,
			title,
			due,
			done: done !== null
		})),
		risks: priority.risks
			.filter(({ closedOn }) => closedOn === null)
			.map(({ id, title, likelihood, impact, mitigation, owner }) => ({
				id,
				title,
				likelihood: degree(likelihood),
				impact: degree(impact),
				mitigation,
				owner
			})),
		actions: priority.actions
			.filter(({ doneAt }) => doneAt === null)
			.map(({ id, title, owner, due }) => ({ id, title, owner, due })),
		people: people.map(({ id, name, title }) => ({
			id,
			name,
			seats: title ? [title] : [],
			openActions: open.filter((one) => one.owner === id).length
		})),
		today,
		daysOff: []
	};
}

const measureOf = ({ id, title, unit, decimals, baseline, target, value }: Measure) => ({
	id,
	name: title,
	unit,
	decimals,
	baseline,
	target,
	current: value
});

const degree = (number: number): Degree => (number >= 3 ? 3 : number <= 1 ? 1 : 2);
