import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const threads = '/proc/self/task';

/**
 * Lets the threads with which V8 compiles and collects memory stand behind the one that serves
 * everybody. On a processor they share with it they took every other slice, and typing stood still
 * for a tenth of a second; now each gets a tenth of what the other gets while that is busy. Not less:
 * a server that is busy because nothing is compiled yet would stay so. Where threads have no priority
 * of their own (anywhere but on Linux) nothing changes.
 */
export function letHelperThreadsWait(): void {
	if (process.platform !== 'linux') return;
	for (const thread of readdirSync(threads))
		try {
			const name = readFileSync(join(threads, thread, 'comm'), 'utf8').trim();
			if (name === 'V8Worker')
				setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
		} catch {
			// It ended meanwhile, or may not be changed here; everything works without.
		}
}
