import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { checkHearts, heartTurns, watchHeart } from './hearts.ts';

const people = 60;
let sockets: WebSocketServer;
let clients: WebSocket[];

beforeEach(async () => {
	const server = createServer();
	sockets = new WebSocketServer({ server });
	sockets.on('connection', watchHeart);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	// Every third does not answer, as one whose network went away without a word.
	clients = Array.from(
		{ length: people },
		(_, index) => new WebSocket(`ws://127.0.0.1:${port}`, { autoPong: index % 3 !== 0 })
	);
	await Promise.all(clients.map((client) => new Promise((open) => client.on('open', open))));
	await expect.poll(() => sockets.clients.size).toBe(people);
});
afterEach(() => {
	for (const client of clients) client.terminate();
	sockets.close();
});

test('asks a few at a time, and ends those that did not answer until their next turn', async () => {
	let asked = 0;
	let mostAtOnce = 0;
	let all = 0;
	for (const client of clients) client.on('ping', () => (asked += 1));
	const round = async () => {
		for (let turn = 0; turn < heartTurns; turn += 1) {
			const before = asked;
			const pings = new Promise((soon) => setTimeout(soon, 20));
			checkHearts(sockets.clients, turn);
			await pings;
			mostAtOnce = Math.max(mostAtOnce, asked - before);
			all += asked - before;
		}
	};
	await round();
	expect(all).toBe(people);
	expect(mostAtOnce).toBe(people / heartTurns);
	expect(sockets.clients.size).toBe(people);
	await round();
	await expect.poll(() => sockets.clients.size).toBe((people * 2) / 3);
	const open = clients.flatMap(({ readyState, OPEN }, index) => (readyState === OPEN ? index : []));
	expect(open.every((index) => index % 3 !== 0)).toBe(true);
});
