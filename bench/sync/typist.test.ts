import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordFor } from './probes.ts';
import { Typist } from './typist.ts';

/** What Yjs emits for these edits, made by the same client. */
function emitted(typist: Typist, edit: (doc: Y.Doc) => void): Uint8Array[] {
	const doc = Object.assign(new Y.Doc(), { clientID: typist.client });
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	edit(doc);
	return updates;
}

test('a typist writes the very bytes that Yjs would', () => {
	const typist = new Typist(3);
	const written = [typist.type(1), typist.move(), typist.type(2), typist.move(), typist.move()];

	const expected = emitted(typist, (doc) => {
		const text = doc.getText('notes3');
		const agenda = doc.getMap('agenda');
		text.insert(0, wordFor(1));
		agenda.set('item3', wordFor(0));
		text.insert(8, wordFor(2));
		agenda.set('item3', wordFor(0));
		agenda.set('item3', wordFor(0));
	});

	expect(written).toEqual(expected);
});
