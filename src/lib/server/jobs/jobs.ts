import { askForAnswers } from './ask-for-answers.ts';
import { askForReadings, type Asker } from './ask-for-readings.ts';
import { makeOccurrences } from './make-occurrences.ts';
import { deliverWebhooks, type Teller } from '../webhooks/deliver.ts';
import { forgetNotices } from './forget-notices.ts';
import { whenInvitationsAreDue } from './invitations-now.ts';
import { sendInvitations, type Inviter } from './send-invitations.ts';
import { sendNotices, type NoticePoster } from './send-notices.ts';
import { snapshotHealth } from './snapshot-health.ts';

const minute = 60_000;

/**
 * What happens by itself and needs no queue: every job may run twice, or on two nodes at once, and
 * does its work once. The rows it looks at say what is left to do, so it goes on without pg-boss,
 * which runs of workers and weekly mails wait in.
 *
 * @param mails whether mails are sent by themselves; a server that does not know its own address
 * cannot send anybody there
 */
export function startJobs(
	asker: Asker & Inviter & NoticePoster & Teller,
	mails: boolean,
	onFailure: (error: unknown) => void
): () => Promise<void> {
	const stops = [
		every(60 * minute, () => makeOccurrences(asker.database, new Date())),
		every(60 * minute, () => snapshotHealth(asker.database, new Date())),
		every(60 * minute, () => forgetNotices(asker.database, new Date())),
		every(5000, () => deliverWebhooks(asker, () => new Date())),
		...(mails
			? [
					every(5 * minute, () => askForReadings(asker, new Date())),
					every(5 * minute, () => askForAnswers(asker, new Date())),
					every(minute, () => sendNotices(asker, () => new Date())),
					every(minute, () => sendInvitations(asker, new Date()), whenInvitationsAreDue)
				]
			: [])
	];
	return async () => void (await Promise.all(stops.map((stop) => stop())));

	/**
	 * Does it now and then again and again, never before the last time is over.
	 *
	 * @param asked tells when somebody does not want to wait until it is time again
	 */
	function every(
		pause: number,
		work: () => Promise<void>,
		asked: (work: () => void) => () => void = () => () => {}
	): () => Promise<void> {
		let running: Promise<void> | undefined;
		const run = () => {
			running ??= work()
				.catch(onFailure)
				.finally(() => (running = undefined));
		};
		run();
		const timer = setInterval(run, pause);
		timer.unref();
		const unheard = asked(run);
		return async () => {
			clearInterval(timer);
			unheard();
			await running;
		};
	}
}
