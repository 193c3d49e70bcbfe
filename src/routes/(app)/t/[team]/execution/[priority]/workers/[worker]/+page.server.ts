import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Carried } from '#lib/execution/health.ts';
import { conflictsBetween } from '#lib/execution/workers/conflicts.ts';
import { departments, type Department } from '#lib/execution/workers/departments.ts';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';
import { recommendWorkers } from '#lib/execution/workers/recommend.ts';
import type { ReviewRow } from '#lib/execution/workers/review.ts';
import { loadExecution, type Execution } from '#lib/server/rows/execution.ts';
import { loadPriorityPicture } from '#lib/server/rows/priority-picture.ts';
import { listKindsOff } from '#lib/server/rows/suggestions.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import {
	applyPlanRows,
	askWorkers,
	cancelRun,
	dismissPlanRows,
	editPlanRow,
	listPlanRows,
	listTeamPlans,
	listWorkerRuns,
	undoPlanRows
} from '#lib/server/rows/worker-plans.ts';
import { orNotFound } from '../../../../../../../or-not-found.server.ts';
import { mayOwn, notAnOwner } from '../../../../owner.ts';
import { EditForm, Ids, problemWords, Workers } from './plan-forms.ts';
import type { Actions, PageServerLoad } from './$types';

const none = 'There is no such priority in this team, or it has ended.';
const shown = [
	...['priorities', 'worker_runs', 'plan_rows', 'milestones', 'measures', 'measure_values'],
	...['priority_risks', 'resources', 'phases', 'action_items', 'lineages', 'cycles']
];

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const worker = workerIn(params.worker);
	const picture = await pictureFor(locals, params);
	const [runs, { open, applied }, execution] = await Promise.all([
		listWorkerRuns(locals.db, params.team, params.priority),
		listPlanRows(locals.db, params.team, params.priority),
		loadExecution(locals.db, params.team, picture.today)
	]);
	const recommended = recommendWorkers(picture);
	const carried = carriedOf(execution, params.priority);
	const plans = await listTeamPlans(locals.db, params.team, execution.priorities);
	const conflicts = conflictsBetween(plans.open, picture.people, { real: plans.real });
	return {
		priority: { id: picture.id, title: picture.title },
		worker,
		runs: [...runs.values()],
		waiting: countsOf(open),
		rows: open.filter(({ row }) => row.worker === worker),
		applied: applied.filter((one) => one.worker === worker),
		recommended: recommended.map(({ worker, reasons }) => ({
			worker,
			reasons: reasons.slice(0, 3).map(({ words }) => words)
		})),
		carriers: picture.people.map(({ id, openActions }) => ({ id, openActions })),
		counts: {
			action: picture.actions.length,
			timeline: picture.milestones.length,
			resource: carried.resources.length,
			risk: picture.risks.length,
			kpi: picture.kpis.length
		},
		carried: { milestones: carried.milestones, kpis: carried.kpis, gaps: carried.gaps },
		cycleEnd: picture.cycle?.endsOn ?? null,
		conflicts: [
			...new Set(
				conflicts
					.filter(({ rows }) =>
						rows.some(
							({ plan, isReal }) =>
								!isReal && plan.worker === worker && plan.priority === params.priority
						)
					)
					.map(({ words }) => words)
			)
		]
	};
};

/** The rows its score is worked out from, and what it needs. */
function carriedOf({ priorities }: Execution, id: string): Carried & { resources: unknown[] } {
	const { milestones, kpis, gaps, resources } = priorities.find((one) => one.id === id) ?? nothing;
	return { milestones, kpis, gaps, resources: [...resources] };
}
const nothing = { milestones: [], kpis: [], gaps: [], resources: [] };

function workerIn(said: string): Department {
	const worker = departments.find((one) => one === said);
	if (!worker) error(404, 'There is no such worker. The nine are Marketing to Project Management.');
	return worker;
}

async function pictureFor(
	{ db, person }: App.Locals,
	{ team, priority }: { team: string; priority: string }
): Promise<PriorityPicture> {
	const today = await findToday(db, person?.id ?? '');
	const found = await orNotFound(loadPriorityPicture(db, team, priority, today));
	return found;
}

/** How many rows of each worker wait for an answer. */
function countsOf(open: readonly ReviewRow[]): Partial<Record<Department, number>> {
	const counts: Partial<Record<Department, number>> = {};
	for (const { row, change } of open)
		if (change !== 'there') counts[row.worker] = (counts[row.worker] ?? 0) + 1;
	return counts;
}

export const actions: Actions = {
	ask: async ({ locals, params, request }) => {
		const form = v.safeParse(Workers, (await request.formData()).getAll('worker'));
		if (!form.success) return fail(400, { said: 'Choose one worker or several.' });
		const [found, off] = await Promise.all([
			pictureFor(locals, params),
			listKindsOff(locals.db, params.team)
		]);
		const picture = off.has('ai plan') ? { ...found, byRules: true } : found;
		const asked = await askWorkers(locals.db, picture, form.output);
		if (asked === 'not here') error(404, none);
		if (asked === 'budget')
			return fail(429, {
				said: 'This workspace has asked its workers two hundred times today. Nothing was lost: ask again tomorrow.'
			});
	},

	cancel: async ({ locals, request }) => {
		const run = v.parse(v.pipe(v.string(), v.uuid()), (await request.formData()).get('run'));
		if (!(await orNotFound(cancelRun(locals.db, run)).catch(() => false)))
			return fail(409, { said: 'It has ended already.' });
	},

	edit: async ({ locals: { db }, params, request }) => {
		const form = v.safeParse(EditForm, Object.fromEntries(await request.formData()));
		if (!form.success) {
			const { nested } = v.flatten<typeof EditForm>(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		const { row, ...said } = form.output;
		if (said.owner !== undefined && !(await mayOwn(db, params.team, said.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		if (!(await editPlanRow(db, row, said))) error(404, 'Somebody has answered this row already.');
	},

	dismiss: async ({ locals: { db }, request }) => {
		const rows = v.parse(Ids, (await request.formData()).getAll('row'));
		return { dismissed: await dismissPlanRows(db, rows) };
	},

	apply: async ({ locals: { db }, request }) => {
		const form = v.safeParse(Ids, (await request.formData()).getAll('row'));
		if (!form.success) return fail(400, { said: 'Choose what to apply first.' });
		const answer = await applyPlanRows(db, form.output);
		if ('problem' in answer)
			return fail(409, { said: problemWords[answer.problem], row: answer.row });
		return answer;
	},

	undo: async ({ locals: { db }, request }) => {
		const rows = v.parse(Ids, (await request.formData()).getAll('row'));
		return undoPlanRows(db, rows);
	}
};
