import type { SubmitFunction } from '$app/forms';

/** Whether a form is on its way, so that its button can say so and a second press does nothing. */
export class Submitting {
	#on = $state(false);
	#clears: boolean;

	/** `clears`: the fields are emptied once what they asked for is done. */
	constructor({ clears = false } = {}) {
		this.#clears = clears;
	}

	get on(): boolean {
		return this.#on;
	}

	/** For `use:enhance`. What was typed stays where it is when the form is refused. */
	enhance: SubmitFunction = ({ cancel }) => {
		if (this.#on) return cancel();
		this.#on = true;
		return async ({ result, update }) => {
			await update({ reset: this.#clears && result.type === 'success' });
			this.#on = false;
		};
	};
}
