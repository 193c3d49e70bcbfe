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
