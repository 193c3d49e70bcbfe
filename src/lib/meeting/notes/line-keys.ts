import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { lineName } from '#lib/live/note-lines.ts';
import { factsOf } from './line.ts';
import { isUntouched } from './line-stamps.ts';
import { withoutMark, type TurnKind } from './turn-line.ts';

/** An editor, as far as a key needs one. */
type Writing = { state: EditorState; view: { dispatch: (tr: Transaction) => void } };

export type LineKeysOptions = {
	turn: (kind: TurnKind) => void;
	/** Called with a line as it was typed when Enter ends it; true when it became something. */
	end: (line: { id: string; text: string }) => boolean;
	leave: () => void;
};

/** The line the caret is in, and where its words begin. */
export function currentLine(state: EditorState): { node: Node; start: number } {
	const { $head } = state.selection;
	return { node: $head.parent, start: $head.start() };
}

/** Enter ends a line, Alt and a letter turns it into something, Escape leaves the notes. */
export const LineKeys = Extension.create<LineKeysOptions>({
	name: 'lineKeys',
	priority: 1100,
	addKeyboardShortcuts() {
		const { turn, end, leave } = this.options;
		const turnInto = (kind: TurnKind) => () => {
			turn(kind);
			return true;
		};
		const enter = () => endLine(this.editor, end);
		return {
			'Alt-d': turnInto('decision'),
			'Alt-a': turnInto('action'),
			'Alt-i': turnInto('insight'),
			'Alt-r': turnInto('risk'),
			'Alt-h': turnInto('hot item'),
			'Alt-x': () => strike(this.editor),
			Enter: enter,
			'Shift-Enter': enter,
			'Mod-Enter': enter,
			Escape: () => {
				leave();
				return true;
			}
		};
	}
});

export function strike(editor: Writing): boolean {
	const { node, start } = currentLine(editor.state);
	if (node.content.size === 0) return true;
	editor.view.dispatch(
		editor.state.tr.setNodeAttribute(start - 1, 'struck', factsOf(node).struck ? null : true)
	);
	return true;
}

export function endLine(editor: Writing, end: LineKeysOptions['end']): boolean {
	const { state, view } = editor;
	const { node, start } = currentLine(state);
	const { empty, $from } = state.selection;
	if (empty && node.content.size === 0 && start + 1 === state.doc.content.size) return true;

	if (empty && end({ id: factsOf(node).id, text: node.textContent })) {
		keepReadable(editor);
		openLineAfter(editor);
		return true;
	}
	const line = state.schema.nodes[lineName];
	if (!line) return false;
	// At the start of its words a line stays the line it is, and the new one goes above it.
	const tr =
		empty && $from.parentOffset === 0 && node.content.size > 0
			? state.tr.insert(start - 1, line.create())
			: splitAt(state, { type: line });
	view.dispatch(tr.scrollIntoView());
	return true;
}

function splitAt(state: EditorState, type: { type: Node['type'] }) {
	const tr = state.tr.deleteSelection();
	return tr.split(tr.selection.from, 1, [type]);
}

/** Takes the mark away that was typed to make an outcome; the words stay. */
export function keepReadable(editor: Writing): void {
	const { node, start } = currentLine(editor.state);
	const length = node.textContent.length - withoutMark(node.textContent).length;
	if (length > 0) editor.view.dispatch(editor.state.tr.delete(start, start + length));
}

function openLineAfter(editor: Writing): void {
	const { state, view } = editor;
	const { node, start } = currentLine(state);
	const line = state.schema.nodes[lineName]?.create();
	if (!line) return;
	const after = start + node.content.size + 1;
	const tr = state.tr.insert(after, line);
	view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
}

/**
 * Puts the caret in a line of its own at the end. The line is shared at once, so that two people
 * who begin in empty notes do not type into one another.
 */
export function openLastLine(editor: Writing, me: string): void {
	const { state, view } = editor;
	const last = state.doc.lastChild;
	const line = state.schema.nodes[lineName];
	if (!last || !line) return;
	const isMine = last.content.size === 0 && factsOf(last).by === me;
	const tr = state.tr;
	// Any new attribute makes it a line that is shared; who and when are then signed.
	if (isUntouched(state.doc)) tr.setNodeAttribute(0, 'id', crypto.randomUUID());
	else if (!isMine) tr.insert(state.doc.content.size, line.create());
	view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView());
}
