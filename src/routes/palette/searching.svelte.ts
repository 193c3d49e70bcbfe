import * as v from 'valibot';
import { Hit } from '#lib/search/hit.ts';
import { readQuery } from '#lib/search/query.ts';

const pause = 90; // ms without a letter before the server is asked

/** What is found while somebody types. The last answer stays until the next one is here. */
export class Searching {
	typed = $state('');
	hits = $state.raw<readonly Hit[]>([]);
	/** For what words the passages were found. */
	answered = $state('');
	problem = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asking: AbortController | undefined;
	#onanswered: () => void;

	constructor(onanswered: () => void) {
		this.#onanswered = onanswered;
	}

	get isAsking(): boolean {
		return this.typed !== this.answered && readQuery(this.typed) !== undefined;
	}

	type(typed: string): void {
		this.typed = typed;
		this.stop();
		if (readQuery(typed)) this.#timer = setTimeout(() => void this.#ask(typed), pause);
		else this.#show(typed, []);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#asking?.abort();
	}

	async #ask(typed: string): Promise<void> {
		const asking = (this.#asking = new AbortController());
		try {
			const response = await fetch(`/search/hits?q=${encodeURIComponent(typed.slice(0, 400))}`, {
				signal: AbortSignal.any([asking.signal, AbortSignal.timeout(10_000)])
			});
			if (!response.ok) throw new Error(`The search answered ${response.status}`);
			this.#show(typed, v.parse(v.array(Hit), await response.json()));
		} catch {
			if (asking.signal.aborted) return;
			this.#show(typed, [], true);
		}
	}

	#show(typed: string, hits: readonly Hit[], problem = false): void {
		this.answered = typed;
		this.hits = hits;
		this.problem = problem;
		this.#onanswered();
	}
}
