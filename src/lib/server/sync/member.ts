import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import { message, type ReadOnlyReason } from '#lib/live/protocol.ts';
import type { Access, Visitor } from './access.ts';
import { limits, RateLimit } from './limits.ts';

/** One socket in a room: who it is, what it may do, and how far its updates are saved. */
export class Member {
	readonly socket: WebSocket;
	readonly visitor: Visitor;
	/** The projector of a room: reads along, counts as nobody. */
	readonly display: boolean;
	access: Access;
	/** The one client id its presence goes by; the first it uses is the only one it may use. */
	presence: number | undefined;
	/** Updates it sent, and how many of those the database has. */
	received = 0;
	readonly rate: RateLimit;

	constructor(socket: WebSocket, visitor: Visitor, access: Access, display = false) {
		this.display = display;
		this.socket = socket;
		this.visitor = visitor;
		this.access = access;
		this.rate = new RateLimit(Date.now());
	}

	send(bytes: Uint8Array): void {
		if (this.socket.readyState !== this.socket.OPEN) return;
		if (this.socket.bufferedAmount > limits.backlog) {
			this.socket.close(4408);
			// A reader that takes nothing does not take a close frame either.
			setTimeout(() => this.socket.terminate(), 1000).unref();
			return;
		}
		this.socket.send(bytes);
	}

	sendSaved(count: number): void {
		this.send(
			encode((encoder) => {
				encoding.writeVarUint(encoder, message.saved);
				encoding.writeVarUint(encoder, count);
			})
		);
	}

	sendReadOnly(reason: ReadOnlyReason): void {
		this.send(
			encode((encoder) => {
				encoding.writeVarUint(encoder, message.readOnly);
				encoding.writeVarString(encoder, reason);
			})
		);
	}

	sendTime(asked: number, now: number): void {
		this.send(
			encode((encoder) => {
				encoding.writeVarUint(encoder, message.time);
				encoding.writeFloat64(encoder, asked);
				encoding.writeFloat64(encoder, now);
			})
		);
	}
}

export function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}
