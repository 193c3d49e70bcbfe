import type * as Y from 'yjs';
import { keepUnchanged, keyedLines, type KeyedLine } from './note-lines.ts';
import { Reading } from './reactive.svelte.ts';

/**
 * Lets components read shared notes. A line that did not change stays the same object, so that of
 * hundreds of lines only the one somebody types in is drawn anew.
 */
export class ReactiveNotes {
	#before: KeyedLine[] = [];
	#reading: Reading<KeyedLine[]>;

	constructor(fragment: Y.XmlFragment) {
		this.#reading = new Reading(
			() => (this.#before = keepUnchanged(this.#before, keyedLines(fragment))),
			(update) => {
				fragment.observeDeep(update);
				return () => fragment.unobserveDeep(update);
			}
		);
	}

	get lines(): KeyedLine[] {
		return this.#reading.value;
	}
}
