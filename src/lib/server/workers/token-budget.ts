import type { Queries } from '../database/database.ts';
import { lockTokens } from '../llm/budget.ts';

/**
 * Sets tokens aside for a run before a model is asked. False when its workspace would use more than
 * `most` today (UTC), for whatever models do for it; two who ask at once take turns.
 */
export async function setTokensAside(
	database: { transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> },
	run: string,
	tokens: number,
	most: number
): Promise<boolean> {
	return database.transaction(async (queries) => {
		const [{ workspace } = { workspace: '' }] = await queries.query<{ workspace: string }>(
			`select t.workspace_id::text as workspace from public.worker_runs r
			join public.teams t on t.id = r.team_id where r.id = $1::uuid`,
			[run]
		);
		if ((await lockTokens(queries, workspace)) + tokens > most) return false;
		const changed = await queries.query(
			'update public.worker_runs set tokens = tokens + $2::int where id = $1::uuid returning id',
			[run, tokens]
		);
		return changed.length > 0;
	});
}
