import type { CarriedPriority } from '../carried-priority.ts';
import type { PlanRow } from './plan-row.ts';

type Became = Pick<
	CarriedPriority,
	'milestones' | 'phases' | 'resources' | 'risks' | 'kpis' | 'actions'
>;

/**
 * A row of a plan that was accepted, as what it became says it now; undefined once that is done or
 * was removed.
 *
 * @param became the id of what it became in this priority
 */
export function rowNow(row: PlanRow, became: string, priority: Became): PlanRow | undefined {
	const find = <One extends { id: string }>(all: readonly One[]) =>
		all.find(({ id }) => id === became);
	switch (row.kind) {
		case 'action': {
			const now = find(priority.actions);
			if (!now || now.doneAt !== null) return undefined;
			return { ...row, title: now.title, owner: now.owner, due: now.due };
		}
		case 'timeline': {
			const phase = find(priority.phases);
			if (phase?.doneOn === null)
				return { ...row, title: phase.name, startsOn: phase.startsOn, endsOn: phase.endsOn };
			const now = find(priority.milestones);
			if (!now || now.done !== null) return undefined;
			return { ...row, title: now.title, owner: now.owner, endsOn: now.due };
		}
		case 'resource': {
			const now = find(priority.resources);
			return now && { ...row, title: now.title, owner: now.owner, days: now.days };
		}
		case 'risk': {
			const now = find(priority.risks);
			if (!now || now.closedOn !== null) return undefined;
			return { ...row, title: now.title, owner: now.owner };
		}
		case 'kpi': {
			const now = find(priority.kpis);
			return now && { ...row, title: now.title, unit: now.unit, target: now.target };
		}
	}
}
