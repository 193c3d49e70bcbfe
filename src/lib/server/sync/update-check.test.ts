import { afterAll, beforeAll, expect, test } from 'vitest';
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { LiveDocument } from './live-document.ts';
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

/** Of a thousand damaged updates each; the faults suite asks for a hundred. */
const rounds = Number(process.env.DAMAGED_ROUNDS ?? 5);
const patience = { timeout: 30_000 + rounds * 3000 };

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

test('damaged updates never break the document, and never keep it waiting', patience, () => {
	const next = random(20261121);
	const count = { broken: 0, waiting: 0, known: 0, taken: 0, good: 0 };
	for (let round = 0; round < rounds; round += 1) {
		const document = new LiveDocument([]);
		const peer = new Y.Doc();
		const log: Uint8Array[] = [];
		const offer = (update: Uint8Array): keyof typeof count => {
			let checked;
			try {
				checked = document.check(update);
			} catch {
				return 'broken';
			}
			if (!checked) return 'waiting';
			if (document.has(checked)) return 'known';
			document.add(update, checked);
			log.push(update);
			// Yjs takes it without throwing, and takes all of it: that is the promise of the check.
			Y.applyUpdate(peer, update);
			expect(peer.store.pendingStructs ?? peer.store.pendingDs, `round ${round}`).toBeNull();
			for (const [client, clock] of document.stateVector)
				if (Y.getState(peer.store, client) !== clock) expect.fail(`round ${round}: other clock`);
			return 'taken';
		};
		for (let turn = 0; turn < 100; turn += 1) {
			const good = changes(peer, next);
			for (let variant = 0; variant < 10; variant += 1) count[offer(mutate(good, next))] += 1;
			if (turn % 5 !== 0) continue;
			expect(offer(changes(peer, next))).toBe('taken');
			count.good += 1;
		}
		const reloaded = new Y.Doc();
		for (const update of log) Y.applyUpdate(reloaded, update);
		expect(Y.encodeStateAsUpdate(reloaded)).toEqual(Y.encodeStateAsUpdate(peer));
		expect(Y.encodeStateVector(document.read())).toEqual(Y.encodeStateVector(peer));
		document.putAway();
	}
	expect(count.good).toBe(rounds * 20);
	for (const outcome of ['broken', 'waiting', 'taken'] as const)
		expect(count[outcome]).toBeGreaterThan(rounds * 10);
});

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
	const document = new LiveDocument([]);
	expect(document.check(Y.encodeStateAsUpdate(far, seen))).toBeUndefined();
	expect(document.check(Y.encodeStateAsUpdate(far))).toBeDefined();
});

test('parts of two people that hang on each other come in one update', () => {
	const [ada, grace] = [new Y.Doc(), new Y.Doc()];
	for (const [from, to] of [
		[ada, grace],
		[grace, ada]
	] as const)
		from.on('update', (update: Uint8Array) => Y.applyUpdate(to, update));
	for (let count = 0; count < 20; count += 1)
		[ada, grace][count % 2]?.getText('a').insert(count, String(count % 10));
	const document = new LiveDocument([]);
	const whole = Y.encodeStateAsUpdate(ada);
	const checked = document.check(whole)!;
	expect(checked.reached.size).toBe(2);
	const [first = 0, second = 0] = checked.reached.keys();
	const cut = Y.diffUpdate(whole, Y.encodeStateVector(new Map([[first, 3]])));
	expect(document.check(cut)).toBeUndefined();
	document.add(whole, checked);
	expect(document.clockOf(first) + document.clockOf(second)).toBe(20);
	expect(document.has(document.check(cut)!)).toBe(true);
});

test('what the document has already is known, deletions included', () => {
	const doc = new Y.Doc();
	doc.getText('a').insert(0, 'some words');
	const before = Y.encodeStateAsUpdate(doc);
	doc.getText('a').delete(2, 3);
	const after = Y.encodeStateAsUpdate(doc);
	const knows = (stored: Uint8Array, update: Uint8Array) => {
		const document = new LiveDocument([stored]);
		return document.has(document.check(update)!);
	};
	expect(knows(after, before)).toBe(true);
	expect(knows(after, after)).toBe(true);
	expect(knows(before, after)).toBe(false);
	expect(knows(before, Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true);
});
