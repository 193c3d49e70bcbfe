import type { Step } from './format.ts';
import { longestSegment } from './segment.ts';

/** A step while it is being edited; `id` tells two of them apart. */
export type DraftStep = Step & { id: string };

/** A team's agenda while somebody edits it: nothing is kept until the form is sent. */
export class AgendaDraft {
	#steps = $state.raw<DraftStep[]>([]);
	#begun: readonly DraftStep[];
	#newId: () => string;

	constructor(steps: readonly Step[], newId: () => string) {
		this.#newId = newId;
		this.#steps = steps.map((step) => ({ ...step, id: newId() }));
		this.#begun = this.#steps;
	}

	get steps(): DraftStep[] {
		return this.#steps;
	}

	/** While something is dragged, the list holds a shadow of it. */
	set steps(steps: DraftStep[]) {
		this.#steps = steps;
	}

	/** Whether anything was done to it yet. */
	get isTouched(): boolean {
		return this.#steps !== this.#begun;
	}

	get minutes(): number {
		return this.#steps.reduce((sum, step) => sum + (step.minutes || 0), 0);
	}

	change(id: string, change: Partial<Step>): void {
		this.#steps = this.#steps.map((step) => (step.id === id ? { ...step, ...change } : step));
	}

	/** Five minutes more or less; below five, one at a time. */
	lengthen(id: string, direction: 1 | -1): void {
		this.#steps = this.#steps.map((step) => {
			if (step.id !== id) return step;
			const by = direction === 1 ? (step.minutes < 5 ? 1 : 5) : step.minutes <= 5 ? 1 : 5;
			const minutes = Math.min(longestSegment, Math.max(1, (step.minutes || 0) + direction * by));
			return { ...step, minutes };
		});
	}

	/** Moves a step up (-1) or down (1), and answers where it is now, counted from 1. */
	move(id: string, by: 1 | -1): number {
		const from = this.#steps.findIndex((step) => step.id === id);
		const to = Math.min(this.#steps.length - 1, Math.max(0, from + by));
		const moved = this.#steps[from];
		if (moved) this.#steps = this.#steps.toSpliced(from, 1).toSpliced(to, 0, moved);
		return to + 1;
	}

	add(): DraftStep {
		const id = this.#newId();
		const added: DraftStep = { id, key: id, kind: 'discussion', title: '', minutes: 10, guide: '' };
		// Whatever is new belongs before the round that closes the meeting.
		const at = this.#steps.at(-1)?.kind === 'wrap-up' ? -1 : this.#steps.length;
		this.#steps = this.#steps.toSpliced(at, 0, added);
		return added;
	}

	/** Takes a step out; the returned function puts it back where it was. */
	remove(id: string): () => void {
		const before = this.#steps;
		this.#steps = before.filter((step) => step.id !== id);
		return () => (this.#steps = before);
	}
}
