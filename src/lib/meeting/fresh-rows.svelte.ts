const triedAgainAfter = 3000;

/**
 * The rows a room shows beside its document. They are read anew when the server says that they
 * changed; while it cannot be asked, the last ones stay and the room stays with them.
 */
export class FreshRows<Rows> {
	#rows = $state.raw() as Rows;
	#read: () => Promise<Rows>;
	#isWanted = false;
	#reading: Promise<void> | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;

	/** `read` asks the server, and throws when no rows come. */
	constructor(first: Rows, read: () => Promise<Rows>) {
		this.#rows = first;
		this.#read = read;
	}

	get all(): Rows {
		return this.#rows;
	}

	/** Reads once more, soon again if it fails. Whoever asks during a reading gets the one after it. */
	refresh(): Promise<void> {
		this.#isWanted = true;
		return (this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined)));
	}

	/** Nothing is read from here on. */
	stop(): void {
		this.#isWanted = false;
		clearTimeout(this.#later);
		this.#read = () => Promise.reject(new Error('The room was left'));
	}

	async #readAll(): Promise<void> {
		clearTimeout(this.#later);
		while (this.#isWanted) {
			this.#isWanted = false;
			try {
				this.#rows = await this.#read();
			} catch {
				this.#later = setTimeout(() => void this.refresh(), triedAgainAfter);
			}
		}
	}
}
