import { createSubscriber } from 'svelte/reactivity';
import type { Records, Values } from './records.ts';

/** A reading of the document, made again when what it is made of has changed. */
export class Reading<T> {
	#read: () => T;
	#subscribe: () => void;
	#kept: { value: T } | undefined;
	#isWatched = false;

	constructor(read: () => T, observe: (update: () => void) => () => void) {
		this.#read = read;
		this.#subscribe = createSubscriber((update) => {
			const stop = observe(() => {
				this.#kept = undefined;
				update();
			});
			this.#isWatched = true;
			return () => {
				stop();
				this.#isWatched = false;
				this.#kept = undefined;
			};
		});
	}

	get value(): T {
		this.#subscribe();
		const reading = this.#kept ?? { value: this.#read() };
		// Without anybody watching, nobody would say when a kept reading is outdated.
		if (this.#isWatched) this.#kept = reading;
		return reading.value;
	}
}

/** Lets components read live records: whoever reads `all` re-renders when any record changes. */
export class Reactive<T extends { id: string }> {
	#reading: Reading<readonly T[]>;

	constructor(records: Records<T>) {
		this.#reading = new Reading(
			() => records.all(),
			(update) => records.observe(update)
		);
	}

	get all(): readonly T[] {
		return this.#reading.value;
	}

	get(id: string): T | undefined {
		return this.all.find((record) => record.id === id);
	}
}

/** The same for values under keys. */
export class ReactiveValues<T> {
	#reading: Reading<ReadonlyMap<string, T>>;

	constructor(values: Values<T>) {
		this.#reading = new Reading(
			() => values.all(),
			(update) => values.observe(update)
		);
	}

	get all(): ReadonlyMap<string, T> {
		return this.#reading.value;
	}

	get(key: string): T | undefined {
		return this.all.get(key);
	}
}
