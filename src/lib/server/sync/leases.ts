import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Nodes } from './nodes.ts';

/** Longer than anything that is done under a lease, short enough to wait for when a node died. */
const leaseSeconds = 15;

/** The right to do for a document what only one node may do. Rows written under it name both. */
export type Lease = { node: string; epoch: number };

/** Which documents this node looks after. */
export class Leases {
	#database: Database;
	#nodes: Nodes | undefined;
	#id: string;

	/** @param nodes the other nodes, or undefined when there are none */
	constructor(database: Database, nodes?: Nodes) {
		this.#database = database;
		this.#nodes = nodes;
		this.#id = nodes?.id ?? randomUUID();
	}

	/**
	 * Takes or renews the lease of a document.
	 *
	 * @returns the lease; or `kept` when a node that is alive has it and does what there is to do;
	 *   or `orphaned` when a dead node has it and it has not run out yet
	 */
	async take(document: string): Promise<Lease | 'kept' | 'orphaned'> {
		const [row] = await this.#database.query<{ epoch: number | null; holder: string | null }>(
			'select epoch, holder from private.keep_document($1, $2::uuid, $3::int, $4::boolean)',
			[document, this.#id, leaseSeconds, this.#nodes === undefined]
		);
		if (row && row.epoch !== null) return { node: this.#id, epoch: Number(row.epoch) };
		return row?.holder && this.#nodes?.isAlive(row.holder) ? 'kept' : 'orphaned';
	}

	/** Leaves it to others, when nobody is in the document here. */
	async release(document: string): Promise<void> {
		await this.#database.query(
			'update private.documents set kept_until = null, keeper = null where name = $1 and keeper = $2::uuid',
			[document, this.#id]
		);
	}
}
