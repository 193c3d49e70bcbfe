import { afterAll, beforeAll, expect, test } from 'vitest';
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { isKnown, Rehearsal } from './rehearsal.ts';
import {
	cookieOf,
	enter,
	makeMeeting,
	openSite,
	openSocket,
	soon,
	type Site
} from './sync-site.ts';
import { loadDocument } from './update-log.ts';

let backend: Backend;
let team: People;
let site: Site;
beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
	site = await openSite(backend);
});
afterAll(async () => {
	await site.close();
	await backend.close();
});

/** Mulberry32: the same numbers on every run. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
	const broken = Uint8Array.from(bytes);
	const changes = 1 + Math.floor(next() * 4);
	for (let count = 0; count < changes; count += 1)
		broken[Math.floor(next() * broken.length)] = Math.floor(next() * 256);
	return next() < 0.2 ? broken.slice(0, Math.floor(next() * broken.length)) : broken;
}

/** A few changes of every sort a meeting makes, each as the update it sends. */
function changes(from: Y.Doc, next: () => number): Uint8Array {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
	let sent = new Uint8Array();
	doc.on('update', (update: Uint8Array) => (sent = Uint8Array.from(update)));
	doc.transact(() => {
		const notes = doc.getXmlFragment('notes:notes');
		const line = new Y.XmlElement('paragraph');
		line.insert(0, [new Y.XmlText('a line of notes 🦾')]);
		notes.insert(Math.floor(next() * (notes.length + 1)), [line]);
		doc.getMap('checkIns').set(`person ${Math.floor(next() * 5)}`, { a: [1, 'two', null] });
		doc.getArray('events').push([{ type: 'paused', at: 1, by: null }]);
		if (notes.length > 3) notes.delete(0, 1);
	});
	return sent;
}

test(
	'five thousand broken updates leave the document whole, and equal after a reload',
	{ timeout: 120_000 },
	() => {
		const next = random(20261121);
		const doc = new Y.Doc();
		const peer = new Y.Doc();
		const log: Uint8Array[] = [];
		doc.on('update', (update: Uint8Array) => {
			log.push(update);
			Y.applyUpdate(peer, update);
		});
		const rehearsal = new Rehearsal(doc);
		const count = { refused: 0, taken: 0, waiting: 0, good: 0 };
		let good = changes(doc, next);
		for (let round = 0; round < 5000; round += 1) {
			if (round % 10 === 0) good = changes(doc, next);
			try {
				const outcome = rehearsal.try(mutate(good, next));
				if (outcome.does === 'change') Y.applyUpdate(doc, outcome.update);
				if (outcome.does === 'wait') count.waiting += 1;
				else count.taken += 1;
			} catch {
				count.refused += 1;
			}
			if (round % 50 !== 0) continue;
			const outcome = rehearsal.try(changes(doc, next));
			expect(outcome.does).toBe('change');
			if (outcome.does === 'change') Y.applyUpdate(doc, outcome.update);
			count.good += 1;
		}
		expect(doc.store.pendingStructs).toBeNull();
		expect(doc.store.pendingDs).toBeNull();
		const reloaded = new Y.Doc();
		for (const update of log) Y.applyUpdate(reloaded, update);
		for (const other of [peer, reloaded]) {
			expect(other.store.pendingStructs).toBeNull();
			expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc));
			expect(other.getXmlFragment('notes:notes').toJSON()).toBe(
				doc.getXmlFragment('notes:notes').toJSON()
			);
		}
		expect(count.good).toBe(100);
		expect(count.refused).toBeGreaterThan(100);
	}
);

test(
	'broken updates from one browser are nobody else’s trouble',
	{ timeout: 120_000 },
	async () => {
		const { id } = await makeMeeting(backend.database, team.ours.id);
		const ada = await enter(site.host, id, team.owner);
		const grace = await enter(site.host, id, team.member);
		ada.write('the first line');
		await soon(() => expect(grace.lines()).toEqual(['the first line']));
		const next = random(7);
		const cookie = await cookieOf(team.member);
		for (let round = 0; round < 40; round += 1) {
			const socket = await openSocket(site.host, id, team.member, { cookie });
			await once(socket, 'open');
			for (let count = 0; count < 50; count += 1) {
				const encoder = encoding.createEncoder();
				encoding.writeVarUint(encoder, 0);
				encoding.writeVarUint(encoder, next() < 0.5 ? 1 : 2);
				encoding.writeVarUint8Array(encoder, mutate(changes(ada.doc, next), next));
				socket.send(encoding.toUint8Array(encoder));
			}
			socket.close();
			await once(socket, 'close');
		}
		ada.write('the last line');
		await soon(() => expect(ada.isSaved()).toBe(true));
		await soon(() => expect(grace.lines()).toEqual(ada.lines()));
		const reloaded = new Y.Doc();
		for (const update of (await loadDocument(backend.database, `meeting:${id}`))?.updates ?? [])
			Y.applyUpdate(reloaded, update);
		expect(reloaded.getXmlFragment('notes:notes').toJSON()).toBe(
			ada.doc.getXmlFragment('notes:notes').toJSON()
		);
		for (const one of [ada, grace]) one.leave();
	}
);

test('an update that hangs on one that never came waits, and holds nobody up', () => {
	const far = new Y.Doc();
	far.getText('a').insert(0, 'first');
	const seen = Y.encodeStateVector(far);
	far.getText('a').insert(5, ' second');
	const doc = new Y.Doc();
	const rehearsal = new Rehearsal(doc);
	const late = Y.encodeStateAsUpdate(far, seen);
	expect(rehearsal.try(late)).toEqual({ does: 'wait' });
	expect(doc.store.pendingStructs).toBeNull();
	expect(rehearsal.try(Y.encodeStateAsUpdate(far)).does).toBe('change');
});

test('what the document has already is known, deletions included', () => {
	const doc = new Y.Doc();
	doc.getText('a').insert(0, 'some words');
	const before = new Y.Doc();
	Y.applyUpdate(before, Y.encodeStateAsUpdate(doc));
	doc.getText('a').delete(2, 3);
	expect(isKnown(doc, Y.encodeStateAsUpdate(before))).toBe(true);
	expect(isKnown(doc, Y.encodeStateAsUpdate(doc))).toBe(true);
	expect(isKnown(before, Y.encodeStateAsUpdate(doc))).toBe(false);
	expect(isKnown(before, Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true);
});
