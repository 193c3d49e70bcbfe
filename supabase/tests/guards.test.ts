import { beforeAll, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { columnsOpenTo, functionsOpenTo, unguarded } from './catalogue.ts';
import { expectations, tableOf } from './expectations.ts';
import { join, type Person } from './people.ts';

onBothBackends((backend) => {
	let person: Person;
	beforeAll(async () => {
		person = await join(backend(), 'Ada');
	});

	test('every table has row-level security, policies and expectations', async () => {
		expect(await unguarded(backend().database)).toEqual([]);
	});

	test('a new table that nobody thought about is noticed', async () => {
		const { database } = backend();
		await database.query('create table public.forgotten (id uuid primary key)');
		expect(await unguarded(database)).toEqual([
			'forgotten has no row-level security',
			'forgotten has no policies',
			'forgotten is not in expectations.ts'
		]);
		await database.query('alter table public.forgotten enable row level security');
		expect(await unguarded(database)).toEqual([
			'forgotten has no policies',
			'forgotten is not in expectations.ts'
		]);
		await database.query('drop table public.forgotten');
	});

	test('a new table is closed until somebody opens it', async () => {
		const { database } = backend();
		await database.query('create table public.forgotten (id int primary key)');
		await database.query('insert into public.forgotten values (1)');
		for (const client of [person.client, backend().visitor()]) {
			expect((await client.from('forgotten').select('*')).data ?? []).toEqual([]);
			await client.from('forgotten').insert({ id: 2 });
			await client.from('forgotten').delete().eq('id', 1);
		}
		expect(await database.query('select id from public.forgotten')).toEqual([{ id: 1 }]);
		await database.query('drop table public.forgotten');
	});

	test('a visitor without a session may read, add to and change no table', async () => {
		const { database } = backend();
		const tables = [...new Set(Object.keys(expectations).map(tableOf))];
		for (const table of tables)
			for (const verb of ['select', 'insert', 'update'] as const)
				expect(await columnsOpenTo(database, 'anon', table, verb), `${verb} ${table}`).toBe('');
	});

	test('the hash of an invitation is readable by nobody', async () => {
		const columns = await columnsOpenTo(
			backend().database,
			'authenticated',
			'invitations',
			'select'
		);
		expect(columns).not.toContain('token_hash');
	});

	test('no table of the private, auth or history schemas is reachable', async () => {
		const tables = await backend().database.query<{ schema: string; name: string }>(`
			select n.nspname::text as schema, c.relname::text as name from pg_class c
			join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'v', 'm') and n.nspname in ('private', 'auth', 'supabase_migrations')
		`);
		expect(tables.length).toBeGreaterThan(8);
		for (const { schema, name } of tables)
			for (const client of [person.client, backend().visitor()]) {
				const { data, error } = await client.schema(schema).from(name).select('*');
				expect({ name, data, refused: Boolean(error) }).toEqual({
					name,
					data: null,
					refused: true
				});
				expect((await client.from(`${schema}.${name}`).select('*')).data).toBeNull();
			}
	});

	test('no API role holds a right on a private table', async () => {
		const open = await backend().database.query(`
			select c.relname::text, r.rolname::text from pg_class c
			cross join (select * from pg_roles where rolname in ('anon', 'authenticated')) r
			where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'v', 'm', 'S')
				and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
		`);
		expect(open).toEqual([]);
	});

	test('a visitor without a session can call nothing but the look at an invitation', async () => {
		const { database } = backend();
		expect(await functionsOpenTo(database, 'anon', 'public')).toEqual(['find_invitation']);
		expect(await functionsOpenTo(database, 'anon', 'private')).toEqual(['find_invitation']);
	});

	test('the API offers only these functions, and no way to settle a meeting', async () => {
		const { database } = backend();
		expect(await functionsOpenTo(database, 'authenticated', 'public')).toEqual([
			'accept_invitation',
			'answer_blind_round',
			'answer_check_in',
			'answer_draft',
			'answer_process_health',
			'answer_recall',
			'apply_plan_rows',
			'ask_workers',
			'bring_rows',
			'cancel_run',
			'change_action',
			'change_actions',
			'comment_on_line',
			'comment_once',
			'compare_import',
			'count_needs',
			'create_workspace',
			'dismiss_plan_rows',
			'edit_plan_row',
			'enter_import',
			'find_invitation',
			'import_transcript',
			'open_next_cycle',
			'promise_action',
			'raise_blocker',
			'rank_priorities',
			'rate_meeting',
			'read_ballots',
			'read_execution',
			'read_left_items',
			'read_notice',
			'read_recap',
			'read_scorecard',
			'read_week',
			'read_weekly_mails',
			'recall_answered',
			'replay_delivery',
			'retry_weekly_mail',
			'reveal_blind_round',
			'reveal_check_in',
			'reveal_ranking',
			'reveal_recall',
			'seal_place',
			'search',
			'start_blind_round',
			'start_ranking',
			'start_recall',
			'test_webhook',
			'tokens_used_today',
			'undo_import',
			'undo_plan_rows',
			'vote_for_theme',
			'who_answered_blind',
			'who_checked_in',
			'who_ranked',
			'write_silent_card'
		]);
		expect(await functionsOpenTo(database, 'authenticated', 'private')).not.toContain(
			'settle_meeting'
		);
		for (const client of [person.client, backend().visitor()]) {
			const meeting = '00000000-0000-0000-0000-000000000000';
			const settle = await client.schema('private').rpc('settle_meeting', { meeting, content: {} });
			expect(settle.error).not.toBeNull();
			expect((await client.rpc('settle_meeting', { meeting, content: {} })).error).not.toBeNull();
		}
	});
});
