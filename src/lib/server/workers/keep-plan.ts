import { reRun, type Proposal } from '#lib/execution/workers/re-run.ts';
import type { Queries } from '../database/database.ts';
import type { Drafted, Task } from './drafting.ts';
import { listEarlierRows } from './earlier-rows.ts';
import { inputsOf } from './inputs.ts';

/**
 * Puts what is new or changed in a plan before the team, and ends the run. False, and nothing is
 * kept, when the run was cancelled meanwhile or somebody else took it over.
 *
 * @param tries how often the run had been begun when this draft was; it is known by that
 */
export async function keepPlan(
	queries: Queries,
	{ run, team, worker, picture }: Omit<Task, 'earlier'>,
	tries: number,
	drafted: Drafted
): Promise<boolean> {
	const [mine] = await queries.query(
		`select id from public.worker_runs where id = $1::uuid and state = 'running' and tries = $2 for update`,
		[run, tries]
	);
	if (!mine) return false;
	const earlier = await listEarlierRows(queries, picture.id);
	const idOf = new Map(earlier.map(({ row, id }) => [row.key, id]));
	const { proposals, outdated } = reRun(drafted.plan, earlier, picture);
	const replaced = proposals.flatMap((one) =>
		one.state === 'changed' && one.before.state === 'proposed' ? [one.before.row.key] : []
	);
	const gone = [...outdated.map(({ row }) => row.key), ...replaced].flatMap(
		(key) => idOf.get(key) ?? []
	);
	await queries.query(
		`update public.plan_rows p set decision = 'outdated', decided_at = now()
		from public.worker_runs r
		where r.id = p.run_id and p.priority_id = $1::uuid and p.decision = 'proposed'
			and (p.id::text in (select jsonb_array_elements_text($2::text::jsonb))
				or (p.change = 'there' and r.worker = $3))`,
		[picture.id, JSON.stringify(gone), worker]
	);
	await queries.query(
		`insert into public.plan_rows (run_id, team_id, priority_id, position, key, kind, drafted, change, because, before_id)
		select $1::uuid, $2::uuid, $3::uuid, n.position, n.key, n.kind, n.drafted, n.change, n.because, n.before_id
		from jsonb_to_recordset($4::text::jsonb) as n(position integer, key text, kind text, drafted jsonb,
			change text, because text, before_id uuid)`,
		[run, team, picture.id, JSON.stringify(proposals.map((one, at) => toRow(one, at, idOf)))]
	);
	await queries.query(
		`update public.worker_runs set state = 'done', finished_at = now(), made_from = $2, model = $3,
			prompt_version = $4, tokens = greatest(0, tokens + $5::int), problem = $6,
			inputs = $7::text::jsonb, notes = $8::text::jsonb
		where id = $1::uuid`,
		[
			...[run, drafted.madeFrom, drafted.model, drafted.promptVersion],
			drafted.tokens - drafted.tokensAside,
			...[drafted.problem, JSON.stringify(inputsOf(picture)), JSON.stringify(drafted.plan.notes)]
		]
	);
	await queries.query('delete from private.worker_pictures where run_id = $1::uuid', [run]);
	return true;
}

function toRow(proposal: Proposal, position: number, idOf: ReadonlyMap<string, string>) {
	const { row, state: change } = proposal;
	return {
		position,
		key: row.key,
		kind: row.kind,
		drafted: row,
		change,
		because:
			proposal.state === 'changed'
				? proposal.because
				: proposal.state === 'there'
					? proposal.as.title
					: '',
		before_id: proposal.state === 'changed' ? (idOf.get(proposal.before.row.key) ?? null) : null
	};
}
