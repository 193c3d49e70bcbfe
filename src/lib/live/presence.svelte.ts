import { createSubscriber } from 'svelte/reactivity';
import * as v from 'valibot';
import type { Awareness } from 'y-protocols/awareness';

const Here = v.object({
	person: v.string(),
	/** The segment they look at; null while they follow the chair. */
	viewing: v.optional(v.nullable(v.string()), null),
	/** The notes their caret is in. */
	writing: v.optional(v.nullable(v.string()), null),
	/** The row they have selected in the scorecard, so that everyone can look at it. */
	pointing: v.optional(v.nullable(v.string()), null)
});
export type Here = v.InferOutput<typeof Here>;

/** Who is in the room, where they look, and where they write. Nothing of this is kept. */
export class Presence {
	#awareness: Awareness;
	#person: string;
	#subscribe: () => void;

	constructor(awareness: Awareness, person: string) {
		this.#awareness = awareness;
		this.#person = person;
		awareness.setLocalStateField('person', person);
		this.#subscribe = createSubscriber((update) => this.observe(update));
	}

	/**
	 * Calls back when `windows` changes. A caret that moves is no such change: it does so with every
	 * letter, and only the editor draws carets.
	 */
	observe(update: () => void): () => void {
		let shown = JSON.stringify(this.#read());
		const changed = () => {
			const now = JSON.stringify(this.#read());
			if (now === shown) return;
			shown = now;
			update();
		};
		this.#awareness.on('change', changed);
		return () => this.#awareness.off('change', changed);
	}

	/** One entry per open window; a person with two windows is here twice. */
	get windows(): Here[] {
		this.#subscribe();
		return this.#read();
	}

	#read(): Here[] {
		return [...this.#awareness.getStates().values()].flatMap((state) => {
			const parsed = v.safeParse(Here, state);
			return parsed.success ? [parsed.output] : [];
		});
	}

	get people(): Set<string> {
		return new Set(this.windows.map((here) => here.person));
	}

	/** The people of those windows whose client id the condition holds for. */
	peopleWhose(holds: (client: number) => boolean): string[] {
		const people = [...this.#awareness.getStates()].flatMap(([client, state]) => {
			const parsed = v.safeParse(Here, state);
			return parsed.success && holds(client) ? [parsed.output.person] : [];
		});
		return [...new Set(people)];
	}

	writingIn(notes: string): string[] {
		const writers = this.windows.filter((here) => here.writing === notes);
		return [...new Set(writers.map((here) => here.person))];
	}

	say(fields: Partial<Omit<Here, 'person'>>): void {
		for (const [name, value] of Object.entries(fields))
			this.#awareness.setLocalStateField(name, value);
	}

	get me(): string {
		return this.#person;
	}

	stop(): void {
		this.#awareness.setLocalState(null);
	}
}
