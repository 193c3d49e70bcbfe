import * as Y from 'yjs';
import type { Database } from '../database/database.ts';

type Entry = { document: string; data: Uint8Array; written: () => void };

const mostRowsAtOnce = 400;
const firstRetry = 250;
const lastRetry = 4000;

/**
 * The truth about live documents: every update, in order, in the database. Updates of all rooms
 * that arrive in the same tick are written in one statement, and `append` resolves when the
 * database has them, which is what the page calls saved. While the database cannot be reached the
 * updates wait here and are tried again; nothing is dropped.
 */
export class UpdateLog {
	#database: Database;
	#waiting: Entry[] = [];
	#flushing: Promise<void> | undefined;

	constructor(database: Database) {
		this.#database = database;
	}

	append(document: string, data: Uint8Array): Promise<void> {
		return new Promise((written) => {
			this.#waiting.push({ document, data, written });
			this.#flushing ??= this.#flush();
		});
	}

	/** Resolves when everything appended so far is written. */
	async drained(): Promise<void> {
		while (this.#flushing) await this.#flushing;
	}

	get waiting(): number {
		return this.#waiting.length;
	}

	async #flush(): Promise<void> {
		// Let the other rooms of this tick join in.
		await new Promise((resolve) => setImmediate(resolve));
		let retry = firstRetry;
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.slice(0, mostRowsAtOnce);
			try {
				await this.#write(batch);
			} catch {
				await new Promise((resolve) => setTimeout(resolve, retry));
				retry = Math.min(retry * 2, lastRetry);
				continue;
			}
			retry = firstRetry;
			this.#waiting.splice(0, batch.length);
			for (const entry of batch) entry.written();
		}
		this.#flushing = undefined;
	}

	async #write(batch: Entry[]): Promise<void> {
		const places = batch.map((_, index) => `($${index * 2 + 1}, $${index * 2 + 2}::bytea)`);
		// A document whose meeting was deleted meanwhile takes its updates with it.
		await this.#database.query(
			`insert into private.updates (document, data)
			select given.document, given.data from (values ${places.join(', ')}) as given (document, data)
			where exists (select from private.documents where name = given.document)`,
			batch.flatMap((entry) => [entry.document, entry.data])
		);
	}
}

/**
 * Everything the log knows of a document as updates to apply in order, or undefined when there is
 * no such document. Throws when the database cannot answer: a document that could not be loaded is
 * never served empty.
 */
export async function loadDocument(
	database: Database,
	name: string
): Promise<{ updates: Uint8Array[]; sealed: boolean } | undefined> {
	// One statement sees one moment: between two, another node could move the log into the snapshot.
	const rows = await database.query<{ data: Uint8Array | null; sealed: boolean }>(
		`select 0 as id, snapshot as data, sealed_at is not null as sealed
			from private.documents where name = $1
		union all
		select id, data, false from private.updates where document = $1
		order by id`,
		[name]
	);
	const [document] = rows;
	if (!document) return undefined;
	return { updates: rows.flatMap(({ data }) => data ?? []), sealed: document.sealed };
}

/**
 * Folds the log of a document into its snapshot. It reads and replaces the very rows it folds, in
 * one transaction: an update that another node writes meanwhile stays in the log.
 */
export async function compactDocument(database: Database, name: string): Promise<void> {
	await database.transaction(async (queries) => {
		const [document] = await queries.query<{ snapshot: Uint8Array | null }>(
			'select snapshot from private.documents where name = $1 for no key update',
			[name]
		);
		const rows = await queries.query<{ id: number; data: Uint8Array }>(
			'select id, data from private.updates where document = $1 order by id',
			[name]
		);
		if (!document || rows.length < 2) return;
		const doc = new Y.Doc();
		for (const update of [document.snapshot, ...rows.map((row) => row.data)])
			if (update) Y.applyUpdate(doc, update);
		// A gap would be lost in the snapshot; the log keeps it until the missing update arrives.
		if (doc.store.pendingStructs || doc.store.pendingDs) return;
		const last = Math.max(...rows.map((row) => Number(row.id)));
		await queries.query(
			'update private.documents set snapshot = $2, snapshot_through = $3 where name = $1',
			[name, Y.encodeStateAsUpdate(doc), last]
		);
		await queries.query(
			`delete from private.updates where document = $1
			and id in (select value::bigint from jsonb_array_elements_text($2::text::jsonb))`,
			[name, JSON.stringify(rows.map((row) => Number(row.id)))]
		);
	});
}
