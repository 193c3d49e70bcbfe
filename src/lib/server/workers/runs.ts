import type { Department } from '#lib/execution/workers/departments.ts';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';
import type { Queries } from '../database/database.ts';

/** A run that this server has taken up. */
export type Claimed = {
	run: string;
	team: string;
	worker: Department;
	/** How often it has been begun, this time included. */
	tries: number;
	picture: PriorityPicture;
	/** Whoever asked; null when they have left. */
	askedBy: string | null;
};

export const mostTries = 3;
/** A draft takes ninety seconds at most; a server that has held one for longer has ended. */
const lostAfter = '3 minutes';
const givenUp = 'It was begun three times and never ended. Nothing was kept: ask for it again.';

/** Takes one run that waits, or whose server ended, so that no other server takes it. */
export async function claimRun(queries: Queries): Promise<Claimed | undefined> {
	await queries.query(
		`update public.worker_runs set state = 'failed', finished_at = now(), problem = $1
		where state = 'running' and tries >= $2 and started_at < now() - $3::text::interval`,
		[givenUp, mostTries, lostAfter]
	);
	const [row] = await queries.query<{
		run: string;
		team: string;
		worker: Department;
		tries: number;
		picture: string;
		asked_by: string | null;
	}>(
		`update public.worker_runs r set state = 'running', tries = r.tries + 1, started_at = now()
		from private.worker_pictures p
		where p.run_id = r.id and r.id = (
			select w.id from public.worker_runs w join private.worker_pictures o on o.run_id = w.id
			where (w.state = 'waiting' and w.next_try_at <= now())
				or (w.state = 'running' and w.started_at < now() - $1::text::interval)
			order by w.next_try_at limit 1 for update of w skip locked
		)
		returning r.id as run, r.team_id as team, r.worker, r.tries, r.asked_by, p.picture::text as picture`,
		[lostAfter]
	);
	if (!row) return undefined;
	const { asked_by: askedBy, ...run } = row;
	return { ...run, askedBy, picture: JSON.parse(row.picture) as PriorityPicture };
}

/** Leaves a run for another try after a pause that grows, or ends it after the last. */
export async function leaveRun(
	queries: Queries,
	{ run, tries }: Pick<Claimed, 'run' | 'tries'>
): Promise<'again' | 'given up'> {
	const isLast = tries >= mostTries;
	await queries.query(
		`update public.worker_runs set state = $3, problem = $4,
			next_try_at = now() + make_interval(secs => $5::int), finished_at = case when $6 then now() end
		where id = $1::uuid and state = 'running' and tries = $2`,
		[
			...[run, tries, isLast ? 'failed' : 'waiting'],
			...[isLast ? 'It failed three times. Nothing was kept: ask for it again.' : ''],
			...[5 * 4 ** (tries - 1), isLast]
		]
	);
	if (isLast) await dropPicture(queries, run);
	return isLast ? 'given up' : 'again';
}

/** Hands a run back because this server stops; it does not count as a try. */
export async function handBack(queries: Queries, { run, tries }: Claimed): Promise<void> {
	await queries.query(
		`update public.worker_runs set state = 'waiting', tries = tries - 1, next_try_at = now()
		where id = $1::uuid and state = 'running' and tries = $2`,
		[run, tries]
	);
}

/** Whether somebody still waits for this run. */
export async function isWanted(queries: Queries, { run, tries }: Claimed): Promise<boolean> {
	const found = await queries.query(
		`select id from public.worker_runs where id = $1::uuid and state = 'running' and tries = $2`,
		[run, tries]
	);
	return found.length > 0;
}

const dropPicture = (queries: Queries, run: string) =>
	queries.query('delete from private.worker_pictures where run_id = $1::uuid', [run]);
