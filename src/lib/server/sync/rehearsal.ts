import * as Y from 'yjs';

/** What an update would do: change something, nothing new, or hang on something that is missing. */
export type Rehearsed =
	{ does: 'change'; update: Uint8Array } | { does: 'nothing' } | { does: 'wait' };

/**
 * Tries each update on a copy of the document first. Decoding alone does not find every broken
 * update: some throw half-way, some leave the document waiting for ever for what nobody has. Here
 * the copy is spoilt and thrown away, and the document never sees them.
 */
export class Rehearsal {
	#doc: Y.Doc;
	#copy: Y.Doc | undefined;
	#changes: Uint8Array[] = [];

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		doc.on('update', (update: Uint8Array) => {
			if (this.#copy) Y.applyUpdate(this.#copy, update);
		});
	}

	/** Throws when the update is no update. What it would change is encoded anew, free of the rest. */
	try(update: Uint8Array): Rehearsed {
		if (startsTooLate(this.#doc, update)) return { does: 'wait' };
		try {
			const copy = (this.#copy ??= this.#makeCopy());
			this.#changes = [];
			Y.applyUpdate(copy, update);
			if (copy.store.pendingStructs || copy.store.pendingDs) {
				this.#forget();
				return { does: 'wait' };
			}
			const [change] = this.#changes;
			return change ? { does: 'change', update: change } : { does: 'nothing' };
		} catch (error) {
			this.#forget();
			throw error;
		}
	}

	destroy(): void {
		this.#forget();
	}

	#makeCopy(): Y.Doc {
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#doc));
		copy.on('update', (change: Uint8Array) => this.#changes.push(change));
		return copy;
	}

	#forget(): void {
		this.#copy?.destroy();
		this.#copy = undefined;
	}
}

/** The usual reason to wait, found without spoiling the copy. */
function startsTooLate(doc: Y.Doc, update: Uint8Array): boolean {
	return [...Y.parseUpdateMeta(update).from].some(
		([client, clock]) => clock > Y.getState(doc.store, client)
	);
}

/** True when everything the update says is in the document already. */
export function isKnown(doc: Y.Doc, update: Uint8Array): boolean {
	const { structs, ds } = Y.decodeUpdate(update);
	const deleted = Y.createDeleteSetFromStructStore(doc.store);
	return (
		structs.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client)) &&
		[...ds.clients].every(([client, ranges]) =>
			ranges.every(({ clock, len }) =>
				deleted.clients
					.get(client)
					?.some((range) => range.clock <= clock && clock + len <= range.clock + range.len)
			)
		)
	);
}
