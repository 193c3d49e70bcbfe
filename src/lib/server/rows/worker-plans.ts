import { departments, type Department } from '#lib/execution/workers/departments.ts';
import type { CarriedPriority } from '#lib/execution/carried-priority.ts';
import type { Plan, PlanRow } from '#lib/execution/workers/plan-row.ts';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';
import type { AppliedRow, ReviewRow } from '#lib/execution/workers/review.ts';
import { rowNow } from '#lib/execution/workers/row-now.ts';
import type { AppliedRows, WorkerRun } from '#lib/execution/workers/worker-run.ts';
import type { Db } from './db.ts';

/** The newest run of each worker that was ever asked. */
export async function listWorkerRuns(
	db: Db,
	team: string,
	priority: string
): Promise<Map<Department, WorkerRun>> {
	const { data } = await db
		.from('worker_runs')
		.select(
			'id, worker, state, made_from, model, prompt_version, inputs, notes, problem, asked_by, asked_at, finished_at'
		)
		.eq('team_id', team)
		.eq('priority_id', priority)
		.order('asked_at', { ascending: false })
		.order('id')
		.limit(200)
		.throwOnError();
	const runs = new Map<Department, WorkerRun>();
	for (const row of data) {
		const worker = departments.find((one) => one === row.worker);
		if (!worker || runs.has(worker)) continue;
		const counts: Record<string, number> = {};
		for (const { kind } of row.inputs as { kind: string }[]) counts[kind] = (counts[kind] ?? 0) + 1;
		runs.set(worker, {
			...{ id: row.id, worker, model: row.model, problem: row.problem, inputs: counts },
			state: row.state as WorkerRun['state'],
			madeFrom: row.made_from === 'AI' ? 'AI' : 'rules',
			promptVersion: row.prompt_version,
			notes: row.notes as string[],
			askedBy: row.asked_by,
			askedAt: new Date(row.asked_at).toISOString(),
			finishedAt: row.finished_at && new Date(row.finished_at).toISOString()
		});
	}
	return runs;
}

/** Rows of one worker for one priority that nobody has answered yet. */
export type Waiting = { priority: string; worker: Department; rows: number };

/** Where plans wait to be reviewed, the most rows first. */
export async function listWaiting(db: Db, team: string): Promise<Waiting[]> {
	const { data } = await db
		.from('plan_rows')
		.select('priority_id, worker_runs(worker), priorities(ended_at)')
		.eq('team_id', team)
		.eq('decision', 'proposed')
		.neq('change', 'there')
		.limit(2000)
		.throwOnError();
	const waiting = new Map<string, Waiting>();
	for (const { priority_id: priority, worker_runs, priorities } of data) {
		const worker = departments.find((one) => one === worker_runs.worker);
		if (!worker || priorities.ended_at !== null) continue;
		const key = `${priority} ${worker}`;
		const rows = (waiting.get(key)?.rows ?? 0) + 1;
		waiting.set(key, { priority, worker, rows });
	}
	return [...waiting.values()].toSorted((one, other) => other.rows - one.rows);
}

export type PlansOf = { open: ReviewRow[]; applied: AppliedRow[] };

/** Rows of a priority that wait for an answer, and those accepted in the last thirty days. */
export async function listPlanRows(
	db: Db,
	team: string,
	priority: string,
	now = new Date()
): Promise<PlansOf> {
	const since = new Date(now.getTime() - 30 * 86_400_000).toISOString();
	const of = () =>
		db
			.from('plan_rows')
			.select(
				'id, kind, drafted, edited, change, because, before_id, decided_by, decided_at, position'
			)
			.eq('team_id', team)
			.eq('priority_id', priority)
			.order('position')
			.order('id');
	const [open, accepted] = await Promise.all([
		of().eq('decision', 'proposed').throwOnError(),
		of().eq('decision', 'accepted').gte('decided_at', since).throwOnError()
	]);
	const said = ({ drafted, edited }: { drafted: unknown; edited: unknown }): PlanRow => ({
		...(drafted as PlanRow),
		...(edited as object)
	});
	const ids = open.data.flatMap(({ before_id }) => before_id ?? []);
	const befores =
		ids.length === 0
			? []
			: (await db.from('plan_rows').select('id, drafted, edited').in('id', ids).throwOnError())
					.data;
	const beforeOf = new Map(befores.map((row) => [row.id, said(row)]));
	return {
		open: open.data.map((row) => ({
			id: row.id,
			row: said(row),
			change: row.change as ReviewRow['change'],
			because: row.because,
			before: beforeOf.get(row.before_id ?? '') ?? null,
			isEdited: Object.keys(row.edited as object).length > 0
		})),
		applied: accepted.data.map((row) => {
			const { title, kind, worker } = said(row);
			const at = new Date(row.decided_at ?? now).toISOString();
			return { id: row.id, title, kind, worker, by: row.decided_by, at };
		})
	};
}

/** The rows of workers for the active priorities of a team, as plans of one worker each. */
export type TeamPlans = {
	/** What waits for an answer. */
	open: Plan[];
	/** What was accepted, as it is now and unless it is done. */
	real: Plan[];
};

/**
 * What plans may contradict each other in, over all active priorities.
 *
 * @param priorities as they are now
 */
export async function listTeamPlans(
	db: Db,
	team: string,
	priorities: readonly CarriedPriority[]
): Promise<TeamPlans> {
	const { data } = await db
		.from('plan_rows')
		.select('priority_id, drafted, edited, decision, became_id')
		.eq('team_id', team)
		.in('decision', ['proposed', 'accepted'])
		.neq('change', 'there')
		.order('position')
		.order('id')
		.limit(2000)
		.throwOnError();
	const found = data.map((row) => ({
		priority: row.priority_id,
		became: row.became_id,
		row: { ...(row.drafted as unknown as PlanRow), ...(row.edited as object) }
	}));
	const plans = (
		rowOf: (one: (typeof found)[number], of: CarriedPriority) => PlanRow | undefined
	) =>
		priorities.flatMap((priority) => {
			const own = found.filter((one) => one.priority === priority.id);
			const rows = own.flatMap((one) => rowOf(one, priority) ?? []);
			return departments.map((worker): Plan => ({
				worker,
				priority: priority.id,
				priorityTitle: priority.title,
				rows: rows.filter((row) => row.worker === worker),
				notes: []
			}));
		});
	return {
		open: plans(({ row, became }) => (became === null ? row : undefined)),
		real: plans(({ row, became }, of) => (became === null ? undefined : rowNow(row, became, of)))
	};
}

export type Asked = 'asked' | 'not here' | 'budget';

/** Asks workers to draft; the picture is what they may know, as whoever asks may read it. */
export async function askWorkers(
	db: Db,
	picture: PriorityPicture,
	workers: readonly Department[]
): Promise<Asked> {
	const { data } = await db
		.rpc('ask_workers', {
			priority: picture.id,
			workers: [...workers],
			picture: JSON.stringify(picture)
		})
		.throwOnError();
	return data === 'asked' || data === 'budget' ? data : 'not here';
}

/** False when it has ended already, or is not this person's to cancel. */
export async function cancelRun(db: Db, run: string): Promise<boolean> {
	return (await db.rpc('cancel_run', { run }).throwOnError()).data;
}

/** What people may write over a row. */
export type RowEdit = Partial<{
	title: string;
	owner: string | null;
	due: string;
	startsOn: string;
	endsOn: string;
	days: number;
	likelihood: number;
	impact: number;
	mitigation: string;
	baseline: number | null;
	target: number | null;
}>;

/** False when there is no such row that waits for an answer. */
export async function editPlanRow(db: Db, row: string, said: RowEdit): Promise<boolean> {
	const { data } = await db
		.rpc('edit_plan_row', { plan_row: row, said: JSON.stringify(said) })
		.throwOnError();
	return data;
}

/** How many were dismissed. */
export async function dismissPlanRows(db: Db, chosen: string[]): Promise<number> {
	return (await db.rpc('dismiss_plan_rows', { chosen }).throwOnError()).data;
}

export async function applyPlanRows(db: Db, chosen: string[]): Promise<AppliedRows> {
	return (await db.rpc('apply_plan_rows', { chosen }).throwOnError()).data as AppliedRows;
}

/** How many were taken back, and how many stay because people have worked on them since. */
export async function undoPlanRows(
	db: Db,
	chosen: string[]
): Promise<{ undone: number; kept: number }> {
	const { data } = await db.rpc('undo_plan_rows', { chosen }).throwOnError();
	return data as { undone: number; kept: number };
}
