import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBothBackends, startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person } from '../../../../supabase/tests/people.ts';
import { listRetrospectives } from '../rows/retrospectives.ts';
import { personId } from './people.ts';
import {
	createSampleCompany,
	findSampleCompany,
	removeSampleCompany,
	signInAsSample,
	type SampleCompany
} from './sample-company.ts';

const morning = new Date('2026-11-17T07:40:00Z');
const evening = new Date('2026-11-17T17:05:00Z');

/** Every row of every table as text, so that two databases can be compared. */
async function everything({ database }: Backend): Promise<Record<string, string[]>> {
	const tables = await database.query<{ name: string }>(
		`select table_schema || '.' || table_name as name from information_schema.tables
		where table_type = 'BASE TABLE' and (table_schema in ('public', 'auth')
			or table_schema = 'private' and table_name in ('documents', 'updates', 'mailbox'))
		order by name`
	);
	const rows: Record<string, string[]> = {};
	for (const { name } of tables) {
		const all = await database.query<{ row: string }>(
			`select to_jsonb(t)::text as row from ${name} t order by row`
		);
		rows[name] = all.map(({ row }) => row);
	}
	return rows;
}

async function words(backend: Backend): Promise<Record<string, unknown>[]> {
	return backend.database.query(
		`select id::text as id, title, due_on::text as due from public.action_items
		union all select id::text, title, null from public.decisions
		union all select id::text, body, null from public.notes
		union all select id::text, title, question from public.hot_items
		union all select id::text, name, occurs_on::text from public.meetings order by id`
	);
}

async function countOf(client: SupabaseClient, table: string): Promise<number> {
	const { count } = await client
		.from(table)
		.select('*', { count: 'exact', head: true })
		.throwOnError();
	return count ?? 0;
}

describe('the same every time', () => {
	let one: Backend;
	let other: Backend;
	beforeAll(async () => {
		one = await startBackend();
		other = await startBackend();
		await createSampleCompany({ supabase: one }, morning);
		await createSampleCompany({ supabase: other }, morning);
	});
	afterAll(() => Promise.all([one.close(), other.close()]));

	test('two newcomers on the same day see the very same company', async () => {
		expect(await everything(one)).toEqual(await everything(other));
	});

	test('asked for twice, it is there once', async () => {
		const before = await everything(one);
		const first = await findSampleCompany(one.database);
		expect(await createSampleCompany({ supabase: one }, evening)).toEqual(first);
		expect(await everything(one)).toEqual(before);
	});

	test('at another hour of the day the words and days are the same, and a meeting can start now', async () => {
		await removeSampleCompany(other.database, (await companyOf(other)).workspace);
		await createSampleCompany({ supabase: other }, evening);
		expect(await words(other)).toEqual(await words(one));
		const [ready] = await other.database.query(
			`select to_char(starts_at at time zone 'utc', 'YYYY-MM-DD HH24:MI') as starts, state
			from public.meetings where number = 46`
		);
		expect(ready).toEqual({ starts: '2026-11-17 17:30', state: 'draft' });
	});
});

onBothBackends((backend) => {
	let company: SampleCompany;
	let stranger: Person;
	let before: Record<string, string[]>;
	beforeAll(async () => {
		stranger = await join(backend(), 'Stranger');
		await found(stranger, 'Contoso', 'Board');
		before = await everything(backend());
		company = await createSampleCompany({ supabase: backend() }, morning);
	});

	test('a sample person sees the team, the observer no drafts, a stranger nothing', async () => {
		const sam = backend().visitor();
		const observer = backend().visitor();
		expect(await signInAsSample(sam, backend(), personId('sw'))).toBe(true);
		expect(await signInAsSample(observer, backend(), personId('observer'))).toBe(true);
		expect(await countOf(sam, 'meetings')).toBe(13);
		expect(await countOf(sam, 'team_members')).toBe(11);
		expect(await countOf(sam, 'meeting_ratings')).toBeGreaterThan(60);
		expect(await countOf(observer, 'meetings')).toBe(8);
		expect(await countOf(stranger.client, 'meetings')).toBe(0);
		expect(await countOf(stranger.client, 'team_members')).toBe(1);
	});

	test('two cycles were looked back on, so that their grades compare', async () => {
		const sam = backend().visitor();
		expect(await signInAsSample(sam, backend(), personId('sw'))).toBe(true);
		const held = await listRetrospectives(sam, company.team);
		expect(held.map(({ state, cycle }) => [state, cycle.name])).toEqual([
			['closed', 'Q3 2026'],
			['closed', 'Q2 2026']
		]);
		const [last, before] = held.map(({ average }) => average ?? 0);
		expect(last).toBeGreaterThan(before ?? 1);
	});

	test('two windows may enter as the same person at once', async () => {
		const windows = [backend().visitor(), backend().visitor(), backend().visitor()];
		const entered = await Promise.all(
			windows.map((window) => signInAsSample(window, backend(), personId('mo')))
		);
		expect(entered).toEqual([true, true, true]);
	});

	test('nobody enters as someone who is not of the sample company', async () => {
		await seat(backend(), company, stranger.id);
		const visitor = backend().visitor();
		expect(await signInAsSample(visitor, backend(), stranger.id)).toBe(false);
		expect(await signInAsSample(visitor, { ...backend(), embedded: false }, personId('mo'))).toBe(
			false
		);
		expect((await visitor.auth.getSession()).data.session).toBeNull();
	});

	test('sample people have no password and got no mail', async () => {
		expect(backend().code('maren.okafor@northwind.example')).toBe('');
		const { error } = await backend()
			.visitor()
			.auth.signInWithPassword({ email: 'maren.okafor@northwind.example', password: 'drumbeat' });
		expect(error).not.toBeNull();
	});

	test('removed, it leaves nothing, and takes nothing of anyone else', async () => {
		await removeSampleCompany(backend().database, await ownWorkspace(stranger));
		expect(await countOf(stranger.client, 'teams')).toBe(2);
		await removeSampleCompany(backend().database, company.workspace);
		expect(await everything(backend())).toEqual(before);
		expect(await findSampleCompany(backend().database)).toBeUndefined();
		expect(await signInAsSample(backend().visitor(), backend(), personId('mo'))).toBe(false);
	});
});

async function companyOf(backend: Backend): Promise<SampleCompany> {
	const company = await findSampleCompany(backend.database);
	if (!company) throw new Error('There is no sample company');
	return company;
}

async function ownWorkspace(person: Person): Promise<string> {
	const { data } = await person.client
		.from('workspaces')
		.select('id')
		.eq('sample', false)
		.single()
		.throwOnError();
	return String(data?.id);
}

/** Somebody with an account of their own joins the sample team. */
async function seat({ database }: Backend, company: SampleCompany, person: string): Promise<void> {
	await database.query(
		'insert into public.workspace_members (workspace_id, person_id) values ($1::uuid, $2::uuid)',
		[company.workspace, person]
	);
	await database.query(
		'insert into public.team_members (team_id, person_id, workspace_id) values ($1::uuid, $2::uuid, $3::uuid)',
		[company.team, person, company.workspace]
	);
}
