import * as encoding from 'lib0/encoding';
import { wordFor } from './probes.ts';

const content = { string: 4, any: 8, hasOrigin: 0x80, hasKey: 0x20 };
const textInAny = 119;

let clients = 0x10000000;
export const newClient = (): number => (clients += 7);

/**
 * Writes the updates a typing Yjs client emits, byte for byte, without a document: so one process
 * plays thousands. Each appends to a section of its own and moves an agenda item of its own.
 */
export class Typist {
	readonly client = newClient();
	readonly section: string;
	/** How many characters it typed. */
	typed = 0;
	#item: string;
	#clock = 0;
	#lastText: number | undefined;
	#lastMove: number | undefined;

	constructor(index: number) {
		this.section = `notes${index}`;
		this.#item = `item${index}`;
	}

	/** Types the word of a probe. */
	type(probe: number): Uint8Array {
		const word = wordFor(probe);
		const update = this.#update(content.string, this.#lastText, [this.section], (encoder) => {
			encoding.writeVarString(encoder, word);
			encoding.writeVarUint(encoder, 0);
		});
		this.#clock += word.length;
		this.typed += word.length;
		this.#lastText = this.#clock - 1;
		return update;
	}

	/** Moves its agenda item: sets a key of a map anew, which deletes what it was before. */
	move(): Uint8Array {
		const before = this.#lastMove;
		const update = this.#update(
			content.any | content.hasKey,
			before,
			['agenda', this.#item],
			(encoder) => {
				encoding.writeVarUint(encoder, 1);
				encoding.writeUint8(encoder, textInAny);
				encoding.writeVarString(encoder, wordFor(0));
				encoding.writeVarUint(encoder, before === undefined ? 0 : 1);
				if (before === undefined) return;
				for (const part of [this.client, 1, before, 1]) encoding.writeVarUint(encoder, part);
			}
		);
		this.#lastMove = this.#clock;
		this.#clock += 1;
		return update;
	}

	/** One struct after another one, or the first in a place of the document. */
	#update(
		info: number,
		after: number | undefined,
		place: string[],
		write: (encoder: encoding.Encoder) => void
	): Uint8Array {
		return encoding.encode((encoder) => {
			for (const part of [1, 1, this.client, this.#clock]) encoding.writeVarUint(encoder, part);
			if (after === undefined) {
				encoding.writeUint8(encoder, info);
				encoding.writeVarUint(encoder, 1);
				for (const name of place) encoding.writeVarString(encoder, name);
			} else {
				encoding.writeUint8(encoder, info | content.hasOrigin);
				encoding.writeVarUint(encoder, this.client);
				encoding.writeVarUint(encoder, after);
			}
			write(encoder);
		});
	}
}

/** Writes what a client says of where it looks: about 300 bytes, as editors send them. */
export class Presence {
	readonly client: number;
	#index: number;
	#clock = 0;

	constructor(index: number, client = newClient()) {
		this.#index = index;
		this.client = client;
	}

	next(): Uint8Array {
		this.#clock += 1;
		const item = { client: this.client, clock: this.#clock };
		const place = { type: null, tname: 'notes', item, assoc: 0 };
		const user = { id: `u-${this.#index}-${this.client}`, name: `Member ${this.#index}` };
		const state = {
			user: { ...user, color: '#30bced' },
			view: { tab: 'agenda', item: `item${this.#index % 12}` },
			cursor: { anchor: place, head: place }
		};
		return encoding.encode((encoder) => {
			for (const part of [1, this.client, this.#clock]) encoding.writeVarUint(encoder, part);
			encoding.writeVarString(encoder, JSON.stringify(state));
		});
	}
}
