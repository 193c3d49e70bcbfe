import { Samples } from './samples.ts';
import type { Member, Room } from './room.ts';

const tilde = 0x7e;
const digits = 7;
const wordLength = 1 + digits;
const valueOf = new Int8Array(256).fill(-1);
for (let value = 0; value < 36; value += 1) valueOf[value.toString(36).charCodeAt(0)] = value;

/** What is typed for a probe: eight characters that are found again in any update. */
export const wordFor = (probe: number): string => `~${probe.toString(36).padStart(digits, '0')}`;

/** Probes under way at once; far more than a server that keeps up has. */
const places = 1 << 20;

/**
 * Proves what arrived. Every word that is typed is a probe; it is complete when each of the others
 * in the room has seen it, in whatever update, and took as long as the last of them. A server may
 * merge updates or encode them anew, it may not lose any.
 */
export class Probes {
	readonly latency = new Samples();
	/** Of those issued while the window was open. */
	issued = 0;
	completed = 0;
	#sentAt = new Float64Array(places);
	#missing = new Int32Array(places);
	#typist = new Int16Array(places);
	#room = new Array<Room | undefined>(places);
	#last = 0;
	#from = Infinity;
	#until = Infinity;

	/** A new probe of this member; `send` follows when it is about to be written. */
	issue(member: Member): number {
		const probe = ++this.#last;
		const place = probe % places;
		this.#missing[place] = member.room.members.length - 1;
		this.#typist[place] = member.index;
		this.#room[place] = member.room;
		if (this.#counts(probe)) this.issued += 1;
		return probe;
	}

	send(probe: number): void {
		this.#sentAt[probe % places] = performance.now();
	}

	/** Finds the probes in an update that a member received. */
	find(member: Member, bytes: Uint8Array, start: number, end: number): void {
		const last = end - wordLength;
		for (let at = start; at <= last; at += 1) {
			if (bytes[at] !== tilde) continue;
			const probe = read(bytes, at + 1);
			if (probe < 0) continue;
			at += digits;
			this.#seen(member, probe);
		}
	}

	openWindow(): void {
		this.#from = this.#last + 1;
		this.#until = Infinity;
		this.latency.reset();
		this.issued = 0;
		this.completed = 0;
	}

	closeWindow(): void {
		this.#until = this.#last + 1;
	}

	#counts(probe: number): boolean {
		return probe >= this.#from && probe < this.#until;
	}

	#seen(member: Member, probe: number): void {
		if (probe === 0 || probe > this.#last || probe <= this.#last - places) return;
		const place = probe % places;
		const typist = this.#typist[place]!;
		if (this.#room[place] !== member.room || typist === member.index) return;
		// A typist's probes arrive in order; what is seen twice counts once.
		if (member.lastSeen[typist]! >= probe) return;
		member.lastSeen[typist] = probe;
		this.#missing[place]! -= 1;
		if (this.#missing[place] !== 0 || !this.#counts(probe)) return;
		this.latency.add(performance.now() - this.#sentAt[place]!);
		this.completed += 1;
	}
}

function read(bytes: Uint8Array, start: number): number {
	let probe = 0;
	for (let at = start; at < start + digits; at += 1) {
		const value = valueOf[bytes[at]!]!;
		if (value < 0) return -1;
		probe = probe * 36 + value;
	}
	return probe;
}
