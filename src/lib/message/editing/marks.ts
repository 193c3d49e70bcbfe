import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { seeCaret } from '#lib/meeting/notes/keep-caret.ts';
import type { Mark } from '../mark.ts';

const key = new PluginKey<DecorationSet>('answerMarks');

/** What an answer says: each paragraph a line. */
const textOf = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n');

/** A paragraph begins and ends in the editor, where the text only has the end of a line. */
const positionOf = (text: string, offset: number): number =>
	offset + 1 + (text.slice(0, offset).split('\n').length - 1);

export const offsetOf = (doc: Node, position: number): number =>
	doc.textBetween(0, Math.min(position, doc.content.size), '\n').length;

/** Shows which words something is said about. Until it is called again they move with the text. */
export function drawMarks(view: EditorView, marks: readonly Mark[]): void {
	// A half-written letter of an input method would be lost.
	if (view.composing) return;
	seeCaret(view);
	view.dispatch(view.state.tr.setMeta(key, marks));
}

/** Where some words of the answer are in the editor. */
function positionsOf(doc: Node, { from, to }: { from: number; to: number }) {
	const text = textOf(doc);
	return { from: positionOf(text, from), to: positionOf(text, to) };
}

function decorate(doc: Node, marks: readonly Mark[]): DecorationSet {
	const { length } = textOf(doc);
	return DecorationSet.create(
		doc,
		marks
			.filter(({ from, to }) => from < to && to <= length)
			.map((mark) => {
				const { from, to } = positionsOf(doc, mark);
				return Decoration.inline(from, to, { class: `am am-${mark.kind}` });
			})
	);
}

export const AnswerMarks = Extension.create({
	name: 'answerMarks',
	addProseMirrorPlugins: () => [
		new Plugin({
			key,
			state: {
				init: (): DecorationSet => DecorationSet.empty,
				apply: (tr, drawn) => {
					const marks = tr.getMeta(key) as readonly Mark[] | undefined;
					return marks ? decorate(tr.doc, marks) : drawn.map(tr.mapping, tr.doc);
				}
			},
			props: { decorations: (state) => key.getState(state) }
		})
	]
});
