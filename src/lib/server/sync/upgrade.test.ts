import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { limits } from './limits.ts';
import {
	cookieOf,
	enter,
	makeMeeting,
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

/** What came of a socket: the status of a refused upgrade, or the code it was closed with. */
const fate = (socket: WebSocket) =>
	new Promise<number | undefined>((resolve) => {
		socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
		socket.on('close', (code) => resolve(code));
		socket.on('error', () => {});
	});

const isOpen = async (socket: WebSocket) => {
	if (socket.readyState !== socket.OPEN) await once(socket, 'open');
	return socket;
};

function update(doc: Y.Doc): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	syncProtocol.writeUpdate(encoder, Y.encodeStateAsUpdate(doc));
	return encoding.toUint8Array(encoder);
}

function docOf(size: number): Y.Doc {
	const doc = new Y.Doc();
	doc.getMap('checkIns').set(randomUUID(), 'x'.repeat(size));
	return doc;
}

test('a page of another site cannot open a socket, whatever Origin it claims', async () => {
	const claims = [
		'https://evil.example',
		'null',
		`http://${site.host}.evil.example`,
		`http://evil.example/${site.host}`,
		`http://${site.host}@evil.example`,
		'http://127.0.0.1',
		'nonsense'
	];
	for (const origin of claims) {
		const socket = await openSocket(site.host, meeting, team.member, { origin });
		expect(await fate(socket), origin).toBe(403);
	}
});

test('a program without an Origin is turned away', async () => {
	const request = [
		`GET /sync/meeting:${meeting} HTTP/1.1`,
		`Host: ${site.host}`,
		'Connection: Upgrade',
		'Upgrade: websocket'
	];
	expect(await raw(request)).toMatch(/^HTTP\/1\.1 403 /);
});

test('upgrades of other addresses are turned away, and broken ones do not stop the server', async () => {
	for (const path of ['/', '//', '/sync', 'http://[', '/elsewhere']) {
		const lines = [
			`GET ${path} HTTP/1.1`,
			`Host: ${site.host}`,
			'Connection: Upgrade',
			'Upgrade: x'
		];
		expect(await raw([...lines, `Origin: http://${site.host}`]), path).toMatch(/^HTTP\/1\.1 404 /);
	}
	const handshake = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
	const lines = ['GET /sync/%E0%A4%A HTTP/1.1', `Host: ${site.host}`, 'Connection: Upgrade'];
	const answer = await raw([
		...lines,
		'Upgrade: websocket',
		`Origin: http://${site.host}`,
		...handshake
	]);
	expect(answer).toMatch(/^HTTP\/1\.1 101 /);
	const ada = await enter(site.host, meeting, team.owner);
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.leave();
});

function raw(lines: string[]): Promise<string> {
	const [hostname, port] = site.host.split(':');
	return new Promise((resolve) => {
		const socket = connect(Number(port), hostname);
		socket.write(`${lines.join('\r\n')}\r\n\r\n`);
		socket.once('data', (data) => {
			resolve(String(data));
			socket.destroy();
		});
		socket.on('error', () => {});
	});
}

test('whoever has no session or no business in a document is told so for good', async () => {
	const nobody = await openSocket(site.host, meeting, team.member, { cookie: '' });
	expect(await fate(nobody)).toBe(4401);
	const forged = await openSocket(site.host, meeting, team.member, {
		cookie: 'drumbeat-session=base64-bm90IGpzb24'
	});
	expect(await fate(forged)).toBe(4401);
	for (const person of [team.otherTeam, team.otherWorkspace, team.formerMember])
		expect(await fate(await openSocket(site.host, meeting, person))).toBe(4403);
	expect(await fate(await openSocket(site.host, 'no-such-meeting', team.member))).toBe(4404);
});

test('a page from before an update it would misunderstand is told to reload', async () => {
	const cookie = await cookieOf(team.member);
	const open = (protocol: string) =>
		new WebSocket(`ws://${site.host}/sync/meeting:${meeting}${protocol}`, {
			headers: { cookie, origin: `http://${site.host}` }
		});
	for (const spoken of ['?protocol=0', '?protocol=', '?protocol=old'])
		expect(await fate(open(spoken))).toBe(4426);
	const plain = open('');
	await isOpen(plain);
	plain.close(1000);
	expect(await fate(plain)).toBe(1000);
});

test('a person may have twenty sockets and not one more, also when they come at once', async () => {
	const sockets = await Promise.all(
		Array.from({ length: 30 }, () => openSocket(site.host, meeting, team.member))
	);
	const fates = sockets.map((socket) => fate(socket));
	const neighbour = await enter(site.host, meeting, team.owner);
	await soon(() => expect(site.rooms.socketsOf(team.member.id)).toBe(limits.socketsPerPerson));
	await soon(() => expect(neighbour.isSaved()).toBe(true));
	await soon(() =>
		expect(sockets.filter((socket) => socket.readyState === socket.CLOSED)).toHaveLength(10)
	);
	for (const socket of sockets) socket.close();
	const codes = await Promise.all(fates);
	expect(codes.filter((code) => code === 4429)).toHaveLength(10);
	neighbour.leave();
});

test('a frame over its limit ends that socket and nobody else’s', async () => {
	const neighbour = await enter(site.host, meeting, team.owner);
	const socket = await isOpen(await openSocket(site.host, meeting, team.member));
	const ended = fate(socket);
	socket.send(new Uint8Array(limits.frame + 1));
	expect(await ended).toBe(1009);
	neighbour.write('unaffected');
	await soon(() => expect(neighbour.isSaved()).toBe(true));
	neighbour.leave();
});

test('a flood of messages is held up, loses nothing, and slows nobody else', async () => {
	const neighbour = await enter(site.host, meeting, team.owner);
	await soon(() => expect(neighbour.isSaved()).toBe(true));
	const socket = await isOpen(await openSocket(site.host, meeting, team.member));
	const doc = new Y.Doc();
	let sent = 0;
	doc.on('update', (change: Uint8Array) => {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 0);
		syncProtocol.writeUpdate(encoder, change);
		socket.send(encoding.toUint8Array(encoder));
		sent += 1;
	});
	const text = 'x'.repeat(2000);
	for (let count = 0; count < limits.burst * 2; count += 1)
		doc.getMap('checkIns').set(`flood ${count}`, text);
	neighbour.write('unaffected');
	await soon(() => expect(neighbour.isSaved()).toBe(true));
	const arrived = () => neighbour.doc.getMap('checkIns').size;
	expect(arrived()).toBeLessThan(sent);
	await vi.waitFor(() => expect(arrived()).toBe(sent), { timeout: 15_000, interval: 50 });
	socket.close();
	neighbour.leave();
});

test('a document cannot grow past its limit, and says so for good', async () => {
	const socket = await isOpen(await openSocket(site.host, meeting, team.member));
	const ended = fate(socket);
	for (let count = 0; count < 10; count += 1) socket.send(update(docOf(limits.frame - 4096)));
	expect(await ended).toBe(4413);
	const { room } = await site.rooms.open(`meeting:${meeting}`);
	expect(room.document.missingFrom(new Uint8Array([0])).byteLength).toBeLessThan(limits.document);
});

test('what is written over again and again does not add up to the limit', async () => {
	const ada = await enter(site.host, meeting, team.owner);
	await soon(() => expect(ada.isSaved()).toBe(true));
	for (let count = 0; count < 12; count += 1) {
		ada.doc.getMap('checkIns').set('draft', `${count} ${'x'.repeat(limits.frame - 4096)}`);
		await soon(() => expect(ada.isSaved()).toBe(true));
	}
	expect(ada.connection.state.state).toBe('connected');
	ada.leave();
});

test('a reader that takes nothing is cut off at its limit', async () => {
	const reader = await isOpen(await openSocket(site.host, meeting, team.member));
	await soon(() => expect(site.rooms.socketsOf(team.member.id)).toBe(1));
	reader.pause();
	const writer = await enter(site.host, meeting, team.owner);
	await soon(() => expect(writer.isSaved()).toBe(true));
	const { room } = await site.rooms.open(`meeting:${meeting}`);
	const backlog = () =>
		Math.max(...[...room.members].map((member) => member.wire.writableLength), 0);
	// The kernel takes a few megabytes before anything waits here, so the same key is set anew.
	let most = 0;
	for (let count = 0; count < 40 && site.rooms.socketsOf(team.member.id) > 0; count += 1) {
		room.announce('x'.repeat(900_000));
		most = Math.max(most, backlog());
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	await soon(() => expect(site.rooms.socketsOf(team.member.id)).toBe(0));
	expect(most).toBeLessThanOrEqual(limits.backlog);
	expect(most).toBeGreaterThan(0);
	writer.write('unaffected');
	await soon(() => expect(writer.isSaved()).toBe(true));
	reader.terminate();
	writer.leave();
});
