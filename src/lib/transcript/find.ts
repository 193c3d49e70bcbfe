import type { Turn } from './transcript.ts';

export type Part = { text: string; isFound: boolean };
export type Found<One> = { turn: One; parts: Part[] };

/** Without accents and capitals, one letter for one letter, so that places stay where they are. */
const plain = (text: string): string =>
	Array.from(text, (letter) => {
		const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
		return bare.length === letter.length ? bare : letter;
	}).join('');

/** The turns that hold every word that is looked for, with where they stand; all where none is. */
export function turnsWith<One extends Pick<Turn, 'text' | 'speaker'>>(
	turns: readonly One[],
	wanted: string
): Found<One>[] {
	const words = plain(wanted).split(/\s+/u).filter(Boolean);
	return turns.flatMap((turn) => {
		const text = plain(turn.text);
		const speaker = plain(turn.speaker);
		if (!words.every((word) => text.includes(word) || speaker.includes(word))) return [];
		return [{ turn, parts: partsOf(turn.text, text, words) }];
	});
}

function partsOf(text: string, searched: string, words: readonly string[]): Part[] {
	const parts: Part[] = [];
	let from = 0;
	while (from < text.length) {
		const next = words
			.map((word) => ({ word, at: searched.indexOf(word, from) }))
			.filter(({ at }) => at >= 0)
			.toSorted((one, other) => one.at - other.at || other.word.length - one.word.length)[0];
		if (!next) break;
		if (next.at > from) parts.push({ text: text.slice(from, next.at), isFound: false });
		from = next.at + next.word.length;
		parts.push({ text: text.slice(next.at, from), isFound: true });
	}
	if (from < text.length) parts.push({ text: text.slice(from), isFound: false });
	return parts;
}
