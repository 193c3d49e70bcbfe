import { limits } from './limits.ts';

/** Tells of a burst in a few words: each kind once, and no sooner again than a moment later. */
export class Gathered {
	#tell: (kinds: string[]) => void;
	#kinds = new Set<string>();
	#timer: NodeJS.Timeout | undefined;
	#toldAt = -Infinity;

	constructor(tell: (kinds: string[]) => void) {
		this.#tell = tell;
	}

	add(kind: string): void {
		this.#kinds.add(kind);
		const since = performance.now() - this.#toldAt;
		const wait = Math.max(limits.changesGatherMs, limits.changesEveryMs - since);
		this.#timer ??= setTimeout(() => this.#tellAll(), wait);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#tellAll(): void {
		const kinds = [...this.#kinds];
		this.#kinds.clear();
		this.#timer = undefined;
		this.#toldAt = performance.now();
		this.#tell(kinds);
	}
}
