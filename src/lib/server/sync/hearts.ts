import type { WebSocket } from 'ws';

/** A round in which each socket is asked once has so many turns: thousands at once take a while. */
export const heartTurns = 20;

/** On the socket itself: to look after a weak map of thousands takes longer than to use it. */
const heart = Symbol('heart');
type Watched = WebSocket & { [heart]?: { turn: number; hasAnswered: boolean } };
let watched = 0;

/** From now on the socket has to answer pings. */
export function watchHeart(socket: Watched): void {
	socket[heart] = { turn: (watched += 1) % heartTurns, hasAnswered: true };
	socket.on('pong', answered);
}

/** Not a closure of each: there are thousands. */
function answered(this: Watched): void {
	if (this[heart]) this[heart].hasAnswered = true;
}

/**
 * Of the sockets whose turn it is, ends those that did not answer since the last time, and asks the
 * others again.
 */
export function checkHearts(sockets: Iterable<Watched>, turn: number): void {
	for (const socket of sockets) {
		const beating = socket[heart];
		if (beating && beating.turn !== turn) continue;
		if (!beating?.hasAnswered) {
			socket.terminate();
			continue;
		}
		beating.hasAnswered = false;
		socket.ping();
	}
}
