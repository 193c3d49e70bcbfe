import { enhance as enhanceForm, type ActionResult, type SubmitFunction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { getToasts } from './toasts.svelte.ts';
import { taken } from './unsent.ts';

type Failed = Extract<ActionResult, { type: 'error' }>;

/**
 * SvelteKit's `enhance`, for pages that stay. SvelteKit puts an error page where the form was when
 * no answer comes or the server fails; here the page and what was typed in it stay, and a notice
 * says what happened. A callback still sees the result, and its `update` then does nothing.
 */
export function enhance(form: HTMLFormElement, submit?: SubmitFunction): { destroy(): void } {
	const toasts = getToasts();
	return enhanceForm(form, async (input) => {
		const handle = await submit?.(input);
		return async (answer) => {
			if (answer.result.type !== 'error') {
				await (handle ? handle(answer) : answer.update());
				if (answer.result.type === 'success')
					form.dispatchEvent(new Event(taken, { bubbles: true }));
				return;
			}
			toasts.show(whatHappened(answer.result));
			await handle?.({ ...answer, update: async () => {} });
		};
	});
}

/**
 * `enhance` for the buttons of a row, whose success shows in the rows. A page has one answer for all
 * of its forms: what another one said, and what was typed in it, stays.
 */
export function enhanceRow(form: HTMLFormElement): { destroy(): void } {
	return enhance(form, () => async ({ result, update }) => {
		if (result.type === 'success') await invalidateAll();
		else await update();
	});
}

/** A refusal has words of its own; a network or a server that fails has none that help. */
function whatHappened({ status, error }: Failed): string {
	if (status === undefined && error.status >= 500)
		return 'No answer came. What you typed is still here: try again when the connection is back.';
	if (error.status >= 500)
		return 'The server could not do that. What you typed is still here: try again in a moment.';
	return error.message;
}
