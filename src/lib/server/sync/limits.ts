/** What one person, socket and document may use. Figures are generous for ten busy people. */
export const limits = {
	/** Bytes in one frame; a whole meeting pasted at once is well below. */
	frame: 1024 * 1024,
	/** Bytes a document may hold. */
	document: 8 * 1024 * 1024,
	/** Updates in the log of a document before they are folded into its snapshot. */
	unfolded: 500,
	/** Messages a socket may send in a burst, and per second after that; more have to wait. */
	burst: 400,
	messagesPerSecond: 100,
	/** How long carets, *saved*, and the *saved* of others wait for something to travel with. */
	presenceWaitsMs: 100,
	heldMs: 20,
	savedWaitsMs: 1000,
	/** Open sockets per person, over all documents. */
	socketsPerPerson: 20,
	/** Open sockets per address, where a whole office may sit behind one. */
	socketsPerAddress: 500,
	/** Bytes waiting for a slow reader before it is cut off and resynced. */
	backlog: 4 * 1024 * 1024,
	/** Bytes of one presence state. */
	presence: 4 * 1024,
	/** Changes of a team are told to its pages after the first, and together no more often than the second. */
	changesGatherMs: 20,
	changesEveryMs: 200,
	/** How long a change can still be told to a page that was not listening. */
	changesKeptMs: 60_000,
	/** Within this time all pages hear that the database was away. */
	changesSpreadMs: 1000,
	/** Bytes in a frame a page sends to a feed, which has nothing to say. */
	feedFrame: 64,
	/** Bytes waiting for a page that takes nothing before its feed is cut off. */
	feedBacklog: 16 * 1024,
	heartbeatMs: 20_000,
	/** Revoked access closes sockets within this and the time one query takes. */
	recheckMs: 2000
} as const;

/** A bucket that fills with time: lets bursts through and holds a steady rate. */
export class RateLimit {
	#left: number = limits.burst;
	#at: number;

	constructor(now: number) {
		this.#at = now;
	}

	/** Takes one message, and answers how many milliseconds to wait before the next. */
	waitMs(now: number): number {
		const refill = ((now - this.#at) / 1000) * limits.messagesPerSecond;
		this.#left = Math.min(limits.burst, this.#left + refill) - 1;
		this.#at = now;
		return this.#left >= 0 ? 0 : Math.ceil((-this.#left / limits.messagesPerSecond) * 1000);
	}
}
