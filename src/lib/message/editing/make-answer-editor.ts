import { Editor, Extension, Node } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import type { Awareness } from 'y-protocols/awareness';
import type { XmlFragment } from 'yjs';
import { paragraphName } from '#lib/live/answer-text.ts';
import { drawCaret } from '#lib/meeting/notes/draw-caret.ts';
import { KeepCaret, seeCaret, type KeepCaretOptions } from '#lib/meeting/notes/keep-caret.ts';
import { firstName, type Person } from '#lib/meeting/person.ts';
import { AnswerMarks } from './marks.ts';

export type AnswerEditorParts = {
	element: HTMLElement;
	fragment: XmlFragment;
	awareness: Awareness;
	beforeOthers: KeepCaretOptions['beforeOthers'];
	me: Person;
	/** Names and colours come from the team, not from what another window says of itself. */
	person: (id: string) => Person;
	/** Ids of the elements that name and describe the text field. */
	labelledBy: string;
	describedBy: string;
	keys: { comment: () => void; suggest: () => void; leave: () => void };
};

const Paragraph = Node.create({
	name: paragraphName,
	group: 'block',
	content: 'text*',
	marks: '',
	parseHTML: () => [{ tag: 'p' }],
	renderHTML: () => ['p', { dir: 'auto' }, 0]
});

/** Plain paragraphs that several people write at once, with each other's carets. */
export function makeAnswerEditor(parts: AnswerEditorParts): Editor {
	const { element, fragment, awareness, beforeOthers, me, person, labelledBy, describedBy, keys } =
		parts;
	const personOf = (user: Record<string, unknown>) =>
		person(typeof user['person'] === 'string' ? user['person'] : '');
	// What is done to the selection is done to what stands there now, not to what was known a step ago.
	const press =
		(run: () => void) =>
		({ editor }: { editor: Editor }) => {
			seeCaret(editor.view);
			run();
			return true;
		};
	return new Editor({
		element,
		injectCSS: false,
		enableInputRules: false,
		enablePasteRules: false,
		extensions: [
			Document.extend({ content: `${paragraphName}+` }),
			Text,
			Paragraph,
			Extension.create({
				name: 'answerKeys',
				addKeyboardShortcuts: () => ({
					'Mod-Alt-m': press(keys.comment),
					'Mod-Alt-r': press(keys.suggest),
					Escape: press(keys.leave)
				})
			}),
			AnswerMarks,
			KeepCaret.configure({ beforeOthers }),
			Collaboration.configure({ fragment }),
			CollaborationCaret.configure({
				provider: { awareness },
				user: { person: me.id, name: firstName(me.name), hue: me.hue, color: '#767676' },
				render: (user) => drawCaret(personOf(user)),
				selectionRender: (user) => ({
					class: 'cursor-selection',
					style: `--h: var(--hue-${personOf(user).hue})`
				})
			})
		],
		editorProps: {
			attributes: {
				class: 'an-doc',
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-labelledby': labelledBy,
				'aria-describedby': describedBy,
				spellcheck: 'true'
			}
		}
	});
}
