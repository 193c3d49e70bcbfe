import type { WebSocket } from 'ws';

const hearts = new WeakMap<WebSocket, boolean>();

/** From now on the socket has to answer pings. */
export function watchHeart(socket: WebSocket): void {
	hearts.set(socket, true);
	socket.on('pong', () => hearts.set(socket, true));
}

/** Ends the sockets that did not answer since the last time, and asks the others again. */
export function checkHearts(sockets: Iterable<WebSocket>): void {
	for (const socket of sockets) {
		if (!hearts.get(socket)) {
			socket.terminate();
			continue;
		}
		hearts.set(socket, false);
		socket.ping();
	}
}
