import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Following } from './following.ts';

let server: WebSocketServer;
let port: number;
/** Pages that came, with how long they say they were away. */
let came: { socket: WebSocket; age: number }[];
beforeEach(async () => {
	came = [];
	await serve(0);
});
afterEach(() => server.close());

async function serve(at: number): Promise<void> {
	server = new WebSocketServer({ port: at, host: '127.0.0.1' });
	server.on('connection', (socket, request) => {
		const { searchParams } = new URL(request.url ?? '', 'http://host');
		came.push({ socket, age: Number(searchParams.get('age') ?? NaN) });
	});
	await once(server, 'listening');
	({ port } = server.address() as AddressInfo);
}

function follow(options: { knownAt?: number; isSignedIn?: () => boolean } = {}) {
	const changed: string[][] = [];
	const refused: number[] = [];
	const following = new Following({
		url: `ws://127.0.0.1:${port}/`,
		knownAt: options.knownAt ?? Date.now(),
		renewSession: async () => options.isSignedIn?.() ?? true,
		onChanged: (kinds) => changed.push(kinds),
		onRefused: (code) => refused.push(code),
		openSocket: (url) => {
			const socket = new WebSocket(url);
			socket.on('error', () => {});
			return socket as unknown as globalThis.WebSocket;
		}
	});
	return { following, changed, refused };
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 10 });

test('a page says how old what it shows is, and hears what changes', async () => {
	const { following, changed } = follow({ knownAt: Date.now() - 2000 });
	await soon(() => expect(came).toHaveLength(1));
	expect(came[0]?.age).toBeGreaterThanOrEqual(2000);
	expect(came[0]?.age).toBeLessThan(4000);
	came[0]?.socket.send('');
	came[0]?.socket.send('metrics readings');
	await soon(() => expect(changed).toEqual([['metrics', 'readings']]));
	following.stop();
});

test('a page whose clock was set back does not say it is fresh', async () => {
	const { following } = follow({ knownAt: Date.now() + 60_000 });
	await soon(() => expect(came).toHaveLength(1));
	expect(came[0]?.age).toBeNaN();
	following.stop();
});

test('a page comes back after the server was away, and says since when', async () => {
	const { following } = follow({ knownAt: Date.now() - 60_000 });
	await soon(() => expect(came).toHaveLength(1));
	came[0]?.socket.send('metrics');
	await new Promise((resolve) => setTimeout(resolve, 50));
	server.close();
	for (const client of server.clients) client.terminate();
	await new Promise((resolve) => setTimeout(resolve, 300));
	await serve(port);
	await soon(() => expect(came).toHaveLength(2));
	expect(came[1]?.age).toBeGreaterThanOrEqual(300);
	expect(came[1]?.age).toBeLessThan(10_000);
	following.stop();
});

test('whoever is refused for good does not come again; whoever had too many pages does', async () => {
	const { following, refused } = follow();
	await soon(() => expect(came).toHaveLength(1));
	came[0]?.socket.close(4429);
	await soon(() => expect(came).toHaveLength(2));
	expect(refused).toEqual([]);
	came[1]?.socket.close(4403);
	await soon(() => expect(refused).toEqual([4403]));
	await new Promise((resolve) => setTimeout(resolve, 1000));
	following.tryNow();
	expect(came).toHaveLength(2);
});

test('whoever is not signed in opens no socket', async () => {
	const { refused } = follow({ isSignedIn: () => false });
	await soon(() => expect(refused).toEqual([4401]));
	expect(came).toHaveLength(0);
});

test('a page that left says nothing and hears nothing', async () => {
	const { following, changed } = follow();
	await soon(() => expect(came).toHaveLength(1));
	came[0]?.socket.send('metrics');
	await soon(() => expect(changed).toEqual([['metrics']]));
	const gone = once(came[0]!.socket, 'close');
	came[0]?.socket.send('readings');
	following.stop();
	expect((await gone)[0]).toBe(1000);
	expect(changed).toEqual([['metrics']]);
});
