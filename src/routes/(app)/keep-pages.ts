/** Asks the service worker for copies of these pages, to be read without a connection. */
export async function keepPages(person: string, paths: string[]): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	try {
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage({ keep: { person, paths } });
	} catch {
		// A private window keeps none: the pages then need a connection.
	}
}
