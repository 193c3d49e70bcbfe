import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyPicture, gap } from '../../src/lib/execution/workers/a-picture.ts';
import type { Database } from '../../src/lib/server/database/database.ts';
import { openPostgres } from '../../src/lib/server/database/postgres.ts';
import { startStandIn } from '../../src/lib/server/llm/stand-in.ts';
import { borrowDatabase, server } from '../../supabase/tests/backends.ts';
import { startMailServer } from '../mail-server.ts';
import { FaultSite, within } from './site.ts';

const patience = { timeout: 240_000 };
const ago = (minutes: number) => `now() - interval '${minutes} minutes'`;

describe.skipIf(!server)('what a server was at when it was killed', () => {
	let borrowed: Awaited<ReturnType<typeof borrowDatabase>>;
	let database: Database;
	let site: FaultSite;
	let priority: string;
	beforeAll(async () => {
		borrowed = await borrowDatabase();
		site = await FaultSite.prepare(1, borrowed.url);
		database = openPostgres(borrowed.url);
		priority = randomUUID();
		await database.query(
			`insert into public.priorities (id, team_id, title, owner_id)
			select $1::uuid, m.team_id, 'Reach 99% fleet uptime', m.person_id from public.team_members m`,
			[priority]
		);
	}, 120_000);
	afterEach(() => site.clear());
	afterAll(async () => {
		await database.close();
		await site.forget();
		await borrowed.drop();
	});

	const one = async <Row extends Record<string, unknown>>(sql: string, ...values: string[]) => {
		const [row] = await database.query<Row>(sql, values);
		if (!row) throw new Error('There is no such row');
		return row;
	};

	test(
		'a worker’s run is taken up by the next server, and ends with one plan',
		patience,
		async () => {
			const silent = await startStandIn(() => undefined);
			const model = { OPENAI_BASE_URL: silent.url, OPENAI_MODEL: 'silent' };
			await database.query('delete from public.worker_runs');
			const first = await site.start(model);
			const { id } = await one<{ id: string }>(
				`with run as (
				insert into public.worker_runs (priority_id, team_id, worker)
				select p.id, p.team_id, 'operations' from public.priorities p where p.id = $1::uuid returning id
			), picture as (
				insert into private.worker_pictures (run_id, picture) select id, $2::text::jsonb from run
			)
			select id from run`,
				priority,
				JSON.stringify(anyPicture({ id: priority, gaps: [gap()] }))
			);
			const run = () =>
				one<{ state: string; tries: number; rows: number; keys: number }>(
					`select r.state, r.tries, count(p.id)::int as rows, count(distinct p.key)::int as keys
				from public.worker_runs r left join public.plan_rows p on p.run_id = r.id
				where r.id = $1::uuid group by r.id`,
					id
				);
			// The model is asked at the start of the server too, whether it answers at all.
			await within(40_000, async () =>
				expect(await run()).toMatchObject({ state: 'running', tries: 1, rows: 0 })
			);
			await within(40_000, () => expect(silent.asked.length).toBeGreaterThan(0));
			await site.kill(first);

			// Two others look on: they leave it alone until nothing was heard of it for long enough.
			await site.start();
			await site.start();
			expect(await run()).toMatchObject({ state: 'running', tries: 1 });
			await database.query(
				`update pgboss.job set heartbeat_on = ${ago(4)} where name = 'worker-runs' and state = 'active'`
			);
			await within(90_000, async () => expect((await run()).state).toBe('done'));
			const { tries, rows, keys } = await run();
			expect(tries).toBe(2);
			expect(rows).toBeGreaterThan(5);
			expect(keys).toBe(rows);
			await silent.close();
		}
	);

	test(
		'a mail that was handed over and not recorded is not sent again, by two nodes either',
		patience,
		async () => {
			let handed = 0;
			const nodes: number[] = [];
			const mails = await startMailServer({
				// It takes the whole mail, and the server dies before it hears so.
				mail: () => {
					handed += 1;
					if (handed === 1) void site.kill(nodes[0] ?? -1);
					return 'hang up';
				}
			});
			await database.query(
				`update public.teams set alerts_at = '00:00', alerts_weekday = extract(isodow from now())::int`
			);
			await database.query(`update public.people set time_zone = 'UTC'`);
			// On a Monday the servers of the other test have sent this week's.
			await database.query('delete from private.weekly_mails');
			const settings = { SMTP_URL: mails.url, SITE_URL: 'http://drumbeat.example' };
			const mail = () =>
				one<{ state: string; tries: number }>('select state, tries from private.weekly_mails');
			nodes.push(await site.start(settings));
			await within(40_000, () => expect(handed).toBe(1));
			await within(20_000, () => expect(site.isRunning(nodes[0] ?? -1)).toBe(false));

			nodes.push(await site.start(settings), await site.start(settings));
			expect(await mail()).toEqual({ state: 'sending', tries: 1 });
			// Nothing was heard of its job for long enough, and the pause before the next try is over.
			const job = (change: string, state: string) =>
				database.query(
					`update pgboss.job set ${change} where name = 'weekly-mails' and state = $1 returning id`,
					[state]
				);
			await job(`heartbeat_on = ${ago(4)}`, 'active');
			await within(90_000, async () =>
				expect(await job(`start_after = ${ago(1)}`, 'retry')).toHaveLength(1)
			);
			await within(40_000, async () => expect((await mail()).state).toBe('unsure'));
			expect(handed).toBe(1);
			await mails.close();
		}
	);
});
