/** From this many bytes on an update is kept by itself. */
const large = 1024;
const blockBytes = 4096;

/** Updates side by side in one array of bytes, and where each of them ends. */
type Block = { bytes: Uint8Array; ends: number[] };

/**
 * The updates a document is made of, in order. They come in buffers they share with much else, which
 * would be kept with them, so they are copied; and small ones lie side by side, because an array of
 * bytes for each is twice as large as what is in it, and has to be looked at whenever memory is
 * collected.
 */
export class Parts implements Iterable<Uint8Array> {
	#blocks: Block[] = [];
	length = 0;
	/** How many bytes they hold together. */
	size = 0;

	/** @param whole kept as they are, without being copied */
	constructor(whole: readonly Uint8Array[] = []) {
		for (const bytes of whole) this.#begin(bytes, bytes.byteLength);
	}

	/** Takes one more, and answers the copy it keeps. */
	add(update: Uint8Array): Uint8Array {
		const bytes = update.byteLength;
		if (bytes >= large) return this.#begin(Uint8Array.from(update), bytes);
		const last = this.#blocks.at(-1);
		const from = last?.ends.at(-1) ?? 0;
		if (!last || from + bytes > last.bytes.byteLength) {
			const block = new Uint8Array(blockBytes);
			block.set(update);
			return this.#begin(block, bytes);
		}
		last.bytes.set(update, from);
		last.ends.push(from + bytes);
		this.length += 1;
		this.size += bytes;
		return last.bytes.subarray(from, from + bytes);
	}

	/** All but the first so many. */
	*after(count: number): Generator<Uint8Array> {
		let passed = 0;
		for (const { bytes, ends } of this.#blocks) {
			if (passed + ends.length <= count) {
				passed += ends.length;
				continue;
			}
			for (const [index, end] of ends.entries()) {
				passed += 1;
				if (passed > count) yield bytes.subarray(ends[index - 1] ?? 0, end);
			}
		}
	}

	[Symbol.iterator](): Generator<Uint8Array> {
		return this.after(0);
	}

	#begin(bytes: Uint8Array, end: number): Uint8Array {
		this.#blocks.push({ bytes, ends: [end] });
		this.length += 1;
		this.size += end;
		return bytes.subarray(0, end);
	}
}
