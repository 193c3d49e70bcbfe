import * as Y from 'yjs';
import { questions, type MessageText } from '#lib/message/message.ts';
import { paragraph } from './answer-text.ts';
import { MessageDocument } from './message-document.ts';

/**
 * The first update of a message's document. Two nodes that seed at once write the very same bytes,
 * so that the words are there once. An answer without words has an empty paragraph: two people who
 * begin it at once write into the same one.
 */
export function seedMessage(text: MessageText): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const message = new MessageDocument(doc);
	doc.transact(() => {
		for (const { key } of questions)
			message.answer(key).push(text[key].split('\n').map((words) => paragraph(words)));
	});
	return Y.encodeStateAsUpdate(doc);
}
