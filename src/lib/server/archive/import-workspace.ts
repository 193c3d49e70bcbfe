import * as v from 'valibot';
import * as Y from 'yjs';
import { subjectOf } from '#lib/live/protocol.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Supabase } from '../supabase/embedded.ts';
import { inOrderOfReference, leftBehind } from './catalogue.ts';
import { importAccounts } from './import-accounts.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { NotImported, ZipReader, type Wrong } from './zip-reader.ts';

export type Imported = {
	outcome: 'imported';
	workspace: string;
	name: string;
	rows: number;
	documents: number;
	/** Whether the account of whoever imports took the id it has in the file, and must sign in again. */
	signedOut: boolean;
};
export type ImportOutcome = Imported | { outcome: 'refused'; why: Wrong };

const rowsAtOnce = 2000;

/**
 * Brings an exported workspace into an empty installation, with the ids everything had, so that
 * links and live documents stay right. All of it in one transaction, or nothing.
 *
 * @param file the path of the zip
 * @param person who imports it: they become an admin of it if they are not among its people
 */
export async function importWorkspace(
	{ database, embedded }: Pick<Supabase, 'database' | 'embedded'>,
	file: string,
	person: string,
	now: Date
): Promise<ImportOutcome> {
	let zip: ZipReader | undefined;
	try {
		if (!embedded) throw new NotImported('hosted');
		zip = await ZipReader.open(file);
		return await bring(database, zip, await readManifest(zip), person, now);
	} catch (error) {
		if (error instanceof NotImported) return { outcome: 'refused', why: error.why };
		if (isAboutValues(error)) return { outcome: 'refused', why: 'damaged' };
		throw error;
	} finally {
		zip?.close();
	}
}

/** Rows that the database refuses (classes 22 and 23) are rows nobody exported like that. */
function isAboutValues(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return /^2[23]/.test(code) || error instanceof SyntaxError;
}

function bring(
	database: Database,
	zip: ZipReader,
	manifest: Manifest,
	person: string,
	now: Date
): Promise<Imported> {
	return database.transaction(async (queries) => {
		await queries.query(`select pg_advisory_xact_lock(hashtext('workspace import'))`);
		await refuseUnlessEmpty(queries, manifest.workspace.id);
		const tables = await knownTables(queries, manifest);
		const moved = await bringAccounts(queries, zip, manifest, now);
		// What triggers would add or refuse was added and judged when the rows were made.
		for (const table of tables)
			await queries.query(`alter table public."${table}" disable trigger user`);
		let rows = 0;
		for (const table of tables) rows += await bringRows(queries, zip, manifest, table);
		for (const table of tables)
			await queries.query(`alter table public."${table}" enable trigger user`);
		await queries.query('select private.make_passages($1::text::uuid)', [manifest.workspace.id]);
		await refuseUnlessAlone(queries, manifest.workspace.id);
		const documents = await bringDocuments(queries, zip, manifest);
		const signedOut = moved.includes(person);
		if (!signedOut) await makeAdmin(queries, manifest.workspace.id, person);
		const { id: workspace, name } = manifest.workspace;
		return { outcome: 'imported', workspace, name, rows, documents, signedOut };
	});
}

async function refuseUnlessEmpty(queries: Queries, workspace: string): Promise<void> {
	const here = await queries.query<{ id: string }>(
		'select id::text as id from public.workspaces limit 100'
	);
	if (here.some(({ id }) => id === workspace)) throw new NotImported('here already');
	if (here.length > 0) throw new NotImported('not empty');
}

/** A file that smuggles in a second workspace is no export. */
async function refuseUnlessAlone(queries: Queries, workspace: string): Promise<void> {
	const here = await queries.query<{ id: string }>('select id::text as id from public.workspaces');
	if (here.length !== 1 || here[0]?.id !== workspace) throw new NotImported('damaged');
}

/** The tables of the file in the order they go in; one this Drumbeat does not know is of a newer one. */
async function knownTables(queries: Queries, { tables, files }: Manifest): Promise<string[]> {
	const columns = await queries.query<{ table: string; column: string }>(
		`select table_name::text as table, column_name::text as column
		from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'`
	);
	const known = Map.groupBy(columns, ({ table }) => table);
	for (const [table, names] of Object.entries(tables)) {
		if (table in leftBehind) throw new NotImported('damaged');
		const here = known.get(table)?.map(({ column }) => column) ?? [];
		if (names.length === 0 || names.some((name) => !here.includes(name)))
			throw new NotImported('newer');
		if (!files[`data/${table}.jsonl`]) throw new NotImported('damaged');
	}
	return inOrderOfReference(queries, Object.keys(tables));
}

const Account = v.object({
	id: v.pipe(v.string(), v.uuid()),
	name: v.string(),
	/** Empty for somebody who was erased. */
	email: v.union([v.literal(''), v.pipe(v.string(), v.email())]),
	time_zone: v.string()
});

async function bringAccounts(
	queries: Queries,
	zip: ZipReader,
	manifest: Manifest,
	now: Date
): Promise<string[]> {
	const people: v.InferOutput<typeof Account>[] = [];
	for await (const lines of linesOf(zip, manifest, 'people'))
		for (const line of lines) {
			const account = v.safeParse(Account, JSON.parse(line));
			if (!account.success) throw new NotImported('damaged');
			people.push(account.output);
		}
	const moved = await importAccounts(queries, people, now);
	// An account brings a profile with it, and that of the file takes its place.
	await queries.query('delete from public.people where id = any ($1::text::uuid[])', [
		`{${people.map(({ id }) => id).join(',')}}`
	]);
	return moved;
}

function linesOf(zip: ZipReader, { files }: Manifest, table: string, atOnce = rowsAtOnce) {
	const path = `data/${table}.jsonl`;
	const promised = files[path];
	if (!promised) throw new NotImported('damaged');
	return zip.lines(path, promised, atOnce);
}

async function bringRows(
	queries: Queries,
	zip: ZipReader,
	manifest: Manifest,
	table: string
): Promise<number> {
	const columns = (manifest.tables[table] ?? []).map((name) => `"${name}"`).join(', ');
	// Rows that refer to others of their table go in together, whatever order they come in.
	const atOnce = (await refersToItself(queries, table)) ? Number.MAX_SAFE_INTEGER : rowsAtOnce;
	let rows = 0;
	for await (const lines of linesOf(zip, manifest, table, atOnce)) {
		await queries.query(
			`insert into public."${table}" (${columns}) select ${columns}
			from jsonb_populate_recordset(null::public."${table}", $1::text::jsonb)`,
			[`[${lines.join(',')}]`]
		);
		rows += lines.length;
	}
	if (rows !== manifest.files[`data/${table}.jsonl`]?.rows) throw new NotImported('damaged');
	return rows;
}

async function refersToItself(queries: Queries, table: string): Promise<boolean> {
	const [own] = await queries.query(
		`select 1 as found from pg_constraint
		where contype = 'f' and conrelid = confrelid and conrelid = ('public.' || $1::text)::regclass limit 1`,
		[table]
	);
	return own !== undefined;
}

async function bringDocuments(
	queries: Queries,
	zip: ZipReader,
	manifest: Manifest
): Promise<number> {
	let count = 0;
	for (const [path, promised] of Object.entries(manifest.files)) {
		if (!path.startsWith('documents/') || promised.bytes === 0) continue;
		const name = path.slice('documents/'.length, -'.yjs'.length).replace('-', ':');
		const subject = subjectOf(name);
		if (!subject) throw new NotImported('damaged');
		const update = await zip.whole(path, promised);
		if (!isUpdate(update)) throw new NotImported('damaged');
		const [added] = await queries.query(
			`insert into private.documents (name, team_id, meeting_id, snapshot, sealed_at)
			select $1, team_id, case when kind = 'meeting' then id end, $4,
				case when state = 'closed' then now() end
			from private.live_subjects where kind = $2 and id = $3::text::uuid returning name`,
			[name, subject.kind, subject.id, update]
		);
		if (!added) throw new NotImported('damaged');
		count += 1;
	}
	return count;
}

function isUpdate(update: Uint8Array): boolean {
	try {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, update);
		doc.destroy();
		return true;
	} catch {
		return false;
	}
}

async function makeAdmin(queries: Queries, workspace: string, person: string): Promise<void> {
	await queries.query(
		`insert into public.workspace_members (workspace_id, person_id, role)
		select $1::text::uuid, id, 'admin' from public.people where id = $2::text::uuid
		on conflict do nothing`,
		[workspace, person]
	);
}
