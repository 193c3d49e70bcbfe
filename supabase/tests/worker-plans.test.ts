import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { dismiss, found, invite, join, type Person, type Team } from './people.ts';

type Said = Record<string, unknown>;
type Run = { id: string; worker: string; state: string };
type Answered = { applied?: number; undone?: number; kept?: number; problem?: string };
const action = { title: 'Call the agency', due: '2026-12-04' };
const milestone = { title: 'Agency chosen', shape: 'milestone', endsOn: '2026-12-11' };
const phase = {
	title: 'Search',
	shape: 'phase',
	startsOn: '2026-12-01',
	endsOn: '2026-12-11'
};
const risk = { title: 'Nobody applies', likelihood: 2, impact: 3, mitigation: 'Ask two agencies.' };
const kpi = { title: 'Talks held', unit: '', decimals: 0, baseline: 0, target: 8, direction: 'up' };
const resource = { title: 'Agency fee', what: 'money', days: null };
const tables = ['action_items', 'milestones', 'phases', 'priority_risks', 'measures', 'resources'];

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let stranger: Person;
	let team: Team;
	let priority: string;

	beforeEach(async () => {
		ada = await join(backend(), 'Ada');
		grace = await join(backend(), 'Grace');
		stranger = await join(backend(), 'Stranger');
		team = await found(ada, 'Northwind', 'Leadership team');
		await found(stranger, 'Elsewhere', 'Leadership team');
		await invite(ada, team, grace, 'member');
		priority = randomUUID();
		await ada.client
			.from('priorities')
			.insert({ id: priority, team_id: team.id, title: 'Hire a head of service' })
			.throwOnError();
	});

	const ask = (person: Person, workers = ['hr'], picture: Said = { id: priority }) =>
		person.client
			.rpc('ask_workers', { priority, workers, picture: JSON.stringify(picture) })
			.then(({ data }) => data as unknown);
	const runs = async () =>
		((await ada.client.from('worker_runs').select('*').eq('priority_id', priority)).data ?? []) as [
			Run,
			...Run[]
		];

	/** Puts rows before the team as the server does when a run ends. */
	async function propose(rows: { kind: string; said: Said; before?: string; change?: string }[]) {
		await ask(ada);
		const [run] = await runs();
		const { database } = backend();
		await database.query(`update public.worker_runs set state = 'done' where id = $1::uuid`, [
			run.id
		]);
		const ids = [];
		for (const { kind, said, before = null, change = 'new' } of rows) {
			const id = randomUUID();
			ids.push(id);
			await database.query(
				`insert into public.plan_rows (id, run_id, team_id, priority_id, key, kind, drafted, change, before_id)
				values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7::text::jsonb, $8, $9::uuid)`,
				[
					...[id, run.id, team.id, priority, id, kind],
					...[JSON.stringify({ owner: grace.id, ...said }), change, before]
				]
			);
		}
		return ids;
	}

	const everyKind = () =>
		propose([
			{ kind: 'action', said: action },
			{ kind: 'timeline', said: milestone },
			{ kind: 'timeline', said: phase },
			{ kind: 'risk', said: risk },
			{ kind: 'kpi', said: kpi },
			{ kind: 'resource', said: resource }
		]);
	const call = (person: Person, verb: 'apply' | 'undo' | 'dismiss', chosen: unknown[]) =>
		person.client
			.rpc(`${verb}_plan_rows`, { chosen })
			.then(({ data }) => data as Answered | number);
	const counts = async () => {
		const found = [];
		for (const table of tables)
			found.push((await ada.client.from(table).select('id').eq('team_id', team.id)).data?.length);
		return found;
	};

	test('accepted rows become an action, milestone, phase, risk, KPI and resource, once', async () => {
		const rows = await everyKind();
		const both = await Promise.all([call(ada, 'apply', rows), call(grace, 'apply', rows)]);
		expect(both.map((one) => (one as Answered).applied).toSorted()).toEqual([0, 6]);
		expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
		const { data } = await ada.client
			.from('action_items')
			.select('title, owner_id, due_on')
			.eq('team_id', team.id);
		expect(data).toEqual([{ title: 'Call the agency', owner_id: grace.id, due_on: '2026-12-04' }]);
		const origins = await ada.client.from('plan_rows').select('became').eq('became_id', rows[0]);
		expect(origins.data).toEqual([{ became: 'action_items' }]);
		const { data: serves } = await ada.client.from('lineages').select('priority_id');
		expect(serves).toEqual([{ priority_id: priority }]);
	});

	test.each([
		['action', { ...action, owner: null }, 'owner'],
		['action', { ...action, due: '2026-02-31' }, 'day'],
		['action', { ...action, title: '  ' }, 'title'],
		['action', { ...action, owner: 'drop table' }, 'owner'],
		['timeline', { ...milestone, endsOn: null }, 'day'],
		['timeline', { ...phase, endsOn: '2026-11-30' }, 'day'],
		['timeline', { ...phase, title: 'x'.repeat(121) }, 'long'],
		['risk', { ...risk, impact: 9 }, 'risk'],
		['kpi', { ...kpi, target: 'many' }, 'number'],
		['resource', { ...resource, days: -1 }, 'number']
	])('of %s rows %j nothing becomes real, for %s', async (kind, said, problem) => {
		const [good, bad] = await propose([
			{ kind: 'risk', said: risk },
			{ kind, said }
		]);
		expect(await call(ada, 'apply', [good, bad])).toEqual({ problem, row: bad });
		expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
	});

	test('what people wrote over a row is what becomes real', async () => {
		const [row] = await propose([{ kind: 'action', said: { ...action, owner: null } }]);
		const said = { owner: ada.id, title: 'Call two agencies', key: 'mine', worker: 'it' };
		const edit = (person: Person) =>
			person.client
				.rpc('edit_plan_row', { plan_row: row, said: JSON.stringify(said) })
				.then(({ data }) => data as unknown);
		expect(await edit(stranger)).toBe(false);
		expect(await edit(grace)).toBe(true);
		const { data } = await ada.client.from('plan_rows').select('edited').eq('id', row).single();
		expect(data?.edited).toEqual({ owner: ada.id, title: 'Call two agencies' });
		expect(await call(ada, 'apply', [row])).toEqual({ applied: 1 });
		expect(await edit(grace)).toBe(false);
	});

	test('nobody who left gets anything, and strangers decide nothing', async () => {
		const rows = await everyKind();
		for (const verb of ['apply', 'dismiss', 'undo'] as const) await call(stranger, verb, rows);
		expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
		await dismiss(ada, team, grace);
		expect(await call(ada, 'apply', rows)).toMatchObject({ problem: 'owner' });
		expect(await call(grace, 'apply', rows)).toEqual({ applied: 0 });
		expect(await call(grace, 'dismiss', rows)).toBe(0);
	});

	test('a dismissed row and one that is there already become nothing', async () => {
		const [no, there] = await propose([
			{ kind: 'risk', said: risk },
			{ kind: 'action', said: action, change: 'there' }
		]);
		expect(await call(grace, 'dismiss', [no, there])).toBe(1);
		expect(await call(grace, 'apply', [no, there])).toEqual({ applied: 0 });
	});

	test('an undone plan leaves nothing behind, and can be applied again', async () => {
		const rows = await everyKind();
		await call(ada, 'apply', rows);
		expect(await call(grace, 'undo', rows)).toEqual({ undone: 6, kept: 0 });
		expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
		const { data: serves } = await ada.client.from('lineages').select('priority_id');
		expect(serves).toEqual([]);
		expect(await call(ada, 'apply', rows)).toEqual({ applied: 6 });
	});

	test('an undo keeps what people have worked on since', async () => {
		const rows = await everyKind();
		await call(ada, 'apply', rows);
		const [done, moved, , , measured] = rows;
		const now = new Date().toISOString();
		await grace.client.from('action_items').update({ done_at: now }).eq('id', done);
		await grace.client.from('milestones').update({ due_on: '2026-12-18' }).eq('id', moved);
		await grace.client
			.from('measure_values')
			.insert({
				measure_id: measured,
				team_id: team.id,
				measured_on: '2026-11-20',
				value: 2,
				entered_by: grace.id
			})
			.throwOnError();
		expect(await call(ada, 'undo', rows)).toEqual({ undone: 3, kept: 3 });
		expect(await counts()).toEqual([1, 1, 0, 0, 1, 0]);
	});

	test('after thirty days nothing is undone', async () => {
		const rows = await everyKind();
		await call(ada, 'apply', rows);
		await backend().database.query(
			`update public.plan_rows set decided_at = now() - interval '31 days' where priority_id = $1::uuid`,
			[priority]
		);
		expect(await call(ada, 'undo', rows)).toEqual({ undone: 0, kept: 0 });
	});

	test('a row that comes again changed moves what it became, and an undo moves it back', async () => {
		const [first] = await propose([{ kind: 'action', said: action }]);
		await call(ada, 'apply', [first]);
		const later = { ...action, due: '2026-12-18', owner: ada.id };
		const again = { kind: 'action', said: later, before: String(first), change: 'changed' };
		const [second] = await propose([again]);
		expect(await call(ada, 'apply', [second])).toEqual({ applied: 1 });
		const due = async () =>
			(await ada.client.from('action_items').select('due_on, owner_id').eq('team_id', team.id))
				.data;
		expect(await due()).toEqual([{ due_on: '2026-12-18', owner_id: ada.id }]);
		expect(await call(ada, 'undo', [second])).toEqual({ undone: 1, kept: 0 });
		expect(await due()).toEqual([{ due_on: '2026-12-04', owner_id: grace.id }]);
	});

	test('what people removed meanwhile stays removed: said again, it is something new', async () => {
		const [first] = await propose([{ kind: 'timeline', said: milestone }]);
		await call(ada, 'apply', [first]);
		const removed = { removed_at: new Date().toISOString() };
		await grace.client.from('milestones').update(removed).eq('id', first).throwOnError();
		expect(await call(ada, 'undo', [first])).toEqual({ undone: 0, kept: 1 });
		const later = { ...milestone, title: 'Another agency chosen' };
		const again = { kind: 'timeline', said: later, before: String(first), change: 'changed' };
		await call(ada, 'apply', await propose([again]));
		const { data } = await ada.client.from('milestones').select('title').is('removed_at', null);
		expect(data).toEqual([{ title: 'Another agency chosen' }]);
	});

	test('nothing is made real for a priority that has ended', async () => {
		const rows = await everyKind();
		const end = { ended_at: new Date().toISOString(), ended_as: 'parked' };
		await ada.client.from('priorities').update(end).eq('id', priority).throwOnError();
		expect(await call(ada, 'apply', rows)).toEqual({ applied: 0 });
		expect(await ask(ada)).toBe('not here');
	});

	test('a worker is asked by members, for their own priority, and once at a time', async () => {
		expect(await ask(stranger)).toBe('not here');
		expect(await ask(ada, ['hr'], { id: randomUUID() })).toBe('not here');
		const all = await Promise.all([ask(ada, ['hr', 'it']), ask(grace, ['it', 'hr'])]);
		expect(all).toEqual(['asked', 'asked']);
		expect((await runs()).map(({ worker }) => worker).toSorted()).toEqual(['hr', 'it']);
	});

	test('a workspace asks two hundred times a day, and no more', async () => {
		await backend().database.query(
			`insert into public.worker_runs (priority_id, team_id, worker, state)
			select $1::uuid, $2::uuid, 'hr', 'done' from generate_series(1, 199)`,
			[priority, team.id]
		);
		expect(await ask(ada, ['hr', 'it'])).toBe('budget');
		expect(await ask(ada, ['hr'])).toBe('asked');
		expect(await ask(ada, ['it'])).toBe('budget');
	});

	test('a run is cancelled by members, once', async () => {
		await ask(ada);
		const [run] = await runs();
		const cancel = (person: Person) =>
			person.client.rpc('cancel_run', { run: run.id }).then(({ data }) => data as unknown);
		expect(await cancel(stranger)).toBe(false);
		expect(await cancel(grace)).toBe(true);
		expect(await cancel(grace)).toBe(false);
		expect((await runs())[0]).toMatchObject({ state: 'cancelled' });
	});
});
