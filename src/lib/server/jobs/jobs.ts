import type { Database } from '../database/database.ts';
import { makeOccurrences } from './make-occurrences.ts';

const hour = 60 * 60_000;

/** What happens by itself. Every job may run twice, or on two nodes at once, and does its work once. */
export function startJobs(
	database: Database,
	onFailure: (error: unknown) => void
): () => Promise<void> {
	let running: Promise<unknown> = Promise.resolve();
	const run = () => {
		running = makeOccurrences(database, new Date()).catch(onFailure);
	};
	run();
	const timer = setInterval(run, hour);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
