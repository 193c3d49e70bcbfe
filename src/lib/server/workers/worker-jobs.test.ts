import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { anyPicture, gap } from '#lib/execution/workers/a-picture.ts';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import { startBoss, stopBoss } from '../jobs/boss.ts';
import { draftFromRules, type Draft } from './drafting.ts';
import { beginRun, sendRuns } from './runs.ts';
import { WorkerJobs } from './worker-jobs.ts';

type Run = {
	id: string;
	state: string;
	problem: string;
	inputs: unknown[];
};
type Row = {
	id: string;
	run_id: string;
	key: string;
	change: string;
	decision: string;
	because: string;
	before_id: string | null;
};

onBothBackends((backend) => {
	let ada: Person;
	let team: Team;
	let priority: string;
	const started: { stop: () => Promise<void> }[] = [];
	const failures: unknown[] = [];

	beforeAll(async () => {
		ada = await join(backend(), 'Ada');
		team = await found(ada, 'Northwind', 'Leadership team');
	});
	beforeEach(async () => {
		await backend().database.query('delete from public.priorities where team_id = $1::uuid', [
			team.id
		]);
		priority = randomUUID();
		await ada.client
			.from('priorities')
			.insert({ id: priority, team_id: team.id, title: 'Reach 99% fleet uptime' })
			.throwOnError();
	});
	afterEach(async () => {
		for (const server of started.splice(0)) await server.stop();
		failures.length = 0;
	});

	const person = () => ({ id: ada.id, name: 'Ada', seats: ['COO'], openActions: 0 });
	const pictureOf = (more = {}) =>
		anyPicture({ id: priority, owner: ada.id, people: [person()], gaps: [gap()], ...more });
	const ask = (workers: string[], more = {}) =>
		ada.client
			.rpc('ask_workers', { priority, workers, picture: JSON.stringify(pictureOf(more)) })
			.throwOnError();
	const runs = async () =>
		(
			await ada.client
				.from('worker_runs')
				.select('*')
				.eq('priority_id', priority)
				.order('asked_at')
				.throwOnError()
		).data as [Run, ...Run[]];
	const rows = async () =>
		(
			await ada.client
				.from('plan_rows')
				.select('*')
				.eq('priority_id', priority)
				.order('position')
				.throwOnError()
		).data as Row[];
	const states = async () => (await runs()).map(({ state }) => String(state));
	async function start(draft: Draft = draftFromRules, more = {}) {
		const { database } = backend();
		const onFailure = (error: unknown) => void failures.push(error);
		const boss = await startBoss(database, onFailure);
		const jobs = new WorkerJobs({ database, boss, draft, onFailure, ...more });
		let isOver = false;
		const server = {
			boss,
			stop: async () => {
				if (isOver) return;
				isOver = true;
				await jobs.stop();
				await stopBoss(boss);
			}
		};
		started.push(server);
		await jobs.start();
		return server;
	}
	const ends = (wanted: string[]) =>
		vi.waitFor(async () => expect(await states()).toEqual(wanted), { timeout: 15_000 });
	/** A model that takes until it is told to stop. */
	const endless: Draft = (_, signal) =>
		new Promise((_resolve, reject) =>
			signal.addEventListener('abort', () => reject(new Error('aborted')))
		);

	test('several workers draft one plan each, from rules, with what each was drafted from', async () => {
		await start();
		await ask(['operations', 'it', 'finance', 'hr']);
		await ends(Array(4).fill('done'));
		const [run] = await runs();
		expect(run).toMatchObject({ made_from: 'rules', model: '', tries: 1, problem: '' });
		expect(run.inputs).toContainEqual({
			kind: 'gap',
			id: 'gap ',
			hash: expect.stringMatching(/^[0-9a-f]{16}$/)
		});
		const all = await rows();
		expect(new Set(all.map(({ run_id }) => run_id)).size).toBe(4);
		expect(all.every(({ change, decision }) => change === 'new' && decision === 'proposed')).toBe(
			true
		);
		const left = await backend().database.query(
			'select p.run_id from private.worker_pictures p join public.worker_runs r on r.id = p.run_id where r.priority_id = $1::uuid',
			[priority]
		);
		expect(left).toEqual([]);
	});

	test('a worker that is asked again proposes nothing twice, and what changed once', async () => {
		await start();
		await ask(['operations']);
		await ends(['done']);
		const first = await rows();
		await ask(['operations']);
		await ends(['done', 'done']);
		expect(await rows()).toHaveLength(first.length);

		await ask(['operations'], { gaps: [gap({ target: 99.5 })] });
		await ends(['done', 'done', 'done']);
		const all = await rows();
		const changed = all.filter(({ change }) => change === 'changed');
		expect(changed.length).toBeGreaterThan(0);
		expect(changed[0]?.because).toContain('target 99.0%');
		// What it says anew is not asked twice.
		const before = new Set(changed.map(({ before_id }) => String(before_id)));
		expect(
			all
				.filter(({ id }) => before.has(String(id)))
				.every(({ decision }) => decision === 'outdated')
		).toBe(true);
		const open = all
			.filter(({ decision }) => decision === 'proposed')
			.map(({ key }) => String(key));
		expect(new Set(open).size).toBe(open.length);
	});

	test('what the team has already is shown as that', async () => {
		await start();
		const title = 'Sort every minute lost since the cycle began by cause and place';
		const action = { id: randomUUID(), title, owner: null, due: null };
		await ask(['operations'], { actions: [action] });
		await ends(['done']);
		const there = (await rows()).filter(({ change }) => change === 'there');
		expect(there).toMatchObject([{ because: title, kind: 'action' }]);
	});

	test('a run outlives the server that had begun it', async () => {
		const first = await start(endless);
		await ask(['operations']);
		await ends(['running']);
		await first.stop();
		await ends(['waiting']);
		await start();
		await ends(['done']);
		expect((await runs())[0]).toMatchObject({ tries: 1 });
	});

	test('a run whose server was killed is taken up again, and three times at most', async () => {
		const { database } = backend();
		await (await start()).stop();
		const killed = await startBoss(database, (error) => void failures.push(error));
		started.push({ stop: () => stopBoss(killed) });
		/** Takes the run up and is heard of no more, until the others notice and the pause is over. */
		async function takeAndDie() {
			const [job] = await killed.fetch<{ run: string }>('worker-runs');
			await beginRun(database, job?.data.run ?? '', (job?.retryCount ?? 0) + 1);
			await database.query(
				`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`
			);
			await database.query(
				`update pgboss.queue set monitor_claim_on = null, monitor_on = null where name = 'worker-runs'`
			);
			await killed.supervise('worker-runs');
			await database.query(`update pgboss.job set start_after = now() where state = 'retry'`);
		}
		await ask(['operations']);
		await sendRuns(database, killed);
		await takeAndDie();
		const next = await start();
		await ends(['done']);
		expect((await runs())[0]).toMatchObject({ tries: 2 });
		await next.stop();

		await ask(['it']);
		await sendRuns(database, killed);
		for (let tries = 1; tries <= 3; tries += 1) await takeAndDie();
		expect((await runs())[1]).toMatchObject({ state: 'running', tries: 3 });
		await start();
		await ends(['done', 'failed']);
		expect((await runs())[1]?.problem).toContain('Nothing was kept');
	});

	test('what was asked while no server was up is begun when one starts', async () => {
		await ask(['operations']);
		expect(await states()).toEqual(['waiting']);
		await start();
		await ends(['done']);
	});

	test('a plan that comes after another server took the run over is thrown away', async () => {
		const { database } = backend();
		const { promise, resolve } = Promise.withResolvers<void>();
		const slow = await start(async (task, signal) => {
			await promise;
			return draftFromRules(task, signal);
		});
		await ask(['operations']);
		await ends(['running']);
		// Taken for dead while it only was slow; the next attempt has begun.
		await database.query(
			`update pgboss.job set retry_count = retry_count + 1 where name = 'worker-runs' and state = 'active'`
		);
		resolve();
		await vi.waitFor(() => expect(failures).toHaveLength(1), { timeout: 10_000 });
		expect(await rows()).toEqual([]);
		await slow.stop();
	});

	test('a cancelled run keeps nothing, and its draft is stopped', async () => {
		let stopped = false;
		await start((task, signal) => {
			signal.addEventListener('abort', () => (stopped = true));
			return endless(task, signal);
		});
		await ask(['operations']);
		await ends(['running']);
		const [run] = await runs();
		await ada.client.rpc('cancel_run', { run: run.id }).throwOnError();
		await vi.waitFor(() => expect(stopped).toBe(true), { timeout: 10_000 });
		expect(await states()).toEqual(['cancelled']);
		expect(await rows()).toEqual([]);
		expect(failures).toEqual([]);
	});

	test('a plan that comes after its run was cancelled is thrown away', async () => {
		const { promise, resolve } = Promise.withResolvers<void>();
		await start(async (task, signal) => {
			await promise;
			return draftFromRules(task, signal);
		});
		await ask(['operations']);
		await ends(['running']);
		await ada.client.rpc('cancel_run', { run: (await runs())[0].id }).throwOnError();
		resolve();
		await Promise.all(started.splice(0).map((server) => server.stop()));
		expect(await states()).toEqual(['cancelled']);
		expect(await rows()).toEqual([]);
	});

	test('a draft that takes too long is left, and tried again later', async () => {
		await start(endless, { longest: 1 });
		await ask(['operations']);
		await vi.waitFor(() => expect(failures).toHaveLength(1), { timeout: 10_000 });
		await ends(['waiting']);
		expect((await runs())[0]).toMatchObject({ tries: 1 });
	});

	test('two servers draft each plan once', async () => {
		let drafts = 0;
		const counting: Draft = (task, signal) => {
			drafts++;
			return draftFromRules(task, signal);
		};
		await Promise.all([start(counting), start(counting)]);
		await ask(['operations', 'it', 'finance', 'hr', 'sales', 'product']);
		await ends(Array(6).fill('done'));
		expect(drafts).toBe(6);
	});
});
