import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { message } from '#lib/live/protocol.ts';
import type { Database, Parameter } from '../database/database.ts';
import {
	cookieOf,
	deviceCopy,
	enter,
	makeMeeting,
	meetingIn,
	openSite,
	openSocket,
	soon,
	type Site
} from './sync-site.ts';

let backend: Backend;
let team: People;
let site: Site;
let meeting: string;
beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
});
afterAll(() => backend.close());
beforeEach(async () => {
	meeting = (await makeMeeting(backend.database, team.ours.id)).id;
	site = await openSite(backend);
});
afterEach(() => site.close());

test('what two people type at once reaches both, in the same order', async () => {
	const [ada, grace] = [
		await enter(site.host, meeting, team.owner),
		await enter(site.host, meeting, team.member)
	];
	for (let count = 0; count < 20; count += 1) {
		ada.write(`Ada ${count}`);
		grace.write(`Grace ${count}`);
	}
	await soon(() => expect(ada.lines()).toHaveLength(40));
	await soon(() => expect(grace.lines()).toEqual(ada.lines()));
	expect(ada.lines().filter((line) => line.startsWith('Grace'))).toHaveLength(20);
	for (const one of [ada, grace]) one.leave();
});

test('somebody who comes late finds the agenda and everything said so far, saved', async () => {
	const ada = await enter(site.host, meeting, team.owner);
	ada.write('before');
	await soon(() => expect(ada.isSaved()).toBe(true));
	const late = await enter(site.host, meeting, team.member);
	await soon(() => expect(late.lines()).toEqual(['before']));
	expect(late.document.segments.all()).toHaveLength(3);
	for (const one of [ada, late]) one.leave();
});

test('a plain y-websocket client takes part too', async () => {
	// It says on the console that it does not know our own messages, and goes on.
	vi.spyOn(console, 'error').mockReturnValue();
	const ada = await enter(site.host, meeting, team.owner);
	const cookie = await cookieOf(team.member);
	const { host } = site;
	class Browser extends WebSocket {
		constructor(url: string) {
			super(url, { headers: { cookie, origin: `http://${host}` } });
		}
	}
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(`ws://${host}/sync`, `meeting:${meeting}`, doc, {
		WebSocketPolyfill: Browser as unknown as typeof globalThis.WebSocket,
		disableBc: true
	});
	provider.awareness.setLocalState({ user: { name: 'Grace', color: '#888' } });
	await soon(() => expect(provider.synced).toBe(true));
	doc.getMap('checkIns').set(team.member.id, 'Ready');
	await soon(() => expect(ada.document.checkIns.get(team.member.id)).toBe('Ready'));
	ada.write('hello');
	await soon(() => expect(doc.getXmlFragment('notes:notes').toJSON()).toContain('hello'));
	await soon(() => expect(ada.connection.awareness.getStates().size).toBe(2));
	// It repeats what it hears of others; that neither shows it out nor changes who is here.
	ada.connection.awareness.setLocalStateField('viewing', 'x');
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(provider.wsconnected).toBe(true);
	provider.destroy();
	vi.restoreAllMocks();
	ada.leave();
});

test('a client that speaks the second format of updates takes part', async () => {
	const ada = await enter(site.host, meeting, team.owner);
	await soon(() => expect(ada.isSaved()).toBe(true));
	const socket = await openSocket(site.host, meeting, team.member);
	await once(socket, 'open');
	const doc = new Y.Doc();
	doc.getMap('checkIns').set(team.member.id, 'in the second format');
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, message.syncV2);
	encoding.writeVarUint(encoder, 2);
	encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdateV2(doc));
	socket.send(encoding.toUint8Array(encoder));
	await soon(() => expect(ada.document.checkIns.get(team.member.id)).toBe('in the second format'));
	socket.close();
	ada.leave();
});

test('who has nothing is not asked for it; who has something is asked once', async () => {
	const doc = new Y.Doc();
	for (const isEmpty of [true, false]) {
		if (!isEmpty) doc.getMap('checkIns').set(team.member.id, 'from before');
		const heard: string[] = [];
		const socket = await openSocket(site.host, meeting, team.member);
		socket.on('message', (data: ArrayBuffer) => {
			const [type, step] = new Uint8Array(data);
			heard.push(type === message.sync ? `sync ${step}` : `${type}`);
		});
		await once(socket, 'open');
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, message.sync);
		syncProtocol.writeSyncStep1(encoder, doc);
		const question = encoding.toUint8Array(encoder);
		for (let count = 0; count < 2; count += 1) socket.send(question);
		const answer = `sync ${syncProtocol.messageYjsSyncStep2}`;
		await soon(() => expect(heard.filter((one) => one === answer)).toHaveLength(2));
		const asked = isEmpty ? [] : [`sync ${syncProtocol.messageYjsSyncStep1}`];
		expect(heard).toEqual([...asked, `${message.saved}`, answer, answer]);
		socket.close();
		await once(socket, 'close');
	}
});

test('a deletion alone says saved too, once the database has it', async () => {
	const ada = await enter(site.host, meeting, team.owner);
	ada.write('on second thoughts');
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.document.notes('notes').delete(0, 1);
	expect(ada.isSaved()).toBe(false);
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.leave();
});

test('what was typed offline arrives as soon as the network is back', async () => {
	const ada = await enter(site.host, meeting, team.owner);
	const grace = await enter(site.host, meeting, team.member);
	await soon(() => expect(ada.isSaved() && grace.isSaved()).toBe(true));
	ada.cut();
	await soon(() => expect(ada.connection.state.state).toBe('offline'));
	ada.write('typed offline');
	grace.write('typed meanwhile');
	expect(ada.connection.state.unsaved).toBeGreaterThan(0);
	await soon(() => expect(grace.lines().toSorted()).toEqual(['typed meanwhile', 'typed offline']));
	await soon(() => expect(ada.isSaved()).toBe(true));
	expect(ada.lines()).toEqual(grace.lines());
	for (const one of [ada, grace]) one.leave();
});

test.each(['before', 'after'] as const)(
	'what this device kept is shared too when its copy opens late, %s the first answer',
	async (moment) => {
		const ada = await enter(site.host, meeting, team.owner);
		const kept = new Y.Doc();
		new MeetingDocument(kept).checkIns.set(team.member.id, 'typed on the train');
		const device = { unsaved: 1, isCopyOpen: false };
		const grace = await enter(site.host, meeting, team.member, new Y.Doc(), device);
		if (moment === 'after') await soon(() => expect(grace.connection.synced).toBe(true));
		else {
			await new Promise(setImmediate);
			await once(grace.socket()!, 'open');
		}
		expect(grace.connection.synced).toBe(moment === 'after');
		expect(grace.connection.state.unsaved).toBe(1);
		Y.applyUpdate(grace.doc, Y.encodeStateAsUpdate(kept), deviceCopy);
		grace.connection.copyOpened();
		await soon(() => expect(ada.document.checkIns.get(team.member.id)).toBe('typed on the train'));
		await soon(() => expect(grace.isSaved()).toBe(true));
		for (const one of [ada, grace]) one.leave();
	}
);

test('a page that lost its copy does not wait for what it cannot send', async () => {
	const ada = await enter(site.host, meeting, team.owner, new Y.Doc(), { unsaved: 3 });
	expect(ada.connection.state.unsaved).toBe(3);
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.leave();
});

test('somebody whose connection came back is shown to the others again at once', async () => {
	const ada = await enter(site.host, meeting, team.owner);
	const grace = await enter(site.host, meeting, team.member);
	const here = () =>
		[...grace.connection.awareness.getStates().values()].map((state): unknown => state.person);
	await soon(() => expect(here()).toContain(team.owner.id));
	ada.cut();
	await soon(() => expect(here()).not.toContain(team.owner.id));
	await soon(() => expect(here()).toContain(team.owner.id));
	for (const one of [ada, grace]) one.leave();
});

test('a change says saved only after the database has it, and the others see it before', async () => {
	await site.close();
	const gate = Promise.withResolvers<void>();
	let writes = 0;
	site = await openSite(backend, {
		database: slow(backend.database, async (statement) => {
			if (!statement.includes('insert into private.updates') || (writes += 1) === 1) return;
			await gate.promise;
		})
	});
	const ada = await enter(site.host, meeting, team.owner);
	const grace = await enter(site.host, meeting, team.member);
	await soon(() => expect(ada.isSaved() && grace.isSaved()).toBe(true));
	ada.write('not yet');
	await soon(() => expect(grace.lines()).toEqual(['not yet']));
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(ada.connection.state.unsaved).toBe(1);
	// Everybody is told whose words the database has, not only who wrote them.
	const isKept = () => grace.connection.isDurable(ada.doc.clientID);
	expect(isKept()).toBe(false);
	gate.resolve();
	await soon(() => expect(ada.isSaved()).toBe(true));
	await soon(() => expect(isKept()).toBe(true));
	for (const one of [ada, grace]) one.leave();
});

test('a database that fails for a while delays saved, and loses nothing', async () => {
	await site.close();
	let away = true;
	let seeded = false;
	site = await openSite(backend, {
		database: slow(backend.database, async (statement) => {
			if (!statement.includes('insert into private.updates')) return;
			if (seeded && away) throw new Error('the database is away');
			seeded = true;
		})
	});
	const ada = await enter(site.host, meeting, team.owner);
	await soon(() => expect(ada.isSaved()).toBe(true));
	for (let count = 0; count < 30; count += 1) ada.write(`line ${count}`);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(ada.connection.state.unsaved).toBe(30);
	away = false;
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.leave();
	await soon(() => expect(site.rooms.count).toBe(0));
	const later = await enter(site.host, meeting, team.member);
	await soon(() => expect(later.lines()).toHaveLength(30));
	later.leave();
});

test('the updates of two rooms are written in one statement', async () => {
	await site.close();
	const other = (await makeMeeting(backend.database, team.ours.id)).id;
	const documents: number[] = [];
	site = await openSite(backend, {
		database: slow(backend.database, async (statement, parameters) => {
			if (!statement.includes('insert into private.updates')) return;
			const rows = JSON.parse(String(parameters[0])) as { document: string }[];
			documents.push(new Set(rows.map((row) => row.document)).size);
		})
	});
	const [first, second] = [
		await site.rooms.open(`meeting:${meeting}`),
		await site.rooms.open(`meeting:${other}`)
	];
	documents.length = 0;
	meetingIn(first).checkIns.set('a', 'one');
	meetingIn(second).checkIns.set('b', 'two');
	await Promise.all([first.room.written, second.room.written]);
	expect(documents).toEqual([2]);
});

/** The same database behind something that may hold a statement up, or fail it. */
function slow(
	database: Database,
	before: (statement: string, parameters: Parameter[]) => Promise<void>
): Database {
	return {
		...database,
		query: async (statement, parameters = []) => {
			await before(statement, parameters);
			return database.query(statement, parameters);
		}
	};
}
