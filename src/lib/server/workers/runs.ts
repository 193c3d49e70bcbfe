import type { PgBoss } from 'pg-boss';
import type { Department } from '#lib/execution/workers/departments.ts';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';
import type { Database, Queries } from '../database/database.ts';
import { onQueries } from '../jobs/boss.ts';

/** The queue of runs, and what a job in it says: which run, and nothing of what it is about. */
export const runQueue = 'worker-runs';
export type RunJob = { run: string };

/** A run that this server has begun. */
export type Begun = {
	run: string;
	team: string;
	worker: Department;
	/** How often it has been begun, this time included. */
	tries: number;
	picture: PriorityPicture;
	/** Whoever asked; null when they have left. */
	askedBy: string | null;
};

/**
 * Makes jobs of the runs that people asked for. Asking is decided by row-level security and the job
 * is not theirs to make, so it follows in a transaction of its own: of several servers that do so
 * one sends each run, and a run whose server ended in between is found by the next that looks.
 */
export async function sendRuns(database: Database, boss: PgBoss): Promise<void> {
	await database.transaction(async (queries) => {
		const asked = await queries.query<RunJob>(
			`update public.worker_runs set sent_at = now() where id in (
				select w.id from public.worker_runs w where w.state = 'waiting' and w.sent_at is null
				order by w.asked_at for update skip locked
			) returning id as run`
		);
		if (asked.length === 0) return;
		const jobs = asked.map(({ run }) => ({ data: { run } }));
		await boss.insert(runQueue, jobs, { db: onQueries(queries) });
	});
}

/** Begins a run; undefined when nobody waits for it any more. */
export async function beginRun(
	queries: Queries,
	run: string,
	tries: number
): Promise<Begun | undefined> {
	const [row] = await queries.query<{
		team: string;
		worker: Department;
		asked_by: string | null;
		picture: string;
	}>(
		`update public.worker_runs r set state = 'running', tries = $2, started_at = now(), problem = ''
		from private.worker_pictures p
		where p.run_id = r.id and r.id = $1::uuid and r.state in ('waiting', 'running')
		returning r.team_id as team, r.worker, r.asked_by, p.picture::text as picture`,
		[run, tries]
	);
	if (!row) return undefined;
	const { asked_by: askedBy, team, worker } = row;
	return { run, team, worker, tries, askedBy, picture: JSON.parse(row.picture) as PriorityPicture };
}

/** Lets a run wait for its next try. */
export async function leaveRun(queries: Queries, { run, tries }: Begun): Promise<void> {
	await queries.query(
		`update public.worker_runs set state = 'waiting'
		where id = $1::uuid and state = 'running' and tries = $2`,
		[run, tries]
	);
}

/** Has a run sent again, here or by another server, as if nobody had begun it. */
export async function handBackRun(queries: Queries, { run, tries }: Begun): Promise<void> {
	await queries.query(
		`update public.worker_runs set state = 'waiting', tries = tries - 1, sent_at = null
		where id = $1::uuid and state = 'running' and tries = $2`,
		[run, tries]
	);
}

/** Ends a run that nothing will come of any more. */
export async function giveUpRun(queries: Queries, run: string, problem: string): Promise<void> {
	await queries.query(
		`update public.worker_runs set state = 'failed', finished_at = now(), problem = $2
		where id = $1::uuid and state in ('waiting', 'running')`,
		[run, problem]
	);
	await queries.query('delete from private.worker_pictures where run_id = $1::uuid', [run]);
}

/** Of these runs, those that somebody still waits for. */
export async function whichAreWanted(queries: Queries, runs: string[]): Promise<Set<string>> {
	const wanted = await queries.query<{ id: string }>(
		`select id from public.worker_runs where state in ('waiting', 'running')
			and id::text in (select jsonb_array_elements_text($1::text::jsonb))`,
		[JSON.stringify(runs)]
	);
	return new Set(wanted.map(({ id }) => id));
}
