import * as Y from 'yjs';
import type { Database, Queries } from '../database/database.ts';
import { readOutline, writeOutline, type Outline } from './outline.ts';

type Entry = { document: string; data: Uint8Array; written: (isStored: boolean) => void };

const mostRowsAtOnce = 400;
/** Statements start this far apart: a lone change is written at once, many together. */
const betweenStatementsMs = 15;
const firstRetry = 250;
const lastRetry = 4000;

/**
 * The truth about live documents: every update, in order, in the database. Updates of all rooms
 * that arrive in the same tick, or while the tick before is being written, go in one statement.
 * While the database cannot be reached the updates wait here and are tried again; nothing is
 * dropped.
 */
export class UpdateLog {
	#database: Database;
	#waiting: Entry[] = [];
	#flushing: Promise<void> | undefined;
	#startedAt = -Infinity;

	constructor(database: Database) {
		this.#database = database;
	}

	/**
	 * Calls back when the database has it, in the order in which updates were appended, or when it
	 * took it no more because the document was sealed or deleted meanwhile.
	 */
	append(document: string, data: Uint8Array, written: Entry['written'] = () => {}): void {
		this.#waiting.push({ document, data, written });
		this.#flushing ??= this.#flush();
	}

	/** Resolves when everything appended so far is written. */
	async drained(): Promise<void> {
		while (this.#flushing) await this.#flushing;
	}

	get waiting(): number {
		return this.#waiting.length;
	}

	async #flush(): Promise<void> {
		let retry = firstRetry;
		while (this.#waiting.length > 0) {
			// Let others join in: those of this tick, and under load those of the next ones.
			const wait = this.#startedAt + betweenStatementsMs - performance.now();
			await new Promise((resolve) =>
				wait > 1 ? setTimeout(resolve, wait) : setImmediate(resolve)
			);
			this.#startedAt = performance.now();
			const batch = this.#waiting.slice(0, mostRowsAtOnce);
			let closed: Set<string>;
			try {
				closed = await this.#write(batch);
			} catch {
				await new Promise((resolve) => setTimeout(resolve, retry));
				retry = Math.min(retry * 2, lastRetry);
				continue;
			}
			retry = firstRetry;
			this.#waiting.splice(0, batch.length);
			for (const { document, written } of batch) written(!closed.has(document));
		}
		this.#flushing = undefined;
	}

	/**
	 * One statement whatever the number of rows, so that the database plans it once. Answers which
	 * documents took theirs no more; one that another node is sealing is waited for.
	 */
	async #write(batch: Entry[]): Promise<Set<string>> {
		let at = 1;
		const rows = batch.map(({ document, data }) => {
			const row = { document, at, bytes: data.byteLength };
			at += data.byteLength;
			return row;
		});
		const refused = await this.#database.query<{ name: string }>(
			`with given as (
				select * from jsonb_to_recordset($1::text::jsonb) as given (document text, at int, bytes int)
			), open as (
				select name from private.documents
				where name in (select document from given) and sealed_at is null
				for share
			), written as (
				insert into private.updates (document, data)
				select document, substring($2::bytea from at for bytes)
				from given where document in (select name from open)
			)
			select distinct document as name from given where document not in (select name from open)`,
			[JSON.stringify(rows), Buffer.concat(batch.map(({ data }) => data))]
		);
		return new Set(refused.map(({ name }) => name));
	}
}

/** A document as the database has it. */
export type Stored = {
	/** What it is made of, to apply in this order. */
	updates: Uint8Array[];
	/** That of the first of its updates, where one was kept. */
	outline?: Outline | undefined;
	sealed: boolean;
};

/**
 * Everything the log knows of a document, or undefined when there is no such document. Throws when
 * the database cannot answer: a document that could not be loaded is never served empty.
 */
export async function loadDocument(database: Queries, name: string): Promise<Stored | undefined> {
	// One statement sees one moment: between two, another node could move the log into the snapshot.
	const rows = await database.query<{
		data: Uint8Array | null;
		outline: Uint8Array | null;
		sealed: boolean;
	}>(
		`select 0 as id, snapshot as data, sealed_at is not null as sealed,
				case when outline_through = snapshot_through then outline end as outline
			from private.documents where name = $1
		union all
		select id, data, false, null from private.updates where document = $1
		order by id`,
		[name]
	);
	const [document] = rows;
	if (!document) return undefined;
	const { data, outline, sealed } = document;
	return {
		updates: rows.flatMap((row) => row.data ?? []),
		outline: data && outline ? readOutline(outline) : undefined,
		sealed
	};
}

/**
 * Folds the log of a document into its snapshot. It reads and replaces the very rows it folds, in
 * one transaction: an update that another node writes meanwhile stays in the log.
 *
 * @returns the new snapshot; undefined when there was nothing to fold, or a gap in it
 */
export async function compactDocument(
	database: Database,
	name: string
): Promise<Uint8Array | undefined> {
	return database.transaction(async (queries) => {
		const [document] = await queries.query<{ snapshot: Uint8Array | null }>(
			'select snapshot from private.documents where name = $1 for no key update',
			[name]
		);
		const rows = await queries.query<{ id: number; data: Uint8Array }>(
			'select id, data from private.updates where document = $1 order by id',
			[name]
		);
		if (!document || rows.length === 0) return undefined;
		const doc = new Y.Doc();
		// In one go: Yjs tidies up after each transaction, which is most of what hundreds cost.
		doc.transact(() => {
			for (const update of [document.snapshot, ...rows.map((row) => row.data)])
				if (update) Y.applyUpdate(doc, update);
		});
		// A gap would be lost in the snapshot; the log keeps it until the missing update arrives.
		if (doc.store.pendingStructs || doc.store.pendingDs) return undefined;
		const snapshot = Y.encodeStateAsUpdate(doc);
		const last = Math.max(...rows.map((row) => Number(row.id)));
		await queries.query(
			`update private.documents set snapshot = $2, snapshot_through = $3,
				outline = $4, outline_through = $3 where name = $1`,
			[name, snapshot, last, writeOutline(doc)]
		);
		await queries.query(
			`delete from private.updates where document = $1
			and id in (select value::bigint from jsonb_array_elements_text($2::text::jsonb))`,
			[name, JSON.stringify(rows.map((row) => Number(row.id)))]
		);
		return snapshot;
	});
}
