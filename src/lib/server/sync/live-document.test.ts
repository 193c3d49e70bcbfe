import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Deletions } from './deletions.ts';
import { LiveDocument } from './live-document.ts';
import { readOutline, writeOutline } from './outline.ts';

const edit = fc.record({
	who: fc.nat(2),
	at: fc.nat(30),
	what: fc.constantFrom<'type' | 'delete' | 'set' | 'nest'>('type', 'delete', 'set', 'nest'),
	/** What happens to the document afterwards; nothing of it may show. */
	then: fc.constantFrom(
		...(['nothing', 'read', 'put away', 'answer', 'reload', 'fold', 'open', 'open askew'] as const),
		...(['begin folding elsewhere', 'folded elsewhere'] as const)
	)
});

test('whatever is done to it, it holds what a Y.Doc holds', () => {
	fc.assert(
		fc.property(fc.array(edit, { maxLength: 150 }), (edits) => {
			const people = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
			let document = new LiveDocument([]);
			const sent: Uint8Array[] = [];
			const folded = new Y.Doc();
			let log: Uint8Array[] = [];
			const all: Uint8Array[] = [];
			let foldedElsewhere = () => {};
			const open = (updates: Uint8Array[]) =>
				new LiveDocument(
					[Y.encodeStateAsUpdate(folded), ...updates],
					undefined,
					undefined,
					readOutline(writeOutline(folded))
				);
			for (const person of people)
				person.on('update', (update: Uint8Array, origin) => {
					if (origin === 'other') return;
					sent.push(update);
					for (const other of people) if (other !== person) Y.applyUpdate(other, update, 'other');
				});
			for (const { who, at, what, then } of edits) {
				const doc = people[who]!;
				const text = doc.getText('notes');
				if (what === 'type') text.insert(Math.min(at, text.length), 'word');
				if (what === 'delete' && text.length > 1) text.delete(Math.min(at, text.length - 2), 2);
				if (what === 'set') doc.getMap('items').set(`key ${at % 4}`, at);
				if (what === 'nest') doc.getMap('items').set(`map ${at % 4}`, new Y.Map([['at', at]]));
				for (const update of sent.splice(0)) {
					const checked = document.check(update);
					expect(checked).toBeDefined();
					document.add(update, checked!);
					log.push(update);
					all.push(update);
					expect(document.has(document.check(update)!)).toBe(true);
				}
				if (then === 'read') document.read();
				if (then === 'put away') document.putAway();
				if (then === 'answer') document.missingFrom(Y.encodeStateVector(new Y.Doc()));
				if (then === 'reload')
					document = new LiveDocument([document.missingFrom(new Uint8Array([0]))]);
				if (then === 'fold') {
					for (const update of log) Y.applyUpdate(folded, update);
					log = [];
				}
				if (then === 'begin folding elsewhere') {
					// The last few are not in the database yet.
					const waiting = Math.min(at % 3, all.length);
					const folded = document.foldedWithout(waiting);
					const there = new Y.Doc();
					for (const update of all.slice(0, all.length - waiting)) Y.applyUpdate(there, update);
					foldedElsewhere = () => folded(Y.encodeStateAsUpdate(there));
				}
				if (then === 'folded elsewhere') foldedElsewhere();
				if (then === 'open') document = open(log);
				// Two nodes wrote in another order than they spoke.
				if (then === 'open askew') document = open(log.toReversed());
			}
			const newcomer = new Y.Doc();
			Y.applyUpdate(newcomer, document.missingFrom(Y.encodeStateVector(newcomer)));
			for (const doc of [newcomer, document.read()]) {
				expect(doc.getText('notes').toJSON()).toBe(people[0]!.getText('notes').toJSON());
				expect(doc.getMap('items').toJSON()).toEqual(people[0]!.getMap('items').toJSON());
			}
			expect(Object.fromEntries(document.stateVector)).toEqual(
				Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(people[0]!)))
			);
			expect(document.deleted).toBe(new LiveDocument([Y.encodeStateAsUpdate(newcomer)]).deleted);
			document.putAway();
		}),
		{ numRuns: 100, seed: 20261121 }
	);
});

test('what is written into its Y.Doc is told, and is in it', () => {
	const told: Uint8Array[] = [];
	const document = new LiveDocument([], (update) => told.push(update));
	const doc = document.read();
	doc.getText('notes').insert(0, 'parked');
	const late = new Y.Doc();
	late.getText('notes').insert(0, 'meanwhile ');
	const update = Y.encodeStateAsUpdate(late);
	document.add(update, document.check(update)!);
	// Written by somebody who held on to the document and has not seen the last change.
	doc.getMap('items').set('a', 1);
	expect(told).toHaveLength(2);
	const copy = new LiveDocument([document.missingFrom(new Uint8Array([0]))]).read();
	expect(copy.getText('notes').toJSON()).toContain('meanwhile');
	expect(copy.getText('notes').toJSON()).toContain('parked');
	expect(copy.getMap('items').get('a')).toBe(1);
	expect(document.read().getText('notes').toJSON()).toBe(copy.getText('notes').toJSON());
});

test('what was deleted is not in the bytes any more once somebody has looked inside', () => {
	const doc = new Y.Doc();
	const document = new LiveDocument([]);
	doc.on('update', (update: Uint8Array) => document.add(update, document.check(update)!));
	doc.getText('notes').insert(0, 'a secret of Ada');
	doc.getText('notes').delete(0, 15);
	document.read();
	const bytes = Buffer.from(document.missingFrom(new Uint8Array([0])));
	expect(bytes.includes('secret')).toBe(false);
	document.putAway();
});

test('what was written over leaves the bytes when they are folded, in however few parts they came', () => {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let times = 0; times < 40; times += 1)
		doc.getMap('items').set('text', `${times}`.padEnd(1000, 'x'));
	const document = new LiveDocument([Y.mergeUpdates(updates)]);
	expect(document.size).toBeGreaterThan(40_000);
	document.fold();
	expect(document.size).toBeLessThan(2500);
	expect(document.read().getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON());
});

test('deletions know exactly what was deleted', () => {
	const range = fc.record({ clock: fc.nat(60), len: fc.integer({ min: 1, max: 8 }) });
	fc.assert(
		fc.property(fc.array(range, { maxLength: 40 }), range, (ranges, asked) => {
			const deletions = new Deletions();
			const plain = new Set<number>();
			for (const { clock, len } of ranges) {
				deletions.addAll(new Map([[7, [{ clock, len }]]]));
				for (let at = clock; at < clock + len; at += 1) plain.add(at);
			}
			const all = Array.from({ length: asked.len }, (_, index) => asked.clock + index);
			expect(deletions.has(7, asked)).toBe(all.every((at) => plain.has(at)));
			expect(deletions.has(8, asked)).toBe(false);
		}),
		{ numRuns: 500, seed: 1 }
	);
});
