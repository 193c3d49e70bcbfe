import type { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** What is wrong with a file somebody wants to import; each has its sentence on the page. */
export type Wrong =
	'cut off' | 'not an export' | 'newer' | 'damaged' | 'not empty' | 'here already' | 'hosted';

/** A file that is not imported, and why. Whatever was begun is taken back. */
export class NotImported extends Error {
	why: Wrong;
	constructor(why: Wrong) {
		super(`Not imported: ${why}`);
		this.why = why;
	}
}

/** More than any workspace has; what says so is a trap. */
const mostFiles = 300_000;
const mostBytes = 4 * 2 ** 30;

/** The files of a zip by their paths, read one at a time. */
export class ZipReader {
	#zip: ZipFile;
	#entries: Map<string, Entry>;

	private constructor(zip: ZipFile, entries: Map<string, Entry>) {
		this.#zip = zip;
		this.#entries = entries;
	}

	/** Throws `NotImported` for a file that is no zip, or ends too early. */
	static async open(path: string): Promise<ZipReader> {
		let zip: ZipFile;
		try {
			zip = await openPromise(path, { lazyEntries: true, autoClose: false });
		} catch {
			// The list of what is in a zip stands at its end: it is what a file that was cut off lacks.
			throw new NotImported('cut off');
		}
		const entries = new Map<string, Entry>();
		let bytes = 0;
		try {
			if (zip.entryCount > mostFiles) throw new NotImported('not an export');
			for await (const entry of zip.eachEntry()) {
				bytes += entry.uncompressedSize;
				if (bytes > mostBytes) throw new NotImported('not an export');
				entries.set(entry.fileName, entry);
			}
		} catch (error) {
			zip.close();
			throw error instanceof NotImported ? error : new NotImported('cut off');
		}
		return new ZipReader(zip, entries);
	}

	paths(): string[] {
		return [...this.#entries.keys()];
	}

	has(path: string): boolean {
		return this.#entries.has(path);
	}

	/** The bytes of a file, piece by piece. What it turns out to be is held against what was promised. */
	async *read(
		path: string,
		promised?: { bytes: number; sha256: string }
	): AsyncGenerator<Buffer, void> {
		const entry = this.#entries.get(path);
		if (!entry) throw new NotImported('damaged');
		const hash = createHash('sha256');
		let bytes = 0;
		try {
			const stream: Readable = await this.#zip.openReadStreamPromise(entry);
			for await (const piece of stream as AsyncIterable<Buffer>) {
				hash.update(piece);
				bytes += piece.byteLength;
				yield piece;
			}
		} catch (error) {
			if (error instanceof NotImported) throw error;
			throw new NotImported('damaged');
		}
		if (promised && (bytes !== promised.bytes || hash.digest('hex') !== promised.sha256))
			throw new NotImported('damaged');
	}

	async whole(path: string, promised?: { bytes: number; sha256: string }): Promise<Buffer> {
		const pieces: Buffer[] = [];
		for await (const piece of this.read(path, promised)) pieces.push(piece);
		return Buffer.concat(pieces);
	}

	/** The lines of a file, some at a time. */
	async *lines(
		path: string,
		promised: { bytes: number; sha256: string },
		atOnce: number
	): AsyncGenerator<string[]> {
		let rest = Buffer.alloc(0);
		const some: string[] = [];
		for await (const piece of this.read(path, promised)) {
			rest = Buffer.concat([rest, piece]);
			const end = rest.lastIndexOf(10);
			if (end < 0) continue;
			some.push(...rest.subarray(0, end).toString('utf8').split('\n'));
			rest = rest.subarray(end + 1);
			while (some.length >= atOnce) yield some.splice(0, atOnce);
		}
		if (rest.length > 0) some.push(rest.toString('utf8'));
		if (some.length > 0) yield some;
	}

	close(): void {
		this.#zip.close();
	}
}
