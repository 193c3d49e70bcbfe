import { atEndOfTurn, notAtEndOfTurn } from './end-of-turn.ts';
import type { Member } from './member.ts';
import { extraWait, pause } from './pace.ts';
import { callNoMore, callWithin } from './ticker.ts';

/** Milliseconds by which those who travel along may be early. */
const tolerance = 5;
const nothing = Buffer.alloc(0);

type Sent = { bytes: Buffer; from: Member | undefined };
/** Makes the frame of something that travels along, when it leaves. */
type Rider = () => Buffer | undefined;

/**
 * What a room has to say, collected for a moment and written to each member in one go. Changes go
 * out at the end of the turn in which they came. What nobody waits for, such as carets, travels
 * with the next change, or by itself after a while.
 */
export class Outbox {
	#members: Set<Member>;
	#sent: Sent[] = [];
	#isDue = false;
	#pausing: NodeJS.Timeout | undefined;
	/** When each may leave, and must, in milliseconds of the clock. */
	#riders = new Map<Rider, { from: number; by: number }>();

	constructor(members: Set<Member>) {
		this.#members = members;
	}

	/** To everybody but the one it came from. */
	send(bytes: Buffer, from?: Member): void {
		this.#sent.push({ bytes, from });
		if (this.#isDue) return;
		this.#isDue = true;
		const pausing = pause();
		// Each room in a moment of its own: all at once they would hold up everything.
		if (pausing > 0) this.#pausing = setTimeout(this.#flush, pausing);
		else atEndOfTurn(this.#flush);
	}

	/**
	 * To everybody, within this time, or a little more while there is much to do; asked for again
	 * before it left, it travels once.
	 */
	sendAlong(rider: Rider, withinMs: number, notBeforeMs = 0): void {
		if (this.#riders.has(rider)) return;
		const now = performance.now();
		const wait = withinMs + extraWait();
		this.#riders.set(rider, { from: now + notBeforeMs, by: now + wait });
		callWithin(wait, this.#wake);
	}

	stop(): void {
		callNoMore(this.#wake);
		notAtEndOfTurn(this.#flush);
		clearTimeout(this.#pausing);
	}

	/** Most have left by now with something else. */
	#wake = (): void => {
		const now = performance.now();
		for (const { by } of this.#riders.values())
			if (by <= now + tolerance) {
				this.#flush();
				break;
			}
		for (const { by } of this.#riders.values()) callWithin(by - now, this.#wake);
	};

	#flush = (): void => {
		this.#isDue = false;
		const sent = this.#sent;
		this.#sent = [];
		const riders = this.#leaving();
		const [first] = sent;
		// Mostly it is one thing, for which nothing is put together. Lists that are sometimes empty
		// would have V8 throw the compiled code away again and again.
		if (!first) this.#pass(riders);
		else if (sent.length === 1 && riders.byteLength === 0) this.#pass(first.bytes, first.from);
		else this.#passAll(sent, riders);
	};

	#pass(bytes: Buffer, from?: Member): void {
		if (bytes.byteLength === 0) return;
		for (const member of this.#members) if (member !== from) member.write(bytes);
	}

	#passAll(sent: Sent[], riders: Buffer): void {
		const all = Buffer.concat([...sent.map(({ bytes }) => bytes), riders]);
		const authors = sent.map(({ from }) => from);
		for (const member of this.#members)
			if (authors.includes(member)) this.#toAuthor(member, sent, riders);
			else member.write(all);
	}

	/** Nobody gets back what they said themselves. */
	#toAuthor(author: Member, sent: Sent[], riders: Buffer): void {
		const others = sent.flatMap(({ bytes, from }) => (from === author ? [] : bytes));
		if (others.length > 0) author.write(Buffer.concat([...others, riders]));
		else if (riders.byteLength > 0) author.writeSoon(riders);
	}

	#leaving(): Buffer {
		let leaving: Buffer = nothing;
		if (this.#riders.size === 0) return leaving;
		const now = performance.now();
		for (const [rider, { from }] of this.#riders) {
			if (from > now) continue;
			this.#riders.delete(rider);
			const bytes = rider();
			if (bytes) leaving = leaving === nothing ? bytes : Buffer.concat([leaving, bytes]);
		}
		return leaving;
	}
}
