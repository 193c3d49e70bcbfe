import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CarriedPriority } from '#lib/execution/carried-priority.ts';
import { conflictsBetween } from '#lib/execution/workers/conflicts.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import { loadExecution } from './execution.ts';
import { applyPlanRows, listTeamPlans } from './worker-plans.ts';

const today = '2026-11-19';
let backend: Backend;
let ada: Person;
let eve: Person;
let team: Team;
beforeAll(async () => {
	backend = await startBackend();
	ada = await join(backend, 'Ada');
	eve = await join(backend, 'Eve');
	team = await found(ada, 'Northwind', 'Leadership team');
});
afterAll(() => backend.close());

async function addPriority(title: string): Promise<string> {
	const id = randomUUID();
	await ada.client.from('priorities').insert({ id, team_id: team.id, title }).throwOnError();
	return id;
}

async function propose(priority: string, worker: string, title: string): Promise<string> {
	const kpi = { baseline: 1, target: 2, unit: '%', decimals: 0, direction: 'up', library: 20 };
	const drafted = { key: title, worker, kind: 'kpi', title, owner: ada.id, ...kpi };
	const [row] = await backend.database.query<{ id: string }>(
		`with run as (
			insert into public.worker_runs (priority_id, team_id, worker, state)
			values ($1::uuid, $2::uuid, $3, 'done') returning id
		)
		insert into public.plan_rows (run_id, team_id, priority_id, key, kind, drafted, change)
		select id, $2::uuid, $1::uuid, $4, 'kpi', $5::text::jsonb, 'new' from run returning id`,
		[priority, team.id, worker, title, JSON.stringify(drafted)]
	);
	return row?.id ?? '';
}

test('plans of every priority are held against each other, and against what was applied', async () => {
	const [uptime, pilots] = [await addPriority('Uptime'), await addPriority('Pilots')];
	const applied = await propose(uptime, 'it', 'Hours the service is up');
	await propose(pilots, 'operations', 'Service availability');
	expect(await applyPlanRows(ada.client, [applied])).toEqual({ applied: 1 });

	const priorities = async (): Promise<CarriedPriority[]> =>
		(await loadExecution(ada.client, team.id, today)).priorities;
	const contradictions = async () => {
		const { open, real } = await listTeamPlans(ada.client, team.id, await priorities());
		return conflictsBetween(open, [], { real }).map(({ words }) => words);
	};
	expect(await contradictions()).toEqual([
		'“Service availability” (Operations for “Pilots”) and “Hours the service is up” (IT for “Uptime”, applied) count the same: keep one, with one owner.'
	]);
	// What a row became may be called otherwise since, and contradicts nothing once it is gone.
	const kpi = (change: object) =>
		ada.client.from('measures').update(change).eq('id', applied).throwOnError();
	await kpi({ name: 'Uptime' });
	expect((await contradictions())[0]).toContain('“Uptime” (IT for “Uptime”, applied)');
	await kpi({ removed_at: new Date().toISOString() });
	expect(await contradictions()).toEqual([]);

	const all = await priorities();
	const seen = await listTeamPlans(eve.client, team.id, all);
	expect([...seen.open, ...seen.real].flatMap(({ rows }) => rows)).toEqual([]);
});
