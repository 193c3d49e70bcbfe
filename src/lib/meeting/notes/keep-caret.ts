import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';

/**
 * Lets an editor see where the caret is now. The browser moves it at once and says so a moment later;
 * what is drawn in between would put it back to where the editor knew it.
 */
export function seeCaret(view: EditorView): void {
	if (view.hasFocus() && !view.composing)
		view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

export type KeepCaretOptions = {
	/** Calls back before the words of others are put into the document. */
	beforeOthers: (see: () => void) => () => void;
};

/** Sees where the caret is before the words and the carets of others are drawn. */
export const KeepCaret = Extension.create<KeepCaretOptions>({
	name: 'keepCaret',

	addProseMirrorPlugins() {
		const { beforeOthers } = this.options;
		return [
			new Plugin({
				view: (view) => ({ destroy: beforeOthers(() => seeCaret(view)) })
			})
		];
	},

	dispatchTransaction({ transaction, next }) {
		const { view } = this.editor;
		const carets: unknown = transaction.getMeta(yCursorPluginKey);
		const before = view.state;
		if (carets && !transaction.docChanged) seeCaret(view);
		next(view.state === before ? transaction : view.state.tr.setMeta(yCursorPluginKey, carets));
	}
});
