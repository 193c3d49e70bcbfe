import type { WebSocket } from 'ws';

/** A round in which each socket is asked once has so many turns: thousands at once take a while. */
export const heartTurns = 20;

type Heart = { turn: number; hasAnswered: boolean };

const hearts = new WeakMap<WebSocket, Heart>();
let watched = 0;

/** From now on the socket has to answer pings. */
export function watchHeart(socket: WebSocket): void {
	const heart = { turn: (watched += 1) % heartTurns, hasAnswered: true };
	hearts.set(socket, heart);
	socket.on('pong', () => (heart.hasAnswered = true));
}

/**
 * Of the sockets whose turn it is, ends those that did not answer since the last time, and asks the
 * others again.
 */
export function checkHearts(sockets: Iterable<WebSocket>, turn: number): void {
	for (const socket of sockets) {
		const heart = hearts.get(socket);
		if (heart && heart.turn !== turn) continue;
		if (!heart?.hasAnswered) {
			socket.terminate();
			continue;
		}
		heart.hasAnswered = false;
		socket.ping();
	}
}
