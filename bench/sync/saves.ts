import * as decoding from 'lib0/decoding';
import { Samples } from './samples.ts';

/** How long until senders know that their updates are in the database. */
export class Saves {
	readonly latency = new Samples();
	isOpen = false;
}

/** What one member sent and has not heard of yet. */
export class Unsaved {
	#saves: Saves;
	/** When each was sent; only those of the window are counted in the end. */
	#sentAt: { at: number; counts: boolean }[] = [];
	#saved = 0;

	constructor(saves: Saves) {
		this.#saves = saves;
	}

	sent(): void {
		this.#sentAt.push({ at: performance.now(), counts: this.#saves.isOpen });
	}

	/** @param payload rows of client, clock and count; the count is of this socket's updates */
	heard(payload: Uint8Array): void {
		const decoder = decoding.createDecoder(payload);
		const now = performance.now();
		for (let rows = decoding.readVarUint(decoder); rows > 0; rows -= 1) {
			decoding.readVarUint(decoder);
			decoding.readVarUint(decoder);
			const count = decoding.readVarUint(decoder);
			for (; this.#saved < count; this.#saved += 1) {
				const sent = this.#sentAt[this.#saved];
				if (sent?.counts) this.#saves.latency.add(now - sent.at);
			}
		}
	}

	/** How many that count were never confirmed. */
	get missing(): number {
		return this.#sentAt.slice(this.#saved).filter(({ counts }) => counts).length;
	}
}
