import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { oldestProtocol, subjectOf, teamOf } from '#lib/live/protocol.ts';
import type { Supabase } from '../supabase/embedded.ts';
import {
	closedTo,
	findAccess,
	findMembership,
	findVisitor,
	type Access,
	type Asked,
	type Following,
	type Membership
} from './access.ts';
import { Addresses, addressOf } from './addresses.ts';
import type { ChangeFeed } from './change-feed.ts';
import { checkHearts, heartTurns, watchHeart } from './hearts.ts';
import { limits } from './limits.ts';
import { Member } from './member.ts';
import type { Rooms } from './rooms.ts';
import { together } from './together.ts';

export type SyncOptions = {
	rooms: Rooms;
	changes: ChangeFeed;
	supabase: Supabase;
	/** Believe X-Forwarded-Host of a reverse proxy. */
	trustProxy: boolean;
	/** No other part of the process takes upgrades: whatever is not ours is turned away. */
	claimsAll: boolean;
	onFailure: (error: unknown) => void;
};

/**
 * Serves the live documents on `/sync/<document>` of an HTTP server, and what changes in a team
 * beside them. A foreign Origin is refused before the upgrade; whoever may not come in is let up and
 * closed with a reason, because a refused upgrade makes y-websocket clients try for ever. Upgrades of
 * other paths are left to others.
 */
export function attachSync(server: Server, options: SyncOptions): () => void {
	const common = { noServer: true, perMessageDeflate: false, skipUTF8Validation: true };
	const roomSockets = new WebSocketServer({ ...common, maxPayload: limits.frame });
	const feedSockets = new WebSocketServer({ ...common, maxPayload: limits.feedFrame });
	// Counted apart, so that pages left open in an office keep nobody out of a meeting.
	const roomAddresses = new Addresses();
	const feedAddresses = new Addresses();
	const { database } = options.supabase;
	const ask: Questions = {
		access: together((asked: Asked[]) => findAccess(database, asked)),
		membership: together((asked: Following[]) => findMembership(database, asked))
	};
	const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const address = parse(request.url);
		if (!address?.pathname.startsWith('/sync/')) {
			if (options.claimsAll) turnAway(socket, '404 Not Found');
			return;
		}
		if (!isOwnOrigin(request, options.trustProxy)) return turnAway(socket, '403 Forbidden');
		const name = decode(address.pathname.slice('/sync/'.length));
		const team = teamOf(name);
		const addresses = team ? feedAddresses : roomAddresses;
		if (!addresses.admit(socket, addressOf(request, options.trustProxy)))
			return turnAway(socket, '429 Too Many Requests');
		socket.on('error', destroy);
		(team ? feedSockets : roomSockets).handleUpgrade(request, socket, head, (webSocket) => {
			prepare(webSocket);
			const { cookie } = request.headers;
			const welcomed = team
				? welcomeToFeed(webSocket, cookie, team, address, options, ask)
				: welcomeToRoom({ socket: webSocket, wire: socket }, cookie, name, address, options, ask);
			welcomed.catch((error) => {
				options.onFailure(error);
				refuse(webSocket, 1011);
			});
		});
	};
	server.on('upgrade', upgrade);
	let turn = 0;
	const heartbeat = setInterval(() => {
		turn = (turn + 1) % heartTurns;
		for (const { clients } of [roomSockets, feedSockets]) checkHearts(clients, turn);
	}, limits.heartbeatMs / heartTurns);
	heartbeat.unref();
	return () => {
		clearInterval(heartbeat);
		server.off('upgrade', upgrade);
		for (const sockets of [roomSockets, feedSockets]) {
			for (const client of sockets.clients) client.terminate();
			sockets.close();
		}
	};
}

type Questions = {
	access: (asked: Asked) => Promise<Access>;
	membership: (asked: Following) => Promise<Membership>;
};

function prepare(socket: WebSocket): void {
	// Messages that come while the database is asked are kept, not lost.
	socket.pause();
	watchHeart(socket);
	socket.on('error', () => socket.terminate());
}

async function welcomeToRoom(
	{ socket, wire }: { socket: WebSocket; wire: Duplex },
	cookie: string | undefined,
	document: string,
	address: URL,
	{ rooms, supabase }: SyncOptions,
	ask: Questions
): Promise<void> {
	const subject = subjectOf(document);
	if (!subject) return refuse(socket, 4404);
	if (isTooOld(address)) return refuse(socket, 4426);
	const visitor = await findVisitor(supabase, cookie);
	if (!visitor) return refuse(socket, 4401);
	const access = await ask.access({ visitor, ...subject });
	if (access === 'none' || access === 'asked') return refuse(socket, closedTo[access]);

	const readOnly = address.searchParams.has('display');
	await rooms.join(
		document,
		new Member(
			{ socket, wire },
			visitor,
			readOnly && access === 'write' ? 'read' : access,
			readOnly
		)
	);
	socket.resume();
}

async function welcomeToFeed(
	socket: WebSocket,
	cookie: string | undefined,
	team: string,
	address: URL,
	{ changes, supabase }: SyncOptions,
	ask: Questions
): Promise<void> {
	const visitor = await findVisitor(supabase, cookie);
	if (!visitor) return refuse(socket, 4401);
	const membership = await ask.membership({ visitor, team });
	if (membership !== 'member') return refuse(socket, membership === 'stranger' ? 4403 : 4401);

	changes.join({ socket, visitor, team }, Number(address.searchParams.get('age') ?? Infinity));
	socket.resume();
}

/** A request line can hold what is no address; nobody may stop the server with one. */
function parse(path = '/'): URL | undefined {
	return URL.parse(path, 'http://host') ?? undefined;
}

function decode(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return '';
	}
}

/** A page of before an update that it would misunderstand. */
function isTooOld(address: URL): boolean {
	const spoken = address.searchParams.get('protocol');
	return spoken !== null && !(Number(spoken) >= oldestProtocol);
}

/** Not a closure beside the request: that would keep the request as long as the socket. */
function destroy(this: Duplex): void {
	this.destroy();
}

function turnAway(socket: Duplex, status: string): void {
	socket.on('error', destroy);
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function refuse(socket: WebSocket, code: number): void {
	socket.resume();
	socket.close(code);
}

/** A page of another site can open a socket here with our cookies; its Origin gives it away. */
function isOwnOrigin(request: IncomingMessage, trustProxy: boolean): boolean {
	const { origin } = request.headers;
	const forwarded = trustProxy ? request.headers['x-forwarded-host'] : undefined;
	const host = typeof forwarded === 'string' ? forwarded : request.headers.host;
	if (!origin || !host) return false;
	return origin === `https://${host}` || origin === `http://${host}`;
}
