import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { lineName } from '#lib/live/note-lines.ts';
import type { XmlFragment } from 'yjs';
import { firstName } from '../person.ts';
import type { Room } from '../room.svelte.ts';
import { drawCaret } from './draw-caret.ts';
import { KeepCaret } from './keep-caret.ts';
import { LineKeys, type LineKeysOptions } from './line-keys.ts';
import { LineStamps } from './line-stamps.ts';
import { LineView } from './line-view.svelte.ts';
import { LineNode } from './line.ts';
import { MentionKeys } from './mentioning.ts';
import { leftOut, pastedLines } from './pasted-lines.ts';

export type EditorParts = {
	element: HTMLElement;
	room: Room;
	fragment: XmlFragment;
	/** The name of the text field, for whoever hears it. */
	label: string;
	keys: LineKeysOptions;
	pressInList: (key: string) => boolean;
	/** Says what could not be taken in. */
	say: (text: string) => void;
};

export function makeEditor(parts: EditorParts): Editor {
	const { element, room, fragment, label, keys, pressInList, say } = parts;
	const { live, me } = room;
	const name = firstName(me.name);
	return new Editor({
		element,
		injectCSS: false,
		enableInputRules: false,
		enablePasteRules: false,
		extensions: [
			Document.extend({ content: `${lineName}+` }),
			Text,
			LineNode.configure({ draw: (line) => new LineView(room, line) }),
			LineStamps.configure({
				stamp: {
					by: me.id,
					now: () => live.connection.clock.now(),
					newId: () => crypto.randomUUID()
				},
				onCut: () => say('A line holds 20,000 characters; the rest was left out.')
			}),
			LineKeys.configure(keys),
			MentionKeys.configure({ press: pressInList }),
			KeepCaret.configure({ beforeOthers: (see) => live.connection.beforeOthers(see) }),
			Collaboration.configure({ fragment }),
			CollaborationCaret.configure({
				provider: { awareness: live.connection.awareness },
				user: { person: me.id, name, hue: me.hue, color: '#767676' },
				render: (user) => drawCaret(personOf(room, user)),
				selectionRender: (user) => ({
					class: 'cursor-selection',
					style: `--h: var(--hue-${personOf(room, user).hue})`
				})
			})
		],
		editorProps: {
			attributes: {
				class: 'nt-doc',
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-label': label,
				'aria-describedby': 'notes-keys',
				spellcheck: 'true'
			},
			handlePaste: (view, event) => take(view, event.clipboardData, say),
			handleDrop: (view, event) => take(view, event.dataTransfer, say)
		}
	});
}

/** Puts plain lines where the caret is; whatever else they were wrapped in stays outside. */
export function insertLines(view: EditorView, text: string): string | undefined {
	const pasted = pastedLines(text);
	const { schema, tr } = view.state;
	const line = schema.nodes[lineName];
	if (!line || pasted.lines.length === 0) return undefined;
	const [first = '', ...others] = pasted.lines;
	if (others.length === 0) tr.insertText(first);
	else {
		const nodes = pasted.lines.map((words) => line.create(null, schema.text(words)));
		tr.replaceSelection(new Slice(Fragment.from(nodes), 1, 1));
	}
	view.dispatch(tr.scrollIntoView());
	return leftOut(pasted);
}

function take(view: EditorView, data: DataTransfer | null, say: EditorParts['say']): boolean {
	const problem = insertLines(view, data?.getData('text/plain') ?? '');
	if (problem) say(problem);
	return true;
}

/** Names and colours come from the team, not from what another window says of itself. */
function personOf(room: Room, user: Record<string, unknown>) {
	return room.person(typeof user['person'] === 'string' ? user['person'] : '');
}
