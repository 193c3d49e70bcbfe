/** What is fetched as soon as somebody comes near to something that opens. */
const waiting = new Set<() => void>();

function fetchAll(): void {
	const all = [...waiting];
	waiting.clear();
	for (const fetch of all) fetch();
}

function hint({ target }: Event): void {
	if (waiting.size > 0 && target instanceof Element && target.closest('[aria-haspopup]'))
		fetchAll();
}

/**
 * Fetches a script before it is needed: when a pointer, a finger or the focus comes to anything with
 * `aria-haspopup`, or in an idle moment. The service worker keeps all files by itself, so idle
 * moments are for browsers without one (an office server without https), unless they save data.
 * @returns what takes it back
 */
export function beforehand(fetch: () => void): () => void {
	// The same two functions every time: a document hears each of them once.
	document.addEventListener('pointerover', hint, { passive: true });
	document.addEventListener('focusin', hint);
	waiting.add(fetch);
	const stop = fetchesUnasked() ? whenIdle(fetchAll) : undefined;
	return () => {
		waiting.delete(fetch);
		stop?.();
	};
}

function fetchesUnasked(): boolean {
	const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
	return !('serviceWorker' in navigator) && connection?.saveData !== true;
}

const settling = 2_000; // ms after the page, where a browser cannot say when it is idle

function whenIdle(work: () => void): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;
	const wait = () => {
		if ('requestIdleCallback' in window) {
			const idle = requestIdleCallback(work);
			signal.addEventListener('abort', () => cancelIdleCallback(idle));
		} else {
			const timer = setTimeout(work, settling);
			signal.addEventListener('abort', () => clearTimeout(timer));
		}
	};
	if (document.readyState === 'complete') wait();
	else addEventListener('load', wait, { once: true, signal });
	return () => leaving.abort();
}
