import { afterEach, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { join } from '../../../../supabase/tests/people.ts';
import { openQueue, startBoss, stopBoss, workByClock, workOn } from './boss.ts';

onBothBackends((backend) => {
	const started: (() => Promise<void>)[] = [];
	const failures: unknown[] = [];
	async function start() {
		const boss = await startBoss(backend().database, (error) => void failures.push(error));
		started.push(() => stopBoss(boss));
		return boss;
	}
	afterEach(async () => {
		for (const stop of started.splice(0)) await stop();
		expect(failures.splice(0)).toEqual([]);
	});

	test('servers that start at once make the queues once, and a later one finds them', async () => {
		await Promise.all([start(), start(), start()]);
		const boss = await start();
		expect((await boss.detectSchemaDrift()).ok).toBe(true);
	});

	test('nobody who signs in, or does not, reaches the queues', async () => {
		const boss = await start();
		await openQueue(boss, 'closed', {});
		const ada = await join(backend(), 'Ada');
		for (const client of [ada.client, backend().visitor()])
			for (const table of ['job', 'queue', 'schedule']) {
				const { data, error } = await client.schema('pgboss').from(table).select('*');
				expect({ table, data, refused: Boolean(error) }).toEqual({
					...{ table, data: null, refused: true }
				});
			}
		const open = await backend().database.query(
			`select rolname::text from pg_roles where rolname in ('anon', 'authenticated')
				and has_schema_privilege(oid, 'pgboss', 'usage, create')`
		);
		expect(open).toEqual([]);
	});

	test('what one server sends another hears of and does at once, each job once', async () => {
		const [one, other] = await Promise.all([start(), start()]);
		await openQueue(one, 'heard', {});
		const done: number[] = [];
		for (const boss of [one, other])
			await workOn<{ count: number }>(
				boss,
				'heard',
				// Looking by itself would take longer than this test waits.
				{ atOnce: 2, pollingIntervalSeconds: 600, notifyPollingIntervalSeconds: 600 },
				async ({ data }) => void done.push(data.count)
			);
		const counts = Array.from({ length: 20 }, (_, count) => count);
		await one.insert(
			'heard',
			counts.map((count) => ({ data: { count } }))
		);
		await expect.poll(() => done.toSorted((a, b) => a - b), { timeout: 15_000 }).toEqual(counts);
	});

	test('a queue that is opened anew goes by the new rules', async () => {
		const boss = await start();
		await openQueue(boss, 'rules', { retryLimit: 1 });
		await openQueue(boss, 'rules', { retryLimit: 4 });
		expect(await boss.getQueue('rules')).toMatchObject({ retryLimit: 4, notify: true });
	});

	test('what is done by the clock is planned once, however many servers say so', async () => {
		for (const boss of await Promise.all([start(), start()]))
			await workByClock(boss, 'hourly', '0 * * * *', async () => {});
		expect(await (await start()).getSchedules('hourly')).toMatchObject([
			{ cron: '0 * * * *', timezone: 'UTC' }
		]);
	});
});
