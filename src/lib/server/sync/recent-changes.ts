import { everything } from '#lib/live/protocol.ts';

/** What is on its way when a page is made may be told too late for it and too early for its feed. */
const marginMs = 1000;

/** What changed lately, for pages that were not listening for a moment. */
export class RecentChanges {
	#keptMs: number;
	#since = Infinity;
	/** When each kind last changed in each team; the newest last. */
	#changed = new Map<string, Map<string, number>>();

	constructor(keptMs: number) {
		this.#keptMs = keptMs;
	}

	/** From now on nothing is missed; before, something may have been. */
	begin(now: number): void {
		this.#since = now;
		this.#changed.clear();
	}

	add(team: string, kind: string, now: number): void {
		const kinds = this.#changed.get(team) ?? new Map<string, number>();
		kinds.set(kind, now);
		// Put at the end, so that what is old stands first.
		this.#changed.delete(team);
		this.#changed.set(team, kinds);
	}

	/** The kinds that changed for a page that knew everything `age` milliseconds ago. */
	since(team: string, now: number, age: number): string[] {
		const from = now - age - marginMs;
		if (!(from >= Math.max(this.#since, now - this.#keptMs))) return [everything];
		return [...(this.#changed.get(team) ?? [])].flatMap(([kind, at]) => (at >= from ? kind : []));
	}

	forget(now: number): void {
		for (const [team, kinds] of this.#changed) {
			if (Math.max(...kinds.values()) >= now - this.#keptMs) return;
			this.#changed.delete(team);
		}
	}
}
