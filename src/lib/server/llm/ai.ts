import type { Model } from './ask-model.ts';
import { isUsable, probe, type Probe } from './probe.ts';

/** The most tokens a meeting, and a workspace in a day, may use. */
export type TokenLimits = { meeting: number; day: number };

/** While it does not work, it is tried this often. */
const tryAgainMs = 5 * 60_000;

/** The model of this server, with what is known of how it works. */
export class Ai {
	readonly model: Model;
	readonly limits: TokenLimits;
	/** How it was set: shown to people, so without the key. */
	readonly facts: { model: string; api: string; schema: string; host: string };
	#probe: Probe = { state: 'asking' };
	#asking: Promise<Probe> | undefined;
	#stop = new AbortController();
	#timer: NodeJS.Timeout | undefined;

	constructor(model: Model, limits: TokenLimits, facts: Ai['facts']) {
		this.model = model;
		this.limits = limits;
		this.facts = facts;
	}

	/** What the last probe found. */
	get state(): Probe {
		return this.#probe;
	}

	get isUsable(): boolean {
		return isUsable(this.#probe);
	}

	/** Probes it now, and every five minutes until it works. */
	start(): void {
		void this.probe();
		this.#timer = setInterval(() => {
			if (!this.isUsable) void this.probe();
		}, tryAgainMs);
		this.#timer.unref();
	}

	/** Asks it once more, or waits for whoever does so already. */
	probe(): Promise<Probe> {
		this.#asking ??= probe(this.model, Date.now, this.#stop.signal)
			.then((found) => (this.#probe = found))
			.finally(() => (this.#asking = undefined));
		return this.#asking;
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#stop.abort();
	}
}
