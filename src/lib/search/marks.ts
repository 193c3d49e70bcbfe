import { fold } from './fold.ts';

/** A piece of a passage, and whether it is what was looked for. */
export type Piece = { text: string; marked: boolean };

/** Letters, digits and what belongs inside a word. */
const word = /[\p{L}\p{N}\p{M}’']+/gu;

/**
 * Cuts a text into pieces, those that were looked for marked. The pieces together are the text.
 *
 * @param marks folded words, as the search names them
 * @param beginning what was typed of the last word; words that begin with it are marked too
 */
export function markWords(text: string, marks: readonly string[], beginning = ''): Piece[] {
	const wanted = new Set(marks);
	const pieces: Piece[] = [];
	let reached = 0;
	for (const { 0: found, index } of text.matchAll(word)) {
		const folded = fold(found);
		const isWanted = wanted.has(folded) || (beginning.length > 1 && folded.startsWith(beginning));
		if (!isWanted) continue;
		if (index > reached) pieces.push({ text: text.slice(reached, index), marked: false });
		pieces.push({ text: found, marked: true });
		reached = index + found.length;
	}
	if (reached < text.length) pieces.push({ text: text.slice(reached), marked: false });
	return pieces;
}

const before = 60; // letters

/**
 * The part of a marked text around its first mark, cut between words, with dots where something lacks.
 *
 * @param most how many letters it has at most, the dots aside
 */
export function excerpt(pieces: readonly Piece[], most: number): Piece[] {
	const text = pieces.map((piece) => piece.text).join('');
	if (text.length <= most) return [...pieces];
	const first = pieces.findIndex(({ marked }) => marked);
	const at = pieces.slice(0, Math.max(0, first)).reduce((sum, piece) => sum + piece.text.length, 0);
	const wanted = Math.max(0, Math.min(at - before, text.length - most));
	const start = wanted === 0 ? 0 : afterSpace(text, wanted, at);
	const end = start + most >= text.length ? text.length : beforeSpace(text, start + most, start);
	const kept = cut(pieces, start, end);
	return [
		...(start > 0 ? [{ text: '… ', marked: false }] : []),
		...kept,
		...(end < text.length ? [{ text: ' …', marked: false }] : [])
	];
}

function cut(pieces: readonly Piece[], start: number, end: number): Piece[] {
	const kept: Piece[] = [];
	let at = 0;
	for (const { text, marked } of pieces) {
		const shown = text.slice(Math.max(0, start - at), Math.max(0, end - at));
		if (shown) kept.push({ text: shown, marked });
		at += text.length;
	}
	return kept;
}

function afterSpace(text: string, from: number, latest: number): number {
	const space = text.indexOf(' ', from);
	return space === -1 || space >= latest ? from : space + 1;
}

function beforeSpace(text: string, from: number, earliest: number): number {
	const space = text.lastIndexOf(' ', from);
	return space <= earliest ? from : space;
}
