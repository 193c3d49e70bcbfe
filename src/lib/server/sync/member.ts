import * as encoding from 'lib0/encoding';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { message, type ReadOnlyReason } from '#lib/live/protocol.ts';
import type { Access, Visitor } from './access.ts';
import { frameOf } from './frame.ts';
import { limits, RateLimit } from './limits.ts';
import { isLight } from './pace.ts';

const nothing = Buffer.alloc(0);

/** Everybody something waits for. One timer serves them all: there may be thousands a second. */
const waiting = new Set<Member>();

function writeHeld(): void {
	const members = [...waiting];
	waiting.clear();
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
		const all = this.#held ? Buffer.concat([this.#held, frames]) : frames;
		this.#held = undefined;
		const { writableLength } = this.wire;
		if (writableLength > 0 && writableLength + all.byteLength > limits.backlog) {
			this.socket.close(4408);
			// It does not take a close frame either.
			setTimeout(() => this.socket.terminate(), 1000).unref();
			return;
		}
		this.wire.write(all);
	}

	/** Sends what can wait a moment for the next thing to travel with. */
	writeSoon(frames: Buffer): void {
		if (isLight()) return this.write(frames);
		this.#held = this.#held ? Buffer.concat([this.#held, frames]) : frames;
		if (waiting.size === 0) setTimeout(writeHeld, limits.acknowledgementWaitsMs);
		waiting.add(this);
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
