import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import {
	borrowDatabase,
	onBothBackends,
	server,
	startBackend,
	type Backend
} from '../../../../supabase/tests/backends.ts';
import { join as joinIn } from '../../../../supabase/tests/people.ts';
import { createSampleCompany, type SampleCompany } from '../sample/sample-company.ts';
import { leftBehind } from './catalogue.ts';
import { exportWorkspace } from './export-workspace.ts';
import { importWorkspace } from './import-workspace.ts';
import { ZipReader } from './zip-reader.ts';

const now = new Date('2026-11-17T07:40:00Z');
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'drumbeat-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const newFile = () => join(folder, `${randomUUID()}.zip`);

async function take(
	backend: Backend,
	workspace: string,
	person: string,
	told?: (progress: { part: string; done: number; of: number }) => void
): Promise<string> {
	const file = newFile();
	await exportWorkspace({
		database: backend.database,
		workspace,
		person,
		id: randomUUID(),
		file,
		site: 'https://drumbeat.example',
		now,
		...(told && { told })
	});
	return file;
}

/** Every file of a zip as text, or as hex where it is none. */
async function contents(file: string): Promise<Record<string, string>> {
	const zip = await ZipReader.open(file);
	const manifest = JSON.parse((await zip.whole('manifest.json')).toString()) as {
		files: Record<string, unknown>;
	};
	const all: Record<string, string> = { 'manifest.json': JSON.stringify(manifest) };
	for (const path of Object.keys(manifest.files))
		all[path] = (await zip.whole(path)).toString(path.endsWith('.yjs') ? 'hex' : 'utf8');
	zip.close();
	return all;
}

async function adminOf({ database }: Backend, workspace: string): Promise<string> {
	const [row] = await database.query<{ id: string }>(
		`select person_id::text as id from public.workspace_members w
		where workspace_id = $1::text::uuid and role = 'admin'
			and exists (select from public.team_members t where t.person_id = w.person_id and t.left_at is null and t.role <> 'observer')
		order by person_id limit 1`,
		[workspace]
	);
	return row?.id ?? '';
}

onBothBackends((backend) => {
	let company: SampleCompany;
	let admin: string;
	let live: string;
	let file: string;
	const told: string[] = [];

	beforeAll(async () => {
		company = await createSampleCompany({ supabase: backend() }, now);
		admin = await adminOf(backend(), company.workspace);
		live = await beginMeeting(backend());
		file = await take(backend(), company.workspace, admin, ({ part }) => told.push(part));
	});

	test('the sample company, with a meeting live, comes back equal from an empty installation', async () => {
		const first = await contents(file);
		expect(Object.keys(first)).toContain(`documents/meeting-${live}.yjs`);
		const other = await emptyInstallation(backend());
		try {
			const importer = await joinIn(other.backend, 'Importer');
			const result = await importWorkspace(other.backend, file, importer.id, now);
			expect(result).toMatchObject({ outcome: 'imported', name: 'Northwind Robotics' });
			await other.backend.database.query(
				'delete from public.workspace_members where person_id = $1::text::uuid',
				[importer.id]
			);
			const again = await contents(await take(other.backend, company.workspace, admin));
			expect(again).toEqual(first);
			expect(await importWorkspace(other.backend, file, importer.id, now)).toEqual({
				outcome: 'refused',
				why: 'here already'
			});
		} finally {
			await other.end();
		}
	});

	test('every table is taken along, or is named with the reason why not', async () => {
		const manifest = JSON.parse((await contents(file))['manifest.json'] ?? '') as {
			tables: Record<string, string[]>;
		};
		const tables = await backend().database.query<{ name: string }>(
			`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
		);
		for (const { name } of tables)
			expect([...Object.keys(manifest.tables), ...Object.keys(leftBehind)]).toContain(name);
		expect(told).toContain('Minutes');
	});

	test('a live document is as the room has it, and each table opens in a spreadsheet', async () => {
		const zip = await ZipReader.open(file);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, await zip.whole(`documents/meeting-${live}.yjs`));
		expect(new MeetingDocument(doc).outcomes.all()).toMatchObject([
			{ title: 'Typed a moment ago' }
		]);
		const csv = (await zip.whole('csv/decisions.csv')).toString();
		const { data, errors } = Papa.parse<Record<string, string>>(csv, {
			header: true,
			skipEmptyLines: true
		});
		expect(errors).toEqual([]);
		expect(data.length).toBe(16);
		expect(data.every(({ title }) => title)).toBe(true);
		zip.close();
	});

	test('nothing of a sealed item is in any file', async () => {
		const workspace = company.workspace;
		const sealed = await sealAnItem(backend());
		const made = await readable(await take(backend(), workspace, admin));
		expect(made).toContain('Sealed item');
		for (const secret of sealed) expect(made).not.toContain(secret);
	});

	test('who is no admin of the workspace takes nothing along', async () => {
		const stranger = await joinIn(backend(), 'Stranger');
		const [member] = await backend().database.query<{ id: string }>(
			`select person_id::text as id from public.workspace_members where role = 'member' limit 1`
		);
		for (const person of [stranger.id, member?.id ?? ''])
			await expect(take(backend(), company.workspace, person)).rejects.toThrow('Only admins');
	});

	test('an admin takes along the teams they sit in, and the file names the others', async () => {
		const id = randomUUID();
		await backend().database.query(
			'insert into public.teams (id, workspace_id, name) values ($1::text::uuid, $2::text::uuid, $3)',
			[id, company.workspace, 'Warehouse']
		);
		const all = await contents(await take(backend(), company.workspace, admin));
		expect(all['data/teams.jsonl']).not.toContain('Warehouse');
		expect(JSON.parse(all['manifest.json'] ?? '')).toMatchObject({
			notIncluded: { teams: [{ id, name: 'Warehouse' }] }
		});
		await backend().database.query('delete from public.teams where id = $1::text::uuid', [id]);
	});
});

describe('what is not imported', () => {
	let backend: Backend;
	let empty: Backend;
	let file: string;
	let person: string;
	beforeAll(async () => {
		backend = await startBackend();
		const { workspace } = await createSampleCompany({ supabase: backend }, now);
		file = await take(backend, workspace, await adminOf(backend, workspace));
		empty = await startBackend();
		person = (await joinIn(empty, 'Importer')).id;
	});
	afterAll(() => Promise.all([backend.close(), empty.close()]));

	const refused = async (path: string) => {
		const result = await importWorkspace(empty, path, person, now);
		const [left] = await empty.database.query<{ count: number }>(
			`select (select count(*)::int from public.workspaces) + (select count(*)::int from public.readings)
				+ (select count(*)::int from private.documents) + (select count(*)::int from auth.users) as count`
		);
		expect(left?.count).toBe(1);
		return result.outcome === 'refused' ? result.why : result.outcome;
	};

	test('a file that was cut in half, or is no export', async () => {
		const half = newFile();
		await writeFile(half, await readFile(file));
		await truncate(half, Math.floor((await readFile(file)).byteLength / 2));
		expect(await refused(half)).toBe('cut off');
		const text = newFile();
		await writeFile(text, 'this is no zip');
		expect(await refused(text)).toBe('cut off');
	});

	test('a file with a byte changed, at the last table too, leaves nothing half done', async () => {
		const { rezip } = await import('./rezip.ts');
		const changed = await rezip(file, newFile(), (path, data) =>
			path === 'data/watch_reviews.jsonl' || path === 'data/workspaces.jsonl'
				? Buffer.concat([data, Buffer.from('\n')])
				: data
		);
		expect(await refused(changed)).toBe('damaged');
		const broken = await rezip(file, newFile(), (path, data) =>
			path.startsWith('documents/') ? data.subarray(0, 40) : data
		);
		expect(await refused(broken)).toBe('damaged');
	});

	test('a file from a newer Drumbeat', async () => {
		const { rezip } = await import('./rezip.ts');
		const edit = (change: (manifest: Record<string, unknown>) => void) =>
			rezip(file, newFile(), (path, data) => {
				if (path !== 'manifest.json') return data;
				const manifest = JSON.parse(data.toString()) as Record<string, unknown>;
				change(manifest);
				return Buffer.from(JSON.stringify(manifest));
			});
		expect(await refused(await edit((manifest) => (manifest['version'] = 2)))).toBe('newer');
		const tables = await edit((manifest) =>
			Object.assign(manifest['tables'] as object, { tomorrows: ['id'] })
		);
		expect(await refused(tables)).toBe('newer');
	});

	test('two who import at once bring it in once, and an account with the same address keeps its password', async () => {
		const email = 'maren.okafor@northwind.example';
		const password = 'a long enough password';
		const client = empty.visitor();
		await client.auth.signUp({ email, password, options: { data: { name: 'Maren' } } });
		await client.auth.verifyOtp({ email, token: empty.code(email), type: 'signup' });
		const { data } = await client.auth.getUser();
		const maren = data.user?.id ?? '';
		const both = await Promise.all([
			importWorkspace(empty, file, maren, now),
			importWorkspace(empty, file, maren, now)
		]);
		const outcomes = both.map((one) => (one.outcome === 'refused' ? one.why : one.outcome));
		expect(outcomes.toSorted()).toEqual(['here already', 'imported']);
		expect(both).toContainEqual(expect.objectContaining({ signedOut: true }));
		const signedIn = await empty.visitor().auth.signInWithPassword({ email, password });
		const [imported] = await empty.database.query<{ id: string }>(
			'select id::text as id from public.people where email = $1',
			[email]
		);
		expect(signedIn.data.user?.id).toBe(imported?.id);
		expect(imported?.id).not.toBe(maren);
	});
});

/** Starts the meeting that is ready, with something in it that no row has yet. */
async function beginMeeting({ database }: Backend): Promise<string> {
	const [meeting] = await database.query<{ id: string; team: string }>(
		`update public.meetings set state = 'live', opened_at = $1::text::timestamptz
		where number = 46 returning id::text as id, team_id::text as team`,
		[now.toISOString()]
	);
	const doc = new Y.Doc();
	new MeetingDocument(doc).outcomes.add({
		id: '00000000-0000-4000-8000-000000000001',
		kind: 'decision',
		title: 'Typed a moment ago',
		owner: null,
		due: null,
		segment: null,
		item: null,
		note: null,
		by: null,
		at: now.getTime()
	} as never);
	await database.query(
		`insert into private.documents (name, team_id, meeting_id)
		values ($1, $2::text::uuid, $3::text::uuid) on conflict do nothing`,
		[`meeting:${meeting?.id}`, meeting?.team ?? '', meeting?.id ?? '']
	);
	await database.query('insert into private.updates (document, data) values ($1, $2)', [
		`meeting:${meeting?.id}`,
		Y.encodeStateAsUpdate(doc)
	]);
	return meeting?.id ?? '';
}

/** Seals the first hot item of a closed meeting; answers every sentence that tells of it. */
async function sealAnItem({ database }: Backend): Promise<string[]> {
	const [item] = await database.query<{ id: string; meeting: string; title: string }>(
		`select h.id::text as id, h.meeting_id::text as meeting, h.title from public.hot_items h
		where exists (select from public.notes n where n.hot_item_id = h.id)
			and exists (select from public.decisions d where d.hot_item_id = h.id)
		order by h.id limit 1`
	);
	if (!item) throw new Error('The sample company has no such item');
	const name = `meeting:${item.meeting}`;
	const [stored] = await database.query<{ snapshot: Uint8Array }>(
		'select snapshot from private.documents where name = $1',
		[name]
	);
	const doc = new Y.Doc();
	if (stored) Y.applyUpdate(doc, stored.snapshot);
	const seal = { type: 'seal', isSealed: true, at: 0, by: null } as const;
	new MeetingDocument(doc).seals.set(item.id, seal);
	await database.query('update private.documents set snapshot = $2 where name = $1', [
		name,
		Y.encodeStateAsUpdate(doc)
	]);
	const told = await database.query<{ said: string }>(
		`select body as said from public.notes where hot_item_id = $1::text::uuid
		union select title from public.decisions where hot_item_id = $1::text::uuid`,
		[item.id]
	);
	return [item.title, ...told.map(({ said }) => said)];
}

/** All there is to read in a file, documents included. */
async function readable(file: string): Promise<string> {
	const zip = await ZipReader.open(file);
	let all = '';
	for (const path of zip.paths()) all += (await zip.whole(path)).toString('utf8');
	zip.close();
	return all;
}

async function emptyInstallation(like: Backend) {
	const isPostgres = Boolean(server) && (await isOnPostgres(like));
	if (!isPostgres) {
		const backend = await startBackend();
		return { backend, end: () => backend.close() };
	}
	const { url, drop } = await borrowDatabase();
	const backend = await startBackend(url);
	return { backend, end: () => backend.close().then(drop) };
}

async function isOnPostgres({ database }: Backend): Promise<boolean> {
	const [row] = await database.query<{ name: string }>('select current_database()::text as name');
	return row?.name.startsWith('drumbeat_test_') ?? false;
}
