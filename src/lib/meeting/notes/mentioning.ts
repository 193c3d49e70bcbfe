import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';

/** A name that is being typed after an @, from the @ to the caret. */
export type Mentioning = { from: number; to: number; typed: string };

const begun = /(?:^|[\s([])@([\p{L}\p{N}.’'-]*)$/u;

export function mentioning(state: EditorState): Mentioning | null {
	const { $from, empty, from } = state.selection;
	if (!empty) return null;
	const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset);
	const typed = begun.exec(before)?.[1];
	return typed === undefined ? null : { from: from - typed.length - 1, to: from, typed };
}

export function insertMention(editor: Editor, { from, to }: Mentioning, words: string): void {
	editor.view.dispatch(editor.state.tr.insertText(`${words} `, from, to).scrollIntoView());
	editor.view.focus();
}

/** Gives arrows, Enter, Tab and Escape to the list of people while it is open. */
export const MentionKeys = Extension.create<{ press: (key: string) => boolean }>({
	name: 'mentionKeys',
	priority: 1200,
	addProseMirrorPlugins() {
		const { press } = this.options;
		return [
			new Plugin({
				key: new PluginKey('mentionKeys'),
				props: { handleKeyDown: (_view, event) => !event.isComposing && press(event.key) }
			})
		];
	}
});
