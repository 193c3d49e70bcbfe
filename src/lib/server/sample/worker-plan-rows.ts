import type { Queries } from '../database/database.ts';
import { instant, type Calendar } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { personId } from './people.ts';
import { sampleId } from './sample-ids.ts';
import { teamId } from './team-rows.ts';
import { sampleEarlierRow, samplePlan } from './worker-plan.ts';

/** Two runs of Operations for one priority: last week's, and this morning's, which is to review. */
export async function addWorkerPlan(queries: Queries, { today }: Calendar): Promise<void> {
	const priority_id = sampleId('priority', 'uptime');
	const inputs = [
		{ kind: 'priority', id: priority_id, hash: sampleId('hash').slice(0, 8).repeat(2) }
	];
	const run = (name: string, days: number, clock: string) => ({
		id: sampleId('worker run', name),
		...{ priority_id, team_id: teamId, worker: 'operations', state: 'done', made_from: 'rules' },
		...{ asked_by: personId('dl'), tries: 1, inputs },
		asked_at: instant(today, days, clock),
		sent_at: instant(today, days, clock),
		started_at: instant(today, days, clock),
		finished_at: instant(today, days, clock)
	});
	const [before, latest] = [run('before', -7, '09:10'), run('latest', -1, '11:20')];
	await insertRows(
		queries,
		'public.worker_runs',
		[before, latest].map((one) => ({
			...one,
			...{ model: '', prompt_version: '', notes: [], problem: '', tokens: 0 }
		}))
	);
	const rowOf = (id: string, run_id: string, drafted: { key: string; kind: string }) => ({
		...{ id, run_id, team_id: teamId, priority_id, key: drafted.key, kind: drafted.kind },
		...{ drafted, edited: {} }
	});
	const earlier = sampleEarlierRow(today);
	const earlierId = sampleId('plan row', 'before', earlier.key);
	await insertRows(queries, 'public.plan_rows', [
		{
			...rowOf(earlierId, before.id, earlier),
			...{ position: 0, change: 'new', because: '', before_id: null, decision: 'outdated' }
		},
		...samplePlan(today).map(({ row, change, because }, position) => ({
			...rowOf(sampleId('plan row', row.key), latest.id, row),
			...{ position, change, because, decision: 'proposed' },
			before_id: change === 'changed' ? earlierId : null
		}))
	]);
}
