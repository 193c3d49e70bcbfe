import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readOutline, writeOutline } from './outline.ts';

test('an outline tells of a document whether anything happened in it', () => {
	const doc = new Y.Doc();
	doc.getText('notes').insert(0, 'Call Acme');
	expect(readOutline(writeOutline(doc)).hasBegun).toBe(false);
	doc.getArray('course').push([{ type: 'started', at: 1 }]);
	expect(readOutline(writeOutline(doc)).hasBegun).toBe(true);
});

test('what is no outline is not taken for one', () => {
	const bytes = writeOutline(new Y.Doc());
	expect(() => readOutline(bytes.subarray(0, 1))).toThrow();
});
