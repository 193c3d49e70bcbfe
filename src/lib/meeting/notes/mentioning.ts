import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { firstName, type Person } from '../person.ts';
import { matching } from '#lib/ui/choices.ts';

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

/** People whose name begins so, the most likely first; a short list, as it covers the words. */
export function peopleNamed(typed: string, people: readonly Person[]): Person[] {
	const choices = people.map((person) => ({ value: person.id, label: person.name, person }));
	return (typed ? matching(choices, typed) : choices).slice(0, 8).map(({ person }) => person);
}

/** Their first name, or the whole one when two people share the first. */
export function mentionOf(person: Person, people: readonly Person[]): string {
	const first = firstName(person.name);
	const isShared = people.some(({ id, name }) => id !== person.id && firstName(name) === first);
	return `@${isShared ? person.name : first}`;
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
