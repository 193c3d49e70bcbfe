import * as v from 'valibot';
import * as Y from 'yjs';

type Schema<Value> = v.GenericSchema<unknown, Value>;

/**
 * Records in a live document, each a map of its fields, so that two people can change two fields of
 * one record at once. What arrives is parsed on the way out: a record that does not parse is not
 * shown, whoever wrote it. While somebody observes them, what was parsed is kept until it changes, so
 * that a change of one among hundreds costs one; whoever reads on the same record gets the same object.
 */
export class Records<Value extends { id: string }> {
	#map: Y.Map<Y.Map<unknown>>;
	#schema: Schema<Value>;
	#updates = new Set<() => void>();
	/** By id, what was parsed; undefined for what does not parse. */
	#kept = new Map<string, Value | undefined>();

	constructor(map: Y.Map<Y.Map<unknown>>, schema: Schema<Value>) {
		this.#map = map;
		this.#schema = schema;
	}

	all(): Value[] {
		return [...this.#map.keys()].flatMap((id) => this.get(id) ?? []);
	}

	get(id: string): Value | undefined {
		if (this.#kept.has(id)) return this.#kept.get(id);
		const parsed = this.#parse(id);
		// Without anybody observing, nobody would say when it is outdated.
		if (this.#updates.size > 0 && this.#map.has(id)) this.#kept.set(id, parsed);
		return parsed;
	}

	add(record: Value): void {
		this.#map.set(record.id, new Y.Map(Object.entries(record)));
		this.#kept.delete(record.id);
	}

	change(id: string, fields: Partial<Omit<Value, 'id'>>): void {
		const record = this.#map.get(id);
		if (!(record instanceof Y.Map)) return;
		this.#map.doc?.transact(() => {
			for (const [name, value] of Object.entries(fields)) record.set(name, value);
		});
		this.#kept.delete(id);
	}

	remove(id: string): void {
		this.#map.delete(id);
		this.#kept.delete(id);
	}

	/** Calls back after each change, whoever made it. */
	observe(update: () => void): () => void {
		// One of our own for each call, so that the same callback may observe twice.
		const own = () => update();
		if (this.#updates.size === 0) this.#map.observeDeep(this.#changed);
		this.#updates.add(own);
		return () => {
			if (!this.#updates.delete(own) || this.#updates.size > 0) return;
			this.#map.unobserveDeep(this.#changed);
			this.#kept.clear();
		};
	}

	/** Forgets what changed, and then says so. */
	#changed = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
		for (const { path, keys } of events)
			for (const id of path.length > 0 ? [String(path[0])] : keys.keys()) this.#kept.delete(id);
		for (const update of [...this.#updates]) update();
	};

	#parse(id: string): Value | undefined {
		const fields: unknown = this.#map.get(id);
		if (!(fields instanceof Y.Map)) return undefined;
		const parsed = v.safeParse(this.#schema, { ...fields.toJSON(), id });
		return parsed.success ? parsed.output : undefined;
	}
}

/** Values under keys: what a person may have once is keyed by that person. */
export class Values<Value> {
	#map: Y.Map<unknown>;
	#schema: Schema<Value>;

	constructor(map: Y.Map<unknown>, schema: Schema<Value>) {
		this.#map = map;
		this.#schema = schema;
	}

	all(): Map<string, Value> {
		const values = new Map<string, Value>();
		for (const key of this.#map.keys()) {
			const value = this.get(key);
			if (value !== undefined) values.set(key, value);
		}
		return values;
	}

	get(key: string): Value | undefined {
		const parsed = v.safeParse(this.#schema, this.#map.get(key));
		return parsed.success ? parsed.output : undefined;
	}

	set(key: string, value: Value): void {
		this.#map.set(key, value);
	}

	remove(key: string): void {
		this.#map.delete(key);
	}

	observe(update: () => void): () => void {
		this.#map.observe(update);
		return () => this.#map.unobserve(update);
	}
}
