const tickMs = 10;

const waiting = new Map<() => void, number>();
let ticking: NodeJS.Timeout | undefined;

function tick(): void {
	const soon = performance.now() + tickMs / 2;
	// Without making a pair of each: there may be thousands, a hundred times a second.
	waiting.forEach((due, callback) => {
		if (due > soon) return;
		waiting.delete(callback);
		callback();
	});
	if (waiting.size > 0) return;
	clearInterval(ticking);
	ticking = undefined;
}

/**
 * Calls back after about so many milliseconds, together with others whose time has come: one timer
 * for hundreds of rooms, which wakes the process a hundred times a second and not thousands. Asked for
 * again, the earlier time counts.
 */
export function callWithin(ms: number, callback: () => void): void {
	const due = performance.now() + ms;
	if ((waiting.get(callback) ?? Infinity) > due) waiting.set(callback, due);
	ticking ??= setInterval(tick, tickMs).unref();
}

/** Whoever went away is not called any more. */
export function callNoMore(callback: () => void): void {
	waiting.delete(callback);
}
