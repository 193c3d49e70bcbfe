import * as Y from 'yjs';

/** A line of the shared notes as it stands: who began it, when, and what it became. */
export type NoteLine = {
	id: string;
	text: string;
	author: string | null;
	at: number | null;
	/** True for a line struck out. */
	struck: boolean;
};

/** A line with a key that is unlike every other, also where two lines came to share an id. */
export type KeyedLine = NoteLine & { key: string };

/** How a line is called inside a document; the editor's schema uses the same word. */
export const lineName = 'line';

/** The lines of a fragment in order; lines without an id (someone is just typing) are kept too. */
export function noteLines(fragment: Y.XmlFragment): NoteLine[] {
	return fragment.toArray().flatMap((node) => {
		if (!(node instanceof Y.XmlElement)) return [];
		const at = Number(node.getAttribute('at'));
		return [
			{
				id: text(node.getAttribute('id')),
				text: plainText(node),
				author: text(node.getAttribute('by')) || null,
				at: Number.isFinite(at) && at > 0 ? at : null,
				// The editor keeps a boolean, other writers a word.
				struck: String(node.getAttribute('struck')) === 'true'
			}
		];
	});
}

/** Lines with something in them, or with somebody about to write there. */
export function keyedLines(fragment: Y.XmlFragment): KeyedLine[] {
	const seen = new Set<string>();
	return noteLines(fragment)
		.filter((line) => line.id !== '' || line.text !== '')
		.map((line, index) => {
			const key = line.id && !seen.has(line.id) ? line.id : `${line.id} ${index}`;
			seen.add(line.id);
			return { ...line, key };
		});
}

/** The lines as they are now, each that reads as it did before as the very same object. */
export function keepUnchanged(before: KeyedLine[], now: KeyedLine[]): KeyedLine[] {
	const known = new Map(before.map((line) => [line.key, line]));
	return now.map((line) => {
		const old = known.get(line.key);
		return old && isSame(old, line) ? old : line;
	});
}

function isSame(one: KeyedLine, other: KeyedLine): boolean {
	return (
		one.id === other.id &&
		one.text === other.text &&
		one.author === other.author &&
		one.at === other.at &&
		one.struck === other.struck
	);
}

/** Adds a line at the end, for when there is no editor to type it in. */
export function appendLine(
	fragment: Y.XmlFragment,
	line: { id: string; by: string; at: number; text: string }
): void {
	const element = new Y.XmlElement(lineName);
	element.setAttribute('id', line.id);
	element.setAttribute('by', line.by);
	element.setAttribute('at', String(line.at));
	element.insert(0, [new Y.XmlText(line.text)]);
	fragment.push([element]);
}

/** Takes away the lines this person opened and wrote nothing in. */
export function removeBlankLines(fragment: Y.XmlFragment, by: string): void {
	fragment.doc?.transact(() => {
		const nodes = fragment.toArray();
		for (const [index, node] of [...nodes.entries()].toReversed()) {
			const isMine = node instanceof Y.XmlElement && node.getAttribute('by') === by;
			if (isMine && plainText(node).trim() === '') fragment.delete(index);
		}
	});
}

function plainText(node: Y.XmlElement): string {
	return node
		.toArray()
		.map((child) => {
			if (child instanceof Y.XmlText)
				return (child.toDelta() as { insert: unknown }[])
					.map((part) => (typeof part.insert === 'string' ? part.insert : ''))
					.join('');
			return child instanceof Y.XmlElement ? plainText(child) : '';
		})
		.join('');
}

const text = (attribute: unknown): string => (typeof attribute === 'string' ? attribute : '');
