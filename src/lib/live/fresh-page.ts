/** Whether the server answers, and what it lets this person do. */
export type MayRead = 'yes' | 'signed out' | 'not in the team';

export type FreshPageOptions = {
	/** Throws when no answer comes. */
	mayRead: () => Promise<MayRead>;
	/** Reads anew what shows rows of these kinds; `*` stands for any. */
	read: (kinds: ReadonlySet<string>) => Promise<void>;
	/** True while reading anew would be for nobody, or take away what somebody types. */
	isBusy: () => boolean;
	/** Whether the page shows how things stood, because the server does not answer. */
	onAway: (isAway: boolean) => void;
	onRefused: (why: Exclude<MayRead, 'yes'>) => void;
};

const busyMs = 500;
/** Between two readings; longer with each, so that a long import does not keep the page reading. */
const firstRest = 300;
const lastRest = 3000;
const firstRetry = 1000;
const lastRetry = 15_000;

/**
 * Reads a page's rows anew when they changed. A page whose rows do not come is replaced by an error,
 * so that it first asks whether they would, keeps in mind what changed until then, and waits while
 * somebody types.
 */
export class FreshPage {
	#options: FreshPageOptions;
	#changed = new Set<string>();
	#isReading = false;
	#isStopped = false;
	#retry = firstRetry;
	#rest = firstRest;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(options: FreshPageOptions) {
		this.#options = options;
	}

	changed(kinds: Iterable<string>): void {
		for (const kind of kinds) this.#changed.add(kind);
		// While the server is away, every word about that would be one question more.
		if (this.#retry === firstRetry) this.catchUp();
	}

	/** Reads now what there is to read, if nothing stands in the way. */
	catchUp(): void {
		clearTimeout(this.#timer);
		if (this.#isReading) return;
		this.#isReading = true;
		void this.#readAll().finally(() => (this.#isReading = false));
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	async #readAll(): Promise<void> {
		const { isBusy, read } = this.#options;
		while (this.#changed.size > 0 && !this.#isStopped) {
			if (isBusy()) return this.#later(busyMs);
			if (!(await this.#mayRead())) return;
			// Somebody may have begun to type meanwhile.
			if (this.#isStopped || isBusy()) continue;
			const kinds = this.#changed;
			this.#changed = new Set();
			await read(kinds);
			await new Promise((resolve) => setTimeout(resolve, this.#rest));
			this.#rest = Math.min(this.#rest * 2, lastRest);
		}
		this.#rest = firstRest;
	}

	async #mayRead(): Promise<boolean> {
		const { mayRead, onAway, onRefused } = this.#options;
		const answer = await mayRead().catch(() => undefined);
		if (this.#isStopped) return false;
		onAway(answer === undefined);
		if (answer === undefined) {
			this.#later(this.#retry * (0.5 + Math.random() / 2));
			this.#retry = Math.min(this.#retry * 2, lastRetry);
			return false;
		}
		this.#retry = firstRetry;
		if (answer === 'yes') return true;
		this.stop();
		onRefused(answer);
		return false;
	}

	#later(ms: number): void {
		if (!this.#isStopped) this.#timer = setTimeout(() => this.catchUp(), ms);
	}
}
