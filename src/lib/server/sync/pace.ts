import { performance } from 'node:perf_hooks';

const sampleMs = 100;
const lightUpTo = 0.2;
const busyFrom = 0.7;
const fullFrom = 0.85;
const longestMs = 40;
const leastExtraMs = 100;
const longestExtraMs = 400;

let before = performance.eventLoopUtilization();
/** Share of the time in which this process had something to do: just now, and over a second or so. */
let now = 0;
let lately = 0;

setInterval(() => {
	const at = performance.eventLoopUtilization();
	now = performance.eventLoopUtilization(at, before).utilization;
	before = at;
	lately = 0.9 * lately + 0.1 * now;
}, sampleMs).unref();

const share = (used: number, from: number) => Math.max(0, (used - from) / (1 - from));

/**
 * How long to collect changes before writing, in milliseconds: 0 until this process has been full
 * for a while. Then it gains more by writing less often than it loses by waiting a little.
 */
export function pause(): number {
	return Math.floor(share(lately, fullFrom) * longestMs);
}

/** How much longer than usual that may wait which nobody waits for, in milliseconds. */
export function extraWait(): number {
	if (isLight()) return 0;
	return leastExtraMs + Math.floor(share(now, busyFrom) * (longestExtraMs - leastExtraMs));
}

/** Whether there is so little to do that nothing needs to wait for something to travel with. */
export function isLight(): boolean {
	return now < lightUpTo && lately < lightUpTo;
}
