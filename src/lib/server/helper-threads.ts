import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const threads = '/proc/self/task';

/**
 * Lets the threads with which V8 compiles and collects memory run in time that nobody else needs.
 * On a processor they share with the thread that serves everybody they took every other slice of it,
 * and typing stood still for a tenth of a second. Where threads have no priority of their own
 * (anywhere but on Linux) nothing changes.
 */
export function letHelperThreadsWait(): void {
	if (process.platform !== 'linux') return;
	for (const thread of readdirSync(threads))
		try {
			const name = readFileSync(join(threads, thread, 'comm'), 'utf8').trim();
			if (name === 'V8Worker') setPriority(Number(thread), constants.priority.PRIORITY_LOW);
		} catch {
			// It ended meanwhile, or may not be changed here; everything works without.
		}
}
