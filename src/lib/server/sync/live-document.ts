import * as Y from 'yjs';
import { checkUpdate, type Checked, type StateVector, type Structs } from './update-check.ts';
import { Deletions } from './deletions.ts';
import { mergeUpdates } from './merge-updates.ts';
import type { Outline } from './outline.ts';
import { Parts } from './parts.ts';

/** From this many parts on it is quicker to build the document than to merge them as bytes. */
const manyParts = 64;
const fromParts = Symbol('from the parts');
const putAwayAfterMs = 20_000;

/**
 * What a document contains, kept as the updates it is made of. Relaying needs no more: it knows how
 * far each client has come and what is deleted, and answers a newcomer with bytes. A Y.Doc is built
 * when somebody must look inside, kept up to date when they look again, and put away after them.
 */
export class LiveDocument {
	/** Counts the changes, to tell whether something made of the document is still true. */
	version = 0;
	#parts: Parts;
	#known: StateVector = new Map();
	#deleted = new Deletions();
	#doc: Y.Doc | undefined;
	#partsInDoc = 0;
	#idle: NodeJS.Timeout | undefined;
	#onWritten: (update: Uint8Array, checked: Checked) => void;

	/**
	 * @param stored its updates, in the order in which they were written
	 * @param onWritten called with each update that is made on the document of `read` itself
	 * @param onLoaded called with what was read of it, while it lies open anyway
	 * @param outline that of the first update, which is then not read
	 */
	constructor(
		stored: Uint8Array[],
		onWritten: (update: Uint8Array, checked: Checked) => void = () => {},
		onLoaded: (structs: Structs) => void = () => {},
		outline?: Outline
	) {
		this.#parts = new Parts(stored);
		this.#onWritten = onWritten;
		const late = outline && this.#followsOn(outline, stored.slice(1));
		if (late) {
			for (const checked of [outline, ...late]) this.#learn(checked);
			if (stored.length > 2) this.#parts = new Parts([stored[0]!, mergeUpdates(stored.slice(1))]);
			for (const { structs } of late) onLoaded(structs);
		} else onLoaded(this.#readWhole());
	}

	/**
	 * What the updates after an outline hold. Undefined when one hangs on what comes later: two nodes
	 * may have written in another order than they spoke.
	 */
	#followsOn({ reached }: Outline, updates: Uint8Array[]): Checked[] | undefined {
		const known = new Map(reached);
		const all: Checked[] = [];
		for (const update of updates) {
			const checked = checkUpdate(update, (client) => known.get(client) ?? 0);
			if (!checked) return undefined;
			for (const [client, clock] of checked.reached) known.set(client, clock);
			all.push(checked);
		}
		return all;
	}

	#readWhole(): Structs {
		const { structs, ds } = Y.decodeUpdate(this.#whole());
		for (const struct of structs)
			// What follows a gap is not known until the gap is filled.
			if (!(struct instanceof Y.Skip) && struct.id.clock <= this.clockOf(struct.id.client))
				this.#known.set(struct.id.client, struct.id.clock + struct.length);
		this.#deleted.addAll(ds.clients);
		return structs;
	}

	#learn({ reached, deleted }: Pick<Checked, 'reached' | 'deleted'>): void {
		for (const [client, clock] of reached) this.#known.set(client, clock);
		this.#deleted.addAll(deleted);
	}

	/** Bytes, more or less: what was merged may have become less. */
	get size(): number {
		return this.#parts.size;
	}

	clockOf(client: number): number {
		return this.#known.get(client) ?? 0;
	}

	get stateVector(): ReadonlyMap<number, number> {
		return this.#known;
	}

	encodeStateVector(): Uint8Array {
		return Y.encodeStateVector(this.#known);
	}

	/** How many clocks are deleted: two copies that differ here differ. */
	get deleted(): number {
		return this.#deleted.total;
	}

	/** What an update holds, or undefined when it hangs on something missing. Throws when broken. */
	check(update: Uint8Array): Checked | undefined {
		return checkUpdate(update, (client) => this.clockOf(client));
	}

	/** True when everything the update says is here already. */
	has({ reached, deleted }: Checked): boolean {
		return reached.size === 0 && this.#deleted.hasAll(deleted);
	}

	/** Takes an update that was checked, and answers the copy it keeps. */
	add(update: Uint8Array, checked: Checked): Uint8Array {
		this.#learn(checked);
		this.version += 1;
		return this.#parts.add(update);
	}

	/** Makes one of its many parts, without what was deleted. */
	fold(): void {
		this.#become(Y.encodeStateAsUpdate(this.read()));
	}

	/**
	 * Lets what was made of its log elsewhere take the place of many parts: call what it answers with
	 * one update that holds all but these last ones. Folding it here as well would take twice as long.
	 */
	foldedWithout(last: number): (whole: Uint8Array) => void {
		const parts = this.#parts;
		const count = parts.length - last;
		return (whole) => {
			// Made one meanwhile, or what is left out lies in the first.
			if (parts !== this.#parts || count < 1) return;
			this.#parts = new Parts([whole]);
			for (const part of parts.after(count)) this.#parts.add(part);
			this.#partsInDoc = 0;
		};
	}

	/** The updates it is made of, in order, for somebody who has nothing: as they are while few. */
	get parts(): readonly Uint8Array[] {
		return this.#parts.length < manyParts ? [...this.#parts] : [this.#whole()];
	}

	/** What somebody with this state vector lacks, as one update. */
	missingFrom(stateVector: Uint8Array): Uint8Array {
		const isEmpty = stateVector.byteLength === 1 && stateVector[0] === 0;
		return isEmpty ? this.#whole() : Y.diffUpdate(this.#whole(), stateVector);
	}

	/** The document to look into, as it stands. What is written into it counts as said by us. */
	read(): Y.Doc {
		if (!this.#doc) {
			this.#doc = new Y.Doc();
			this.#partsInDoc = 0;
			this.#doc.on('update', this.#wrote);
		}
		this.#idle ??= setTimeout(() => this.putAway(), putAwayAfterMs).unref();
		this.#idle.refresh();
		const doc = this.#doc;
		const news = [...this.#parts.after(this.#partsInDoc)];
		this.#partsInDoc = this.#parts.length;
		if (news.length > 0)
			doc.transact(() => news.forEach((part) => Y.applyUpdate(doc, part)), fromParts);
		return doc;
	}

	/** Puts away the document of `read`, which costs many times the bytes it came from. */
	putAway(): void {
		if (!this.#doc) return;
		this.#whole();
		this.#forgetDoc();
	}

	#wrote = (update: Uint8Array, origin: unknown): void => {
		if (origin === fromParts) return;
		const checked = this.check(update);
		if (!checked) throw new Error('The server wrote into a document that was not up to date');
		const kept = this.add(update, checked);
		// Somebody may have held on to the document while others went on; it catches up when read.
		if (this.#partsInDoc === this.#parts.length - 1) this.#partsInDoc += 1;
		this.#onWritten(kept, checked);
	};

	#whole(): Uint8Array {
		const [only] = this.#parts;
		if (only && this.#parts.length === 1) return only;
		const isBuilt = this.#doc !== undefined;
		const whole =
			isBuilt || this.#parts.length >= manyParts
				? Y.encodeStateAsUpdate(this.read())
				: mergeUpdates([...this.#parts]);
		if (!isBuilt) this.#forgetDoc();
		return this.#become(whole);
	}

	#become(whole: Uint8Array): Uint8Array {
		this.#parts = new Parts([whole]);
		this.#partsInDoc = 1;
		return whole;
	}

	#forgetDoc(): void {
		clearTimeout(this.#idle);
		this.#idle = undefined;
		this.#doc?.destroy();
		this.#doc = undefined;
	}
}
