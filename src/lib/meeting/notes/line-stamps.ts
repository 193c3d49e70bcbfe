import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { factsOf } from './line.ts';
import { longestLine } from './pasted-lines.ts';

/** Who writes here, what time it is on the server, and where new ids come from. */
export type Stamp = { by: string; now: () => number; newId: () => string };

export type StampOptions = { stamp: Stamp; onCut: () => void };

/**
 * Every line has an id of its own, and says who began it and when. Only the window in which
 * somebody types decides that: what comes from others is theirs, and two windows that both
 * corrected a line would correct each other.
 */
export const LineStamps = Extension.create<StampOptions>({
	name: 'lineStamps',
	addProseMirrorPlugins() {
		const { stamp, onCut } = this.options;
		return [stampPlugin(stamp, onCut)];
	}
});

export function stampPlugin(stamp: Stamp, onCut: () => void): Plugin {
	return new Plugin({
		key: new PluginKey('lineStamps'),
		appendTransaction: (transactions, before, after) => {
			const isMine = transactions.some((one) => one.docChanged && !one.getMeta(ySyncPluginKey));
			if (!isMine) return null;
			const tr = after.tr;
			if (cutLines(tr)) onCut();
			stampLines(tr, before, stamp);
			return tr.docChanged ? tr : null;
		}
	});
}

/** Signs new lines, and gives a copied line an id of its own. */
export function stampLines(tr: Transaction, before: EditorState, stamp: Stamp): void {
	if (isUntouched(tr.doc)) return;
	const blankBefore = new Set<string>();
	before.doc.forEach((line) => {
		if (line.content.size === 0) blankBefore.add(factsOf(line).id);
	});

	const seen = new Set<string>();
	tr.doc.forEach((line, position) => {
		const { id } = factsOf(line);
		const isNew = id === '' || seen.has(id);
		const isBegun = blankBefore.has(id) && line.content.size > 0;
		seen.add(id);
		if (isNew) tr.setNodeAttribute(position, 'id', stamp.newId());
		if (isNew || isBegun) {
			tr.setNodeAttribute(position, 'by', stamp.by);
			tr.setNodeAttribute(position, 'at', stamp.now());
		}
	});
}

/** The empty line an editor shows while there are no notes; it is nobody's and is not shared. */
export function isUntouched(doc: Node): boolean {
	const only = doc.childCount === 1 ? doc.firstChild : null;
	return only !== null && only.content.size === 0 && factsOf(only).id === '';
}

function cutLines(tr: Transaction): boolean {
	const tooLong: { from: number; to: number }[] = [];
	tr.doc.forEach((line, position) => {
		const end = position + 1 + line.content.size;
		if (line.content.size > longestLine)
			tooLong.push({ from: position + 1 + longestLine, to: end });
	});
	for (const { from, to } of tooLong.toReversed()) tr.delete(from, to);
	return tooLong.length > 0;
}
