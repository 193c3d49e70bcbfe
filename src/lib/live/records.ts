import * as v from 'valibot';
import * as Y from 'yjs';

type Schema<Value> = v.GenericSchema<unknown, Value>;

/**
 * Records in a live document, each a map of its fields, so that two people can change two fields of
 * one record at once. What arrives is parsed on the way out: a record that does not parse is not
 * shown, whoever wrote it.
 */
export class Records<Value extends { id: string }> {
	#map: Y.Map<Y.Map<unknown>>;
	#schema: Schema<Value>;

	constructor(map: Y.Map<Y.Map<unknown>>, schema: Schema<Value>) {
		this.#map = map;
		this.#schema = schema;
	}

	all(): Value[] {
		return [...this.#map].flatMap(([id, fields]) => this.#parse(id, fields) ?? []);
	}

	get(id: string): Value | undefined {
		return this.#parse(id, this.#map.get(id));
	}

	add(record: Value): void {
		this.#map.set(record.id, new Y.Map(Object.entries(record)));
	}

	change(id: string, fields: Partial<Omit<Value, 'id'>>): void {
		const record = this.#map.get(id);
		if (!(record instanceof Y.Map)) return;
		this.#map.doc?.transact(() => {
			for (const [name, value] of Object.entries(fields)) record.set(name, value);
		});
	}

	remove(id: string): void {
		this.#map.delete(id);
	}

	observe(update: () => void): () => void {
		this.#map.observeDeep(update);
		return () => this.#map.unobserveDeep(update);
	}

	#parse(id: string, fields: unknown): Value | undefined {
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
