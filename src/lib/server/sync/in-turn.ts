import { setTimeout as pause } from 'node:timers/promises';

/** It rests four times as long as it worked, but not for minutes after a database was away. */
const rests = 4;
const longestRestMs = 1000;

/**
 * Does work for one after the other with a rest between, so that hundreds that are due in the same
 * second take a fifth of the time and hold nobody up. Whoever waits already is not added again.
 */
export class InTurn<Item> {
	#work: (item: Item) => Promise<void>;
	#onFailure: (error: unknown) => void;
	#waiting = new Set<Item>();
	#working: Promise<void> | undefined;
	#isStopped = false;

	constructor(work: (item: Item) => Promise<void>, onFailure: (error: unknown) => void = () => {}) {
		this.#work = work;
		this.#onFailure = onFailure;
	}

	add(item: Item): void {
		if (this.#isStopped) return;
		this.#waiting.add(item);
		this.#working ??= this.#workThrough();
	}

	/** Begins with nobody else from now on; resolves when the one under way is done. */
	async stop(): Promise<void> {
		this.#isStopped = true;
		this.#waiting.clear();
		await this.#working;
	}

	async #workThrough(): Promise<void> {
		for (const item of this.#waiting) {
			this.#waiting.delete(item);
			const began = performance.now();
			await this.#work(item).catch(this.#onFailure);
			const rest = (performance.now() - began) * rests;
			await pause(Math.min(rest, longestRestMs), undefined, { ref: false });
		}
		this.#working = undefined;
	}
}
