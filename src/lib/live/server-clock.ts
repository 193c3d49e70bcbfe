type Sample = { offset: number; trip: number };

const kept = 12;

/**
 * The server's clock as this device can know it. Every answer to a time question is a sample: half
 * the round trip is taken off, and the sample with the shortest trip is believed, because it has
 * the least room for error (at most half its trip). As in NTP, RFC 5905 section 10.
 */
export class ServerClock {
	#samples: Sample[] = [];
	#device: () => number;

	constructor(device: () => number = Date.now) {
		this.#device = device;
	}

	/** Milliseconds since 1970 on the server's clock. */
	now(): number {
		return this.#device() + this.offset;
	}

	/** What to add to the device's clock, in milliseconds; 0 until the server has answered. */
	get offset(): number {
		const best = this.#samples.toSorted((a, b) => a.trip - b.trip)[0];
		return best?.offset ?? 0;
	}

	get isKnown(): boolean {
		return this.#samples.length > 0;
	}

	/** Learns from one answer: when it was asked (device clock) and what the server said. */
	learn(askedAt: number, serverSaid: number): void {
		const answeredAt = this.#device();
		const trip = answeredAt - askedAt;
		// A trip below zero means the device's clock was set meanwhile: all samples are worthless.
		if (trip < 0) {
			this.#samples = [];
			return;
		}
		const offset = serverSaid - (askedAt + trip / 2);
		const best = this.#samples.toSorted((a, b) => a.trip - b.trip)[0];
		// The same when samples disagree by more than their trips can explain.
		if (best && Math.abs(best.offset - offset) > (best.trip + trip) / 2 + 200) this.#samples = [];
		this.#samples = [...this.#samples, { offset, trip }].slice(-kept);
	}
}
