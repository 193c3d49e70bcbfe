import { sampleMeeting } from '../documents.ts';
import { inTurns } from '../level.ts';
import { watchProcessors, type Used } from '../processes.ts';
import { Room } from '../room.ts';
import { Samples, sleep, type Summary } from '../samples.ts';
import type { Setting } from '../setting.ts';

const roomCount = 200;
const people = 2000;

export type Herd = {
	/** Milliseconds until they had the document. */
	synced: Summary;
	failures: number;
	used: Used;
};

/** Monday, nine o'clock: rooms with somebody in them are open, and two thousand come at once. */
export async function herd({ server, crowd, behind }: Setting): Promise<Herd> {
	const document = sampleMeeting(50);
	const rooms = Array.from({ length: roomCount }, () => new Room(crowd, 1));
	await inTurns(rooms, 20, async ({ members: [host] }) => {
		await host?.come();
		host?.update(document);
	});
	await sleep(3000);
	const joiners = Array.from({ length: people }, (_, index) =>
		rooms[index % roomCount]!.newcomer(1 + Math.floor(index / roomCount))
	);
	await server.collectGarbage();
	const synced = new Samples();
	let failures = 0;
	const used = watchProcessors(server.pids, behind);
	const began = performance.now();
	await Promise.all(
		joiners.map(async (joiner) => {
			const came = await joiner.come().catch(() => undefined);
			// An answer that holds less than the document is none.
			if (came === undefined || joiner.received < document.byteLength * 0.8) failures += 1;
			else synced.add(performance.now() - began);
		})
	);
	const processors = used();
	for (const one of [...joiners, ...rooms]) one.leave();
	return { synced: synced.summary(), failures, used: processors };
}
