import { performance } from 'node:perf_hooks';

const sampleMs = 250;
const lightUpTo = 0.2;
const busyFrom = 0.7;
const longestMs = 40;

let before = performance.eventLoopUtilization();
let chosen = 0;
let light = true;

// A process that is nearly busy gains more by writing less often than it loses by waiting a little.
setInterval(() => {
	const now = performance.eventLoopUtilization();
	const { utilization } = performance.eventLoopUtilization(now, before);
	before = now;
	light = utilization < lightUpTo;
	const wanted = Math.max(0, (utilization - busyFrom) / (1 - busyFrom)) * longestMs;
	// Half-way each time, so that it settles instead of swinging.
	chosen = Math.floor((chosen + wanted) / 2);
}, sampleMs).unref();

/** How long to collect before writing, in milliseconds: 0 until this process is nearly busy. */
export function pause(): number {
	return chosen;
}

/** Whether there is so little to do that nothing needs to wait for something to travel with. */
export function isLight(): boolean {
	return light;
}
