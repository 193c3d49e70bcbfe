import type { PlanRow } from '#lib/execution/workers/plan-row.ts';
import type { Earlier } from '#lib/execution/workers/re-run.ts';
import type { Queries } from '../database/database.ts';

/** A row proposed before, with its id. */
export type EarlierRow = Earlier & { id: string };

/** The newest row of each key that was ever proposed for a priority, but for outdated ones. */
export async function listEarlierRows(queries: Queries, priority: string): Promise<EarlierRow[]> {
	const rows = await queries.query<{ id: string; drafted: string; decision: Earlier['state'] }>(
		`select distinct on (p.key) p.id, p.drafted::text as drafted, p.decision
		from public.plan_rows p join public.worker_runs r on r.id = p.run_id
		where p.priority_id = $1::uuid and p.decision <> 'outdated' and p.change <> 'there'
		order by p.key, r.finished_at desc nulls last, p.id`,
		[priority]
	);
	return rows.map(({ id, drafted, decision }) => ({
		id,
		row: JSON.parse(drafted) as PlanRow,
		state: decision
	}));
}
