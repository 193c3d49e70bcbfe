import { sampleMeeting } from './documents.ts';
import { watchProcessors, type Used } from './processes.ts';
import { Room } from './room.ts';
import { sleep, type Summary } from './samples.ts';
import type { Setting } from './setting.ts';
import type { Typing } from './typing.ts';

const arrivalMs = 3000;

/** What a load did to a server. */
export type Level = {
	latency: Summary;
	/** Until the sender knew that it was stored; nothing where the server does not say. */
	saved: Summary;
	used: Used;
	/** Processor seconds of the server for 100,000 updates. */
	cpu: number;
	lost: number;
	neverSaved: number;
	disconnects: number;
	sendLagP99: number;
};

/**
 * Fills rooms: the first to come brings the document, then the others come.
 *
 * @returns how many rooms somebody could not enter
 */
export async function fill(rooms: readonly Room[], kilobytes = 5): Promise<number> {
	const document = sampleMeeting(kilobytes);
	const problems: unknown[] = [];
	await inTurns(rooms, 4, async ({ members: [first, ...others] }) => {
		try {
			await first?.come();
			first?.update(document);
			await Promise.all(others.map((member) => member.come()));
		} catch (problem) {
			problems.push(problem);
		}
	});
	if (problems.length > 0) console.error(`    not all could enter: ${String(problems[0])}`);
	return problems.length;
}

/** Does it for all of them, this many at once. */
export async function inTurns<Item>(
	items: readonly Item[],
	atOnce: number,
	work: (item: Item) => Promise<unknown>
): Promise<void> {
	const left = items.values();
	const worker = async () => {
		for (const item of left) await work(item);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Measures for some seconds while these rooms type; what has not arrived soon after is lost. */
export async function measureLevel(
	{ server, crowd, behind }: Setting,
	typing: Typing,
	rooms: readonly Room[],
	seconds: number
): Promise<Level> {
	const { probes, saves } = crowd;
	await sleep(3000);
	typing.lag.reset();
	saves.latency.reset();
	const before = { sent: typing.sent, disconnects: crowd.disconnects };
	const used = watchProcessors(server.pids, behind);
	probes.openWindow();
	saves.isOpen = true;
	await sleep(seconds * 1000);
	probes.closeWindow();
	saves.isOpen = false;
	const processors = used();
	const sent = typing.sent - before.sent;
	const sendLagP99 = typing.lag.summary().p99;
	const unsaved = () =>
		saves.latency.count === 0
			? 0
			: rooms.reduce(
					(sum, { members }) => sum + members.reduce((n, m) => n + m.unsaved.missing, 0),
					0
				);
	const deadline = performance.now() + arrivalMs;
	while (probes.completed < probes.issued || unsaved() > 0) {
		if (performance.now() > deadline) break;
		await sleep(20);
	}
	return {
		latency: probes.latency.summary(),
		saved: saves.latency.summary(),
		used: processors,
		cpu: ((processors.server * processors.seconds) / sent) * 1e5,
		lost: probes.issued - probes.completed,
		neverSaved: unsaved(),
		disconnects: crowd.disconnects - before.disconnects,
		sendLagP99
	};
}
