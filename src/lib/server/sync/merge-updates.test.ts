import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mergeUpdates } from './merge-updates.ts';

const edit = fc.record({
	who: fc.nat(3),
	at: fc.nat(40),
	what: fc.constantFrom('type', 'delete', 'set', 'meet')
});

test('however many updates are merged, in whatever order they come, they say the same', () => {
	fc.assert(
		fc.property(
			fc.array(edit, { minLength: 1, maxLength: 200 }),
			fc.boolean(),
			(edits, backwards) => {
				const people = Array.from({ length: 4 }, () => new Y.Doc());
				const updates: Uint8Array[] = [];
				for (const person of people)
					person.on('update', (update: Uint8Array, origin) => {
						if (origin !== 'met') updates.push(update);
					});
				for (const { who, at, what } of edits) {
					const person = people[who]!;
					const text = person.getText('notes');
					if (what === 'type') text.insert(Math.min(at, text.length), 'word');
					if (what === 'delete' && text.length > 2) text.delete(Math.min(at, text.length - 2), 2);
					if (what === 'set') person.getMap('items').set(`key ${at % 5}`, at);
					if (what === 'meet') for (const update of updates) Y.applyUpdate(person, update, 'met');
				}
				const all = new Y.Doc();
				for (const update of updates) Y.applyUpdate(all, update);
				const merged = new Y.Doc();
				Y.applyUpdate(merged, mergeUpdates(backwards ? updates.toReversed() : updates));
				expect(merged.store.pendingStructs).toBeNull();
				expect(merged.getText('notes').toJSON()).toBe(all.getText('notes').toJSON());
				expect(merged.getMap('items').toJSON()).toEqual(all.getMap('items').toJSON());
				expect(Y.encodeStateVector(merged)).toEqual(Y.encodeStateVector(all));
			}
		),
		{ numRuns: 100, seed: 20261130 }
	);
});
