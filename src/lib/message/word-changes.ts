import { diffWordsWithSpace } from 'diff';

export type WordChange = { text: string; change: 'same' | 'added' | 'removed' };

const words = new Intl.Segmenter('en-GB', { granularity: 'word' });

/**
 * What became of a text, word by word: read without what was removed, it is the newer one. Changes
 * with nothing but space or punctuation between them are one, so that a new sentence reads as one.
 */
export function wordChanges(older: string, newer: string): WordChange[] {
	const changes: WordChange[] = [];
	let removed = '';
	let added = '';
	let between = '';
	const end = () => {
		if (removed) changes.push({ text: removed, change: 'removed' });
		if (added) changes.push({ text: added, change: 'added' });
		if (between) changes.push({ text: between, change: 'same' });
		removed = added = between = '';
	};
	for (const part of diffWordsWithSpace(older, newer, { intlSegmenter: words })) {
		if (!part.added && !part.removed) {
			if (hasWords(part.value) || (!removed && !added)) {
				end();
				changes.push({ text: part.value, change: 'same' });
			} else between += part.value;
			continue;
		}
		if (between) {
			removed += between;
			added += between;
			between = '';
		}
		if (part.removed) removed += part.value;
		else added += part.value;
	}
	end();
	return changes;
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);
