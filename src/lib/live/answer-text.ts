import * as Y from 'yjs';
import { editsBetween } from '#lib/message/text-edits.ts';

/** How a paragraph is called inside a document; the editor's schema uses the same word. */
export const paragraphName = 'paragraph';

/** Both ends of some words in an answer. They stay with the words, whatever is typed before them. */
export type Anchor = { from: string; to: string };

type Span = { from: number; to: number };

/** What an answer says: its paragraphs, each a line. Offsets below are offsets in this text. */
export function readAnswer(fragment: Y.XmlFragment): string {
	return paragraphs(fragment).map(textOf).join('\n');
}

/** Changes an answer into this text, and touches no word that stays. */
export function rewriteAnswer(fragment: Y.XmlFragment, text: string): void {
	replaceWords(fragment, { from: 0, to: readAnswer(fragment).length }, text);
}

/** Puts other words in the place of some, and touches none that are in both. */
export function replaceWords(fragment: Y.XmlFragment, { from, to }: Span, text: string): void {
	const change = () => {
		if (fragment.length === 0) fragment.push([paragraph('')]);
		const edits = editsBetween(readAnswer(fragment).slice(from, to), text);
		// From the end, so that what is still to change stays where it was.
		for (const edit of edits.toReversed()) {
			remove(fragment, { from: from + edit.from, to: from + edit.to });
			insert(fragment, from + edit.from, edit.text);
		}
	};
	if (fragment.doc) fragment.doc.transact(change);
	else change();
}

/** Holds on to words by the letters themselves. */
export function anchorAt(fragment: Y.XmlFragment, { from, to }: Span): Anchor {
	return { from: holdOn(fragment, from, 0), to: holdOn(fragment, to, -1) };
}

/**
 * Where anchored words are now; undefined when they are gone.
 *
 * @param quote the words as they were; when their letters went away with a line that was cut in two,
 *   they are looked for by this, and taken for found only where they stand once
 */
export function spanOf(fragment: Y.XmlFragment, anchor: Anchor, quote: string): Span | undefined {
	const from = placeOf(fragment, anchor.from);
	const to = placeOf(fragment, anchor.to);
	if (from !== undefined && to !== undefined && from < to) return { from, to };
	const text = readAnswer(fragment);
	const at = quote === '' ? -1 : text.indexOf(quote);
	if (at < 0 || text.includes(quote, at + 1)) return undefined;
	return { from: at, to: at + quote.length };
}

/** A paragraph with these words, also for seeds. */
export function paragraph(words: string): Y.XmlElement {
	const element = new Y.XmlElement(paragraphName);
	element.insert(0, [new Y.XmlText(words)]);
	return element;
}

const paragraphs = (fragment: Y.XmlFragment): Y.XmlElement[] =>
	fragment.toArray().filter((node) => node instanceof Y.XmlElement);

const texts = (element: Y.XmlElement): Y.XmlText[] =>
	element.toArray().filter((node) => node instanceof Y.XmlText);

const textOf = (element: Y.XmlElement): string => texts(element).map(wordsOf).join('');

function wordsOf(text: Y.XmlText): string {
	return (text.toDelta() as { insert: unknown }[])
		.map(({ insert: part }) => (typeof part === 'string' ? part : ''))
		.join('');
}

/** The paragraph an offset is in, and how far into it. */
function locate(fragment: Y.XmlFragment, offset: number): { index: number; at: number } {
	let left = offset;
	const all = paragraphs(fragment);
	for (const [index, element] of all.entries()) {
		const { length } = textOf(element);
		if (left <= length) return { index, at: left };
		left -= length + 1;
	}
	const last = all.at(-1);
	return { index: Math.max(0, all.length - 1), at: last ? textOf(last).length : 0 };
}

/** The piece of text an offset of a paragraph is in; made when there is none yet. */
function pieceAt(element: Y.XmlElement, offset: number): { text: Y.XmlText; at: number } {
	let left = offset;
	const all = texts(element);
	for (const text of all) {
		if (left <= text.length) return { text, at: left };
		left -= text.length;
	}
	const last = all.at(-1);
	if (last) return { text: last, at: last.length };
	const made = new Y.XmlText();
	element.insert(0, [made]);
	return { text: made, at: 0 };
}

function remove(fragment: Y.XmlFragment, { from, to }: Span): void {
	if (from >= to) return;
	const start = locate(fragment, from);
	const end = locate(fragment, to);
	const first = paragraphs(fragment)[start.index];
	const last = paragraphs(fragment)[end.index];
	if (!first || !last) return;
	if (first === last) return removeInside(first, start.at, end.at);
	const tail = textOf(last).slice(end.at);
	removeInside(first, start.at, textOf(first).length);
	for (const gone of paragraphs(fragment).slice(start.index + 1, end.index + 1))
		fragment.delete(fragment.toArray().indexOf(gone));
	insertInside(first, start.at, tail);
}

function insert(fragment: Y.XmlFragment, offset: number, words: string): void {
	if (words === '') return;
	const { index, at } = locate(fragment, offset);
	const here = paragraphs(fragment)[index];
	if (!here) return;
	const [head = '', ...others] = words.split('\n');
	if (others.length === 0) return insertInside(here, at, head);
	const tail = textOf(here).slice(at);
	removeInside(here, at, textOf(here).length);
	insertInside(here, at, head);
	const below = others.map((line, count) =>
		paragraph(count === others.length - 1 ? line + tail : line)
	);
	fragment.insert(fragment.toArray().indexOf(here) + 1, below);
}

function insertInside(element: Y.XmlElement, offset: number, words: string): void {
	if (words === '') return;
	const { text, at } = pieceAt(element, offset);
	text.insert(at, words);
}

function removeInside(element: Y.XmlElement, from: number, to: number): void {
	let start = 0;
	for (const text of texts(element)) {
		const { length } = text;
		const cut = { from: Math.max(from - start, 0), to: Math.min(to - start, length) };
		if (cut.from < cut.to) text.delete(cut.from, cut.to - cut.from);
		start += length;
	}
}

function holdOn(fragment: Y.XmlFragment, offset: number, side: 0 | -1): string {
	const { index, at } = locate(fragment, offset);
	const element = paragraphs(fragment)[index];
	if (!element || texts(element).length === 0) return '';
	const piece = pieceAt(element, at);
	return JSON.stringify(Y.createRelativePositionFromTypeIndex(piece.text, piece.at, side));
}

function placeOf(fragment: Y.XmlFragment, held: string): number | undefined {
	const found = fragment.doc && absolute(fragment.doc, held);
	if (!found) return undefined;
	let start = 0;
	for (const element of paragraphs(fragment)) {
		for (const text of texts(element)) {
			if (text === found.type) return start + found.index;
			start += text.length;
		}
		start += 1;
	}
	return undefined;
}

/** Anybody may have written what is held on to; Yjs throws over letters that never were. */
function absolute(doc: Y.Doc, held: string): Y.AbsolutePosition | null {
	try {
		if (held === '') return null;
		const position = Y.createRelativePositionFromJSON(JSON.parse(held));
		return Y.createAbsolutePositionFromRelativePosition(position, doc);
	} catch {
		return null;
	}
}
