import { daysSince } from '#lib/calendar/day.ts';
import type { CarriedPriority, Dependency } from '#lib/execution/carried-priority.ts';
import { evidenceOf, type Evidence } from '#lib/execution/evidence.ts';

/** Evidence older than this says nothing of today. */
export const staleAfter = 7;

export type Elevated = {
	id: string;
	title: string;
	owner: string | null;
	/** The goal it serves, else what its first KPI is to reach. */
	outcome: string | null;
	evidence: Evidence | undefined;
	/** Days since the evidence; null when there is none. */
	age: number | null;
	isStale: boolean;
	/** What it waits for and is past its day, the oldest first. */
	blockers: (Dependency & { late: number })[];
	/** What else it waits for. */
	waits: Dependency[];
	raci: { responsible: string[]; consulted: string[]; informed: string[] };
	/** What has nobody's name on it, by row. */
	unowned: { id: string; title: string; kind: 'priority' | 'milestone' | 'risk' | 'dependency' }[];
	/** How often its owner is asked for its state. */
	cadence: string | null;
};

/**
 * Every active priority with who answers for it, what for, and what shows how it goes.
 *
 * @param meets whether the team has a weekly meeting, which asks for each priority's state
 * @param isCurrent whether somebody is still in the team
 */
export function elevate(
	priorities: readonly CarriedPriority[],
	today: string,
	meets: boolean,
	isCurrent: (person: string) => boolean
): Elevated[] {
	const has = (owner: string | null) => owner !== null && isCurrent(owner);
	return priorities
		.filter(({ endedAt }) => endedAt === null)
		.map((priority) => {
			const { id, title, owner, goal, kpis, parts } = priority;
			const evidence = evidenceOf(priority);
			const age = evidence ? daysSince(evidence.on, today) : null;
			const open = priority.dependencies.filter(({ clearedOn }) => clearedOn === null);
			const late = open.flatMap((one) =>
				one.neededBy !== null && one.neededBy < today
					? { ...one, late: daysSince(one.neededBy, today) }
					: []
			);
			const [kpi] = kpis;
			const of = (part: 'responsible' | 'consulted' | 'informed') =>
				parts.filter((one) => one.part === part).map(({ person }) => person);
			return {
				...{ id, title, owner: has(owner) ? owner : null, evidence, age },
				outcome: goal?.title ?? (kpi ? kpi.title : null),
				isStale: age === null || age > staleAfter,
				blockers: late.toSorted((one, other) => other.late - one.late),
				waits: open.filter(({ neededBy }) => neededBy === null || neededBy >= today),
				raci: {
					responsible: of('responsible'),
					consulted: of('consulted'),
					informed: of('informed')
				},
				// A milestone or a dependency nobody has is its priority's owner's; without one it is nobody's.
				unowned: [
					...(has(owner) ? [] : [{ id, title, kind: 'priority' as const }]),
					...(has(owner)
						? []
						: [
								...priority.milestones
									.filter((one) => one.done === null && !has(one.owner))
									.map((one) => ({ id: one.id, title: one.title, kind: 'milestone' as const })),
								...open
									.filter((one) => !has(one.owner))
									.map((one) => ({ id: one.id, title: one.title, kind: 'dependency' as const }))
							]),
					...priority.risks
						.filter((one) => one.closedOn === null && !has(one.owner))
						.map((one) => ({ id: one.id, title: one.title, kind: 'risk' as const }))
				],
				cadence: meets ? 'weekly, in the meeting' : priority.weeklyAlert ? 'weekly, by mail' : null
			};
		});
}

/** The same in figures, each of which opens to its rows. */
export function sumsOf(all: readonly Elevated[]) {
	return {
		initiatives: all.length,
		unowned: all.reduce((sum, { unowned }) => sum + unowned.length, 0),
		stale: all.filter(({ isStale }) => isStale).length,
		blockers: all.reduce((sum, { blockers }) => sum + blockers.length, 0)
	};
}
