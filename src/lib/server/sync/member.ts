import * as encoding from 'lib0/encoding';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { message, type ReadOnlyReason } from '#lib/live/protocol.ts';
import type { Access, Visitor } from './access.ts';
import { frameOf } from './frame.ts';
import { limits, RateLimit } from './limits.ts';
import { isLight } from './pace.ts';
import { callWithin } from './ticker.ts';

const nothing = Buffer.alloc(0);
/** From this many bytes on two writes cost less than copying what is held and the rest together. */
const dearToCopy = 4096;

/** Everybody something waits for. */
let waiting: Member[] = [];

function writeHeld(): void {
	const members = waiting;
	waiting = [];
	for (const member of members) member.writeHeld();
}

/** One socket in a room: who it is, what it may do, and how far its updates are saved. */
export class Member {
	readonly socket: WebSocket;
	/** What lies under the WebSocket. Frames that many members get are made once and written here. */
	readonly wire: Duplex;
	readonly visitor: Visitor;
	/** The projector of a room: reads along, counts as nobody. */
	readonly display: boolean;
	access: Access;
	/** The one client id its presence goes by; the first it uses is the only one it may use. */
	client: number | undefined;
	/** Updates it sent so far. */
	received = 0;
	/** It has asked for what it lacks, and heard how things stand here. */
	isGreeted = false;
	/** It was asked for what we lack and has not answered yet. */
	isAsked = false;
	#held: Buffer | undefined;
	readonly #rate = new RateLimit(Date.now());

	constructor(
		{ socket, wire }: { socket: WebSocket; wire: Duplex },
		visitor: Visitor,
		access: Access,
		display = false
	) {
		this.socket = socket;
		this.wire = wire;
		this.visitor = visitor;
		this.access = access;
		this.display = display;
	}

	/** Sends whole frames. A reader that takes nothing is cut off; it comes back and asks anew. */
	write(frames: Buffer): void {
		if (this.socket.readyState !== this.socket.OPEN) return;
		const held = this.#held;
		this.#held = undefined;
		const { writableLength } = this.wire;
		const bytes = (held?.byteLength ?? 0) + frames.byteLength;
		if (writableLength > 0 && writableLength + bytes > limits.backlog) {
			this.socket.close(4408);
			// It does not take a close frame either.
			setTimeout(() => this.socket.terminate(), 1000).unref();
			return;
		}
		if (!held) this.wire.write(frames);
		else if (bytes < dearToCopy) this.wire.write(Buffer.concat([held, frames], bytes));
		else {
			this.wire.cork();
			this.wire.write(held);
			this.wire.write(frames);
			this.wire.uncork();
		}
	}

	/** Sends what should not wait, but may while there is much to do. */
	writeSoon(frames: Buffer): void {
		if (isLight()) this.write(frames);
		else this.hold(frames);
	}

	/** Sends what can wait a moment for the next thing to travel with. */
	hold(frames: Buffer): void {
		if (this.#held) {
			this.#held = Buffer.concat([this.#held, frames]);
			return;
		}
		this.#held = frames;
		if (waiting.length === 0) callWithin(limits.heldMs, writeHeld);
		waiting.push(this);
	}

	/** Sends what waited in vain. */
	writeHeld(): void {
		if (this.#held) this.write(nothing);
	}

	/** Holds up a socket that says too much: nothing it said is lost, and nobody waits for it. */
	keepToRate(): void {
		const wait = this.#rate.waitMs(Date.now());
		if (wait === 0 || this.socket.isPaused) return;
		this.socket.pause();
		setTimeout(() => this.socket.resume(), wait).unref();
	}

	sendReadOnly(reason: ReadOnlyReason): void {
		this.write(
			frameOf((encoder) => {
				encoding.writeVarUint(encoder, message.readOnly);
				encoding.writeVarString(encoder, reason);
			})
		);
	}

	sendTime(asked: number, now: number): void {
		this.write(
			frameOf((encoder) => {
				encoding.writeVarUint(encoder, message.time);
				encoding.writeFloat64(encoder, asked);
				encoding.writeFloat64(encoder, now);
			})
		);
	}
}
