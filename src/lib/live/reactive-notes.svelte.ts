import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { keepUnchanged, keyedLines, type KeyedLine } from './note-lines.ts';

/**
 * Lets components read shared notes. A line that did not change stays the same object, so that of
 * hundreds of lines only the one somebody types in is drawn anew.
 */
export class ReactiveNotes {
	#fragment: Y.XmlFragment;
	#subscribe: () => void;
	#lines: KeyedLine[] = [];
	#isCurrent = false;
	#isWatched = false;

	constructor(fragment: Y.XmlFragment) {
		this.#fragment = fragment;
		this.#subscribe = createSubscriber((update) => {
			const changed = () => {
				this.#isCurrent = false;
				update();
			};
			fragment.observeDeep(changed);
			this.#isWatched = true;
			return () => {
				fragment.unobserveDeep(changed);
				this.#isWatched = false;
				this.#isCurrent = false;
			};
		});
	}

	/** Lines with something in them, or with somebody about to write there. */
	get lines(): KeyedLine[] {
		this.#subscribe();
		if (!this.#isCurrent) this.#lines = keepUnchanged(this.#lines, keyedLines(this.#fragment));
		// Without anybody watching, nobody would say when a kept answer is outdated.
		this.#isCurrent = this.#isWatched;
		return this.#lines;
	}
}
