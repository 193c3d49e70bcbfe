import { createSubscriber } from 'svelte/reactivity';
import type { Records, Values } from './records.ts';

/** Lets components read live records: whoever reads `all` re-renders when any record changes. */
export class Reactive<T extends { id: string }> {
	#records: Records<T>;
	#subscribe: () => void;

	constructor(records: Records<T>) {
		this.#records = records;
		this.#subscribe = createSubscriber((update) => records.observe(update));
	}

	get all(): T[] {
		this.#subscribe();
		return this.#records.all();
	}

	get(id: string): T | undefined {
		this.#subscribe();
		return this.#records.get(id);
	}
}

/** The same for values under keys. */
export class ReactiveValues<T> {
	#values: Values<T>;
	#subscribe: () => void;

	constructor(values: Values<T>) {
		this.#values = values;
		this.#subscribe = createSubscriber((update) => values.observe(update));
	}

	get all(): Map<string, T> {
		this.#subscribe();
		return this.#values.all();
	}

	get(key: string): T | undefined {
		this.#subscribe();
		return this.#values.get(key);
	}
}
