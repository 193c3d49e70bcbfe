import type * as Y from 'yjs';
import type { Database, Queries } from '../database/database.ts';
import type { Lease } from './leases.ts';

/**
 * Where a live document stands. It is settled whenever state, stage or what is sealed become another,
 * and takes no more changes once it is closed.
 */
export type Standing = {
	state: 'draft' | 'live' | 'parked' | 'closed';
	stage: string;
	/** Whoever runs it now. */
	chair: string | null;
	/** What of it is sealed, as one word; empty where observers read everything. */
	sealed: string;
};

/** Something the server says in a document. */
export type Written = (doc: Y.Doc) => void;

/**
 * What the server knows of a kind of live document: where it comes from, when it moves on, and which
 * rows it becomes. Documents are handed over to be read or written to at once, not to be kept.
 */
export type LiveKind = {
	/**
	 * Sees to it that the document has its row in private.documents.
	 *
	 * @returns its team, and what makes its first update, which must be the same bytes on every node
	 *   that seeds at once; or undefined when there is nothing by that id
	 */
	find(
		database: Database,
		name: string,
		id: string
	): Promise<{ team: string; seed: () => Uint8Array } | undefined>;
	stand(doc: Y.Doc): Standing;
	/**
	 * Turns it into rows; doing so twice changes nothing.
	 *
	 * @returns what is written into the document once the rows are there, if anything: it is handed
	 *   the document as it stands then, and passed on like what people write
	 */
	settle(queries: Queries, id: string, doc: Y.Doc, lease: Lease): Promise<Written | void>;
	/** What happens when everybody has left a live one for a while; left out where nothing does. */
	park?(doc: Y.Doc, now: number): void;
};
