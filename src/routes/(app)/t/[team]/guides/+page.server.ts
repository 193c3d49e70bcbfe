import { error } from '@sveltejs/kit';
import { elevate, sumsOf } from '#lib/diagnosis/elevate.ts';
import { flowOf, writeHours } from '#lib/diagnosis/flow.ts';
import { completeness, holesOf } from '#lib/diagnosis/kpi-blueprint.ts';
import { planStates } from '#lib/diagnosis/plan-state.ts';
import { flagSystems } from '#lib/diagnosis/systems.ts';
import { loadExecution } from '#lib/server/rows/execution.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { listOutcomes } from '#lib/server/rows/outcomes.ts';
import { listProcesses } from '#lib/server/rows/processes.ts';
import { findRunningSeries } from '#lib/server/rows/series.ts';
import { listSynced, listSystems } from '#lib/server/rows/systems.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { shown } from '../execution/shown.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	depends('rows:metrics', 'rows:processes', 'rows:systems', 'rows:outcome_targets');
	const { db } = locals;
	const today = await findToday(db, locals.person.id);
	const [{ people }, execution, metrics, outcomes, processes, systems, synced, series] =
		await Promise.all([
			parent(),
			loadExecution(db, params.team, today),
			listMetrics(db, params.team),
			listOutcomes(db, params.team),
			listProcesses(db, params.team),
			listSystems(db, params.team),
			listSynced(db, params.team, today),
			findRunningSeries(db, params.team)
		]);
	const isCurrent = (id: string) => people.some((one) => one.id === id && one.current);
	const sums = sumsOf(elevate(execution.priorities, today, series !== undefined, isCurrent));
	const plans = planStates(execution.priorities, today);
	const holes = metrics.map((metric) => holesOf(metric, isCurrent));
	const slowest = processes
		.map(({ name, steps }) => ({ name, total: flowOf(steps).total ?? 0 }))
		.toSorted((one, other) => other.total - one.total)[0];
	const flags = flagSystems(systems, metrics, synced, today);
	const said = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
	return {
		states: {
			elevate: `${said(sums.initiatives, 'initiative', 'initiatives')}, ${sums.unowned} without an owner, ${sums.blockers} blocked, ${sums.stale} stale`,
			kpis:
				metrics.length === 0
					? 'No metric yet'
					: `${completeness(holes)}% of what ${said(metrics.length, 'metric', 'metrics')} should say is said`,
			forecast:
				outcomes.length === 0
					? 'No shared outcome yet'
					: said(outcomes.length, 'shared outcome', 'shared outcomes'),
			plans:
				plans.length === 0
					? 'No priority yet'
					: `${plans.filter((plan) => plan.holes.length === 0).length} of ${plans.length} plans are whole, ${plans.filter(({ slip }) => slip > 0).length} slip`,
			workflow: slowest
				? `${said(processes.length, 'process', 'processes')}; ${slowest.name} takes ${writeHours(slowest.total)}`
				: 'No process yet',
			systems: `${said(systems.length, 'system', 'systems')}, ${said(flags.length, 'thing', 'things')} to mend`
		}
	};
};
