import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { noteLines, type NoteLine } from './note-lines.ts';

/** A line with a key that is unlike every other, also where two lines came to share an id. */
export type KeyedLine = NoteLine & { key: string };

/** Lets components read shared notes: whoever reads `lines` re-renders when a line changes. */
export class ReactiveNotes {
	#fragment: Y.XmlFragment;
	#subscribe: () => void;
	#lines: KeyedLine[] | undefined;
	#isWatched = false;

	constructor(fragment: Y.XmlFragment) {
		this.#fragment = fragment;
		this.#subscribe = createSubscriber((update) => {
			const changed = () => {
				this.#lines = undefined;
				update();
			};
			fragment.observeDeep(changed);
			this.#isWatched = true;
			return () => {
				fragment.unobserveDeep(changed);
				this.#isWatched = false;
				this.#lines = undefined;
			};
		});
	}

	/** Lines with something in them, or with somebody about to write there. */
	get lines(): KeyedLine[] {
		this.#subscribe();
		const lines = this.#lines ?? keyed(noteLines(this.#fragment));
		// Without anybody watching, nobody would say when a kept answer is outdated.
		if (this.#isWatched) this.#lines = lines;
		return lines;
	}
}

function keyed(lines: NoteLine[]): KeyedLine[] {
	const seen = new Set<string>();
	return lines
		.filter((line) => line.id !== '' || line.text !== '')
		.map((line, index) => {
			const key = line.id && !seen.has(line.id) ? line.id : `${line.id} ${index}`;
			seen.add(line.id);
			return { ...line, key };
		});
}
