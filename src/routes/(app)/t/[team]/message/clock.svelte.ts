import { createSubscriber } from 'svelte/reactivity';

/**
 * The server's clock for a page without a live document, in milliseconds; whoever reads it is
 * redrawn four times a second.
 *
 * @param said what the server's clock said when the page was made
 */
export function clockFrom(said: () => number): () => number {
	const ahead = $derived(said() - Date.now());
	const tick = createSubscriber((update) => {
		const timer = setInterval(update, 250);
		return () => clearInterval(timer);
	});
	return () => {
		tick();
		return Date.now() + ahead;
	};
}
