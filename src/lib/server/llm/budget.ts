import type { Queries } from '../database/database.ts';
import type { Answer } from './answer.ts';

/** A call that is about to be made, with the most it can take. */
export type Call = {
	id: string;
	team: string;
	/** Null outside a meeting. */
	meeting: string | null;
	task: string;
	person: string;
	tokens: number;
	model: string;
	promptVersion: string;
};

export type Limits = { meeting: number; day: number };

/** Whether it may be made; `busy` when the same is being asked already. */
export type Reserved = 'reserved' | 'busy' | 'over meeting' | 'over day' | 'over person';

type Transactions = {
	transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
};

/** No call takes this long; the server of one that is older has ended. */
const lostAfter = '3 minutes';
/** Nobody alone uses up what all share: our choice. */
const shareOfOne = 0.5;

/** What a workspace has used today (UTC), of all that models do for it; `$1` is the workspace. */
const usedToday = `(select coalesce(sum(r.tokens), 0) from public.worker_runs r
		join public.teams t on t.id = r.team_id
		where t.workspace_id::text = $1 and r.asked_at >= date_trunc('day', now(), 'UTC'))
	+ (select coalesce(sum(c.tokens), 0) from public.model_calls c
		join public.teams t on t.id = c.team_id
		where t.workspace_id::text = $1 and c.asked_at >= date_trunc('day', now(), 'UTC'))`;

/**
 * Everybody who would use tokens of a workspace takes turns here.
 *
 * @returns what it has used today
 */
export async function lockTokens(queries: Queries, workspace: string): Promise<number> {
	await queries.query(`select pg_advisory_xact_lock(hashtextextended('tokens ' || $1, 0))`, [
		workspace
	]);
	const [row] = await queries.query<{ used: number }>(`select (${usedToday})::float8 as used`, [
		workspace
	]);
	return row?.used ?? 0;
}

/** Sets the tokens of a call aside, or says what stands in its way. */
export async function reserveCall(
	database: Transactions,
	call: Call,
	limits: Limits
): Promise<Reserved> {
	return database.transaction(async (queries) => {
		const { team, meeting, person, tokens } = call;
		const [{ workspace } = { workspace: '' }] = await queries.query<{ workspace: string }>(
			'select workspace_id::text as workspace from public.teams where id = $1::uuid',
			[team]
		);
		const today = await lockTokens(queries, workspace);
		await queries.query(
			`update public.model_calls set ended_at = now(), state = 'lost'
			where team_id = $1::uuid and ended_at is null and asked_at < now() - $2::text::interval`,
			[team, lostAfter]
		);
		const [used = { of_meeting: 0, of_person: 0 }] = await queries.query<{
			of_meeting: number;
			of_person: number;
		}>(
			`select (select coalesce(sum(tokens), 0)::float8 from public.model_calls where meeting_id = $1::uuid) as of_meeting,
				(select coalesce(sum(c.tokens), 0)::float8 from public.model_calls c
					join public.teams t on t.id = c.team_id
					where c.asked_by = $2::uuid and t.workspace_id::text = $3
						and c.asked_at >= date_trunc('day', now(), 'UTC')) as of_person`,
			[meeting, person, workspace]
		);
		if (meeting !== null && used.of_meeting + tokens > limits.meeting) return 'over meeting';
		if (today + tokens > limits.day) return 'over day';
		if (used.of_person + tokens > limits.day * shareOfOne) return 'over person';
		const made = await queries.query(
			`insert into public.model_calls (id, team_id, meeting_id, task, asked_by, tokens, model, prompt_version)
			values ($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6::int, $7, $8)
			on conflict (coalesce(meeting_id, team_id), task) where ended_at is null do nothing returning id`,
			[
				...[call.id, team, meeting, call.task, person, tokens],
				...[call.model.slice(0, 120), call.promptVersion]
			]
		);
		return made.length > 0 ? 'reserved' : 'busy';
	});
}

/**
 * Ends a call with what it took: what was set aside and not used is there for others again. Without
 * an answer nobody knows what it took, and all that was set aside counts.
 */
export async function settleCall(
	queries: Queries,
	id: string,
	answer?: Pick<Answer<unknown>, 'state' | 'tokens'>
): Promise<void> {
	await queries.query(
		`update public.model_calls set state = $2, tokens = coalesce($3::int, tokens), ended_at = now()
		where id = $1::uuid and ended_at is null`,
		[id, answer?.state ?? 'lost', answer?.tokens ?? null]
	);
}

/** Said to whoever asked. */
export const refusals: Record<Exclude<Reserved, 'reserved'>, string> = {
	busy: 'The model is at it already.',
	'over meeting': 'This meeting has used its tokens. What is there stays; notes go on by hand.',
	'over day': 'The workspace has used its tokens of today. There are more tomorrow.',
	'over person': 'You have used your share of today’s tokens. A colleague can ask.'
};
