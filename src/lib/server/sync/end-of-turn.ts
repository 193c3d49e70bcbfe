let waiting = new Set<() => void>();
let calling = new Set<() => void>();

function callAll(): void {
	calling = waiting;
	waiting = new Set();
	for (const callback of calling) callback();
}

/**
 * Calls back when all that has arrived is read, once however often it is asked for meanwhile. One
 * call of Node for all rooms: it goes through its own queues after each.
 */
export function atEndOfTurn(callback: () => void): void {
	if (waiting.size === 0) setImmediate(callAll);
	waiting.add(callback);
}

/** Whoever went away is not called any more. */
export function notAtEndOfTurn(callback: () => void): void {
	waiting.delete(callback);
	calling.delete(callback);
}
