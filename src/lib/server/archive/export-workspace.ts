import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as Y from 'yjs';
import { ZipFile } from 'yazl';
import { toCsv } from '#lib/archive/csv.ts';
import { writeMinutes } from '#lib/archive/minutes.ts';
import { teamCalendar } from '#lib/meeting/team-calendar.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import type { Database, Queries } from '../database/database.ts';
import { leftBehind, listTables, type Table } from './catalogue.ts';
import { formatName, formatVersion, readMe } from './read-me.ts';
import { documentWithoutSealed, findSealed, withoutSealed, type Sealed } from './sealed-items.ts';
import { minutesOf } from './workspace-minutes.ts';

export type ExportOptions = {
	database: Database;
	workspace: string;
	/** Who makes it: only what they may read is taken along. */
	person: string;
	/** The id under which it is noted that it was made. */
	id: string;
	/** Where the file goes. */
	file: string;
	/** Where links in the calendar lead. */
	site: string;
	now: Date;
	/** Says after each part how far it is. */
	told?: (progress: Progress) => void;
};

export type Progress = { part: string; done: number; of: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const rowsAtOnce = 2000;

/**
 * Writes a workspace into a zip file. It is read in one transaction, so that it fits together also
 * while a meeting is live, and onto the disk first: a reader with a slow line holds up nobody's
 * meeting.
 *
 * Throws when the person is no admin of the workspace, which the database decides.
 */
export async function exportWorkspace(options: ExportOptions): Promise<void> {
	const { database, person, workspace, id } = options;
	if (!uuid.test(workspace) || !uuid.test(person)) throw new Error('That is no id');
	await database.transaction(async (queries) => {
		await become(queries, person);
		await queries.query('select private.begin_export($1::text::uuid, $2::text::uuid)', [
			workspace,
			id
		]);
	});
	await database.transaction(async (queries) => {
		await queries.query('set transaction isolation level repeatable read');
		await become(queries, person);
		await new Writer(queries, options).write();
	});
}

/** What follows is asked as this person, until the transaction is over. */
async function become(queries: Queries, person: string): Promise<void> {
	await queries.query(
		`select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
			set_config('role', 'authenticated', true)`,
		[JSON.stringify({ sub: person, role: 'authenticated' }), person]
	);
}

type Entry = { path: string; part: string; make: () => AsyncGenerator<string | Uint8Array> };
type Listed = { rows?: number; bytes: number; sha256: string };

class Writer {
	#queries: Queries;
	#options: ExportOptions;
	#listed: Record<string, Listed> = {};
	#cursors = 0;

	constructor(queries: Queries, options: ExportOptions) {
		this.#queries = queries;
		this.#options = options;
	}

	async write(): Promise<void> {
		const { workspace } = this.#options;
		const teams = await this.#teams();
		const mine = teams.filter(({ mine }) => mine);
		const documents = await this.#queries.query<{ name: string }>(
			'select name from private.my_live_documents($1::text::uuid)',
			[workspace]
		);
		const names = documents.map(({ name }) => name);
		const sealed = await findSealed(this.#queries, this.#documents(names));
		const tables = await listTables(this.#queries);
		const entries: Entry[] = [
			{ path: 'README.md', part: 'What this is', make: () => once(readMe) },
			...tables.flatMap((table) => this.#tableEntries(table, mine, sealed)),
			...(await this.#minutesEntries(mine, sealed)),
			...mine.map(({ id, name }) => ({
				path: `calendar/${fileName(name)} ${id.slice(0, 8)}.ics`,
				part: 'Calendars',
				make: () => this.#calendar(id, name)
			})),
			...names.map((name) => ({
				path: `documents/${name.replace(':', '-')}.yjs`,
				part: 'Live documents',
				make: () => this.#document(name, sealed)
			})),
			{
				path: 'manifest.json',
				part: 'Manifest',
				make: () => this.#manifest(teams, tables, sealed)
			}
		];
		await this.#zip(entries);
	}

	async #zip(entries: Entry[]): Promise<void> {
		const zip = new ZipFile();
		const written = pipeline(zip.outputStream, createWriteStream(this.#options.file));
		const failed = new Promise<never>((_, reject) => zip.on('error', reject));
		const settings = { mtime: this.#options.now, compressionLevel: 5 };
		entries.forEach(({ path, part, make }, index) => {
			zip.addReadStreamLazy(path, settings, (give) => {
				this.#options.told?.({ part, done: index, of: entries.length });
				const stream = Readable.from(this.#counted(path, make()), { objectMode: false });
				// yazl hands on what goes wrong while it is read, and nothing else would end the file.
				stream.once('error', (error) => zip.emit('error', error));
				give(null, stream);
			});
		});
		zip.end();
		await Promise.race([written, failed]);
	}

	/** Passes bytes on in large pieces, and keeps what the manifest says of them. */
	async *#counted(path: string, parts: AsyncGenerator<string | Uint8Array>) {
		const hash = createHash('sha256');
		let bytes = 0;
		let rows = 0;
		for await (const part of parts) {
			const data = typeof part === 'string' ? Buffer.from(part) : Buffer.from(part);
			hash.update(data);
			bytes += data.byteLength;
			rows += path.endsWith('.jsonl') ? data.toString('latin1').split('\n').length - 1 : 0;
			yield data;
		}
		if (path.startsWith('data/') || path.startsWith('documents/'))
			this.#listed[path] = {
				...(path.startsWith('data/') && { rows }),
				bytes,
				sha256: hash.digest('hex')
			};
	}

	async #teams(): Promise<{ id: string; name: string; mine: boolean }[]> {
		return this.#queries.query(
			`select t.id::text as id, t.name, t.id in (select private.my_teams()) as mine
			from public.teams t where t.workspace_id = $1::text::uuid order by t.name, t.id`,
			[this.#options.workspace]
		);
	}

	#tableEntries(table: Table, teams: { id: string }[], sealed: Sealed): Entry[] {
		const part = `Table ${table.name.replaceAll('_', ' ')}`;
		const rows = () => this.#rows(table, teams, sealed);
		return [
			{
				path: `data/${table.name}.jsonl`,
				part,
				make: async function* () {
					for await (const some of rows()) yield some.map((row) => `${row}\n`).join('');
				}
			},
			{
				path: `csv/${table.name}.csv`,
				part,
				make: async function* () {
					yield toCsv([table.columns]);
					for await (const some of rows())
						yield toCsv(some.map((row) => toCells(row, table.columns)));
				}
			}
		];
	}

	/** The rows of a table as JSON, some at a time. Values stay the text the database wrote. */
	async *#rows(table: Table, teams: { id: string }[], sealed: Sealed): AsyncGenerator<string[]> {
		const { workspace } = this.#options;
		const list = `'{${teams.map(({ id }) => id).join(',')}}'::uuid[]`;
		const column = table.name === 'teams' ? 'id' : 'team_id';
		const where = {
			team: `${column} = any (${list})`,
			workspace: `${table.name === 'workspaces' ? 'id' : 'workspace_id'} = '${workspace}'::uuid`,
			person: `id in (select person_id from public.workspace_members where workspace_id = '${workspace}'::uuid
				union select person_id from public.team_members where team_id = any (${list}))`
		}[table.scope];
		const cursor = `taken_${(this.#cursors += 1)}`;
		const columns = table.columns.map((name) => `"${name}"`).join(', ');
		await this.#queries.query(
			`declare ${cursor} no scroll cursor for
			select row_to_json(r)::text as row from (
				select ${columns} from public."${table.name}" where ${where}
				order by ${table.key.map((name) => `"${name}"`).join(', ')}
			) r`
		);
		while (true) {
			const some = await this.#queries.query<{ row: string }>(`fetch ${rowsAtOnce} from ${cursor}`);
			if (some.length === 0) break;
			yield sealed.items.size === 0
				? some.map(({ row }) => row)
				: some.flatMap(({ row }) => {
						const kept = withoutSealed(
							table.name,
							JSON.parse(row) as Record<string, unknown>,
							sealed
						);
						return kept ? [JSON.stringify(kept)] : [];
					});
		}
		await this.#queries.query(`close ${cursor}`);
	}

	async #minutesEntries(teams: { id: string }[], sealed: Sealed): Promise<Entry[]> {
		// Written one after the other while they are asked for; only their names are known before.
		const ids = teams.map(({ id }) => id);
		const names = await this.#queries.query<{
			id: string;
			team: string;
			day: string;
			name: string;
			number: number;
		}>(
			`select m.id::text as id, t.name as team, m.occurs_on::text as day, m.name, m.number
			from public.meetings m join public.teams t on t.id = m.team_id
			where m.team_id = any ($1::text::uuid[]) and m.opened_at is not null
			order by m.starts_at, m.id`,
			[`{${ids.join(',')}}`]
		);
		const all = minutesOf(this.#queries, ids, sealed);
		return names.map(({ team, day, name, number, id }) => ({
			path: `minutes/${fileName(team)}/${day} ${fileName(name)} ${number} ${id.slice(0, 8)}.md`,
			part: 'Minutes',
			make: async function* () {
				const next = await all.next();
				if (!next.done && next.value.meeting.id === id) yield writeMinutes(next.value.minutes);
				else throw new Error('The minutes came in another order than the meetings');
			}
		}));
	}

	async *#calendar(id: string, name: string): AsyncGenerator<string> {
		const { series, meetings } = await readCalendar(this.#queries, id);
		const { site, now } = this.#options;
		yield teamCalendar({ name }, series, meetings, site, now.toISOString());
	}

	/** Documents are asked for by the server itself: whose they are the database has said before. */
	async #stored(name: string): Promise<Uint8Array | undefined> {
		await this.#queries.query(`select set_config('role', 'none', true)`);
		const rows = await this.#queries.query<{ data: Uint8Array | null }>(
			`select 0 as id, snapshot as data from private.documents where name = $1
			union all select id, data from private.updates where document = $1 order by id`,
			[name]
		);
		await this.#queries.query(`select set_config('role', 'authenticated', true)`);
		const updates = rows.flatMap(({ data }) => data ?? []);
		const [only] = updates;
		if (!only) return undefined;
		return updates.length === 1 ? only : Y.mergeUpdates(updates);
	}

	async *#documents(names: string[]) {
		for (const name of names.filter((one) => one.startsWith('meeting:'))) {
			const update = await this.#stored(name);
			if (update) yield { name, update };
		}
	}

	async *#document(name: string, sealed: Sealed): AsyncGenerator<Uint8Array> {
		const update = await this.#stored(name);
		if (!update) return;
		yield name.startsWith('meeting:') ? documentWithoutSealed(update, sealed) : update;
	}

	async *#manifest(
		teams: { id: string; name: string; mine: boolean }[],
		tables: Table[],
		sealed: Sealed
	): AsyncGenerator<string> {
		const { workspace, now } = this.#options;
		const [named] = await this.#queries.query<{ name: string }>(
			'select name from public.workspaces where id = $1::text::uuid',
			[workspace]
		);
		const team = ({ id, name }: { id: string; name: string }) => ({ id, name });
		const manifest = {
			format: formatName,
			version: formatVersion,
			exportedAt: now.toISOString(),
			workspace: { id: workspace, name: named?.name ?? '' },
			teams: teams.filter(({ mine }) => mine).map(team),
			notIncluded: {
				teams: teams.filter(({ mine }) => !mine).map(team),
				sealedItems: sealed.items.size,
				tables: leftBehind
			},
			tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
			files: this.#listed
		};
		yield `${JSON.stringify(manifest, null, '\t')}\n`;
	}
}

async function* once(text: string): AsyncGenerator<string> {
	yield text;
}

function toCells(row: string, columns: string[]): string[] {
	const values = JSON.parse(row) as Record<string, unknown>;
	return columns.map((column) => {
		const value = values[column];
		if (value === null || value === undefined) return '';
		return typeof value === 'string' ? value : JSON.stringify(value);
	});
}

/** A name as part of a path: nothing a file system minds, and never a way out of its folder. */
function fileName(name: string): string {
	const plain = name
		.normalize('NFC')
		.replace(/[^\p{L}\p{N} _-]+/gu, ' ')
		.replace(/ +/g, ' ')
		.trim()
		.slice(0, 60)
		.trim();
	return plain || 'Unnamed';
}
