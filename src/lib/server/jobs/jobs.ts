import { askForReadings, type Asker } from './ask-for-readings.ts';
import { makeOccurrences } from './make-occurrences.ts';

const minute = 60_000;

/**
 * What happens by itself. Every job may run twice, or on two nodes at once, and does its work once.
 *
 * @param asks whether owners are asked for readings by mail; a server that does not know its own
 * address cannot send anybody there
 */
export function startJobs(
	asker: Asker,
	asks: boolean,
	onFailure: (error: unknown) => void
): () => Promise<void> {
	const stops = [
		every(60 * minute, () => makeOccurrences(asker.database, new Date())),
		...(asks ? [every(5 * minute, () => askForReadings(asker, new Date()))] : [])
	];
	return async () => void (await Promise.all(stops.map((stop) => stop())));

	/** Does it now and then again and again, never before the last time is over. */
	function every(pause: number, work: () => Promise<void>): () => Promise<void> {
		let running: Promise<void> | undefined;
		const run = () => {
			running ??= work()
				.catch(onFailure)
				.finally(() => (running = undefined));
		};
		run();
		const timer = setInterval(run, pause);
		timer.unref();
		return async () => {
			clearInterval(timer);
			await running;
		};
	}
}
