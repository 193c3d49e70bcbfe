import * as Y from 'yjs';
import { documentIn } from '../content.ts';
import { sampleHistory } from '../documents.ts';
import { Room } from '../room.ts';
import { median, sleep } from '../samples.ts';
import type { Setting } from '../setting.ts';
import { writeIntoLog } from '../update-rows.ts';

const edits = 20_000;
const documents = 5;
/** Longer than any of the servers waits before it stores or puts away what nobody uses. */
const settleMs = 14_000;
const leaveMs = 3000;

export type ColdLoad = {
	/** Milliseconds to the first answer with the whole document, after an orderly stop. */
	stored: number;
	/** The same from every single update, as after a crash; not a number where there is no log. */
	fromLog: number;
	/** By somebody who comes when it is loaded. */
	warm: number;
	isComplete: boolean;
};

/** How long the first person waits for a document with a long history after the server started. */
export async function coldLoad(setting: Setting): Promise<ColdLoad> {
	const { server, crowd, database, log } = setting;
	const updates = sampleHistory(edits);
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	const text = doc.getText('notes').toJSON();
	const rooms = Array.from({ length: documents }, () => new Room(crowd, 1));
	let isComplete = true;
	const loadAll = async () => {
		const times: number[] = [];
		for (const room of rooms) {
			const { ms, isWhole } = await load(room, text);
			times.push(ms);
			isComplete &&= isWhole;
		}
		return median(times);
	};

	let fromLog = NaN;
	if (database) {
		await server.stop();
		for (const { given } of rooms) await writeIntoLog(database, given.document, updates);
		await server.start();
		fromLog = await loadAll();
		log(`from the log: ${fromLog.toFixed(1)} ms`);
	} else for (const room of rooms) await type(room, updates);
	await sleep(settleMs);
	for (const room of rooms) room.leave();
	await sleep(leaveMs);
	await server.stop();
	await server.start();
	const stored = await loadAll();
	const warm = await loadAll();
	return { stored, fromLog, warm, isComplete };
}

/** Asks until the whole document comes: some answer before their storage did. */
async function load(room: Room, text: string): Promise<{ ms: number; isWhole: boolean }> {
	const began = performance.now();
	for (let turn = 0; turn < 200; turn += 1) {
		const reader = room.newcomer();
		reader.showsItself = false;
		let answer: Uint8Array | undefined;
		reader.onAnswer = (bytes) => (answer ??= Uint8Array.from(bytes));
		await reader.come();
		const ms = performance.now() - began;
		reader.leave();
		if (answer && documentIn(answer).getText('notes').toJSON() === text)
			return { ms, isWhole: true };
		await sleep(20);
	}
	return { ms: NaN, isWhole: false };
}

async function type({ members: [writer] }: Room, updates: readonly Uint8Array[]): Promise<void> {
	if (!writer) return;
	await writer.come();
	for (const [index, update] of updates.entries()) {
		writer.update(update);
		if (index % 100 === 99) await sleep(2);
		while (writer.waiting > 1 << 20) await sleep(5);
	}
}
