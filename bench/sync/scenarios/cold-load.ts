import * as Y from 'yjs';
import { limits } from '../../../src/lib/server/sync/limits.ts';
import { comeForContent } from '../content.ts';
import { sampleHistory } from '../documents.ts';
import { Room } from '../room.ts';
import { median, sleep } from '../samples.ts';
import type { Setting } from '../setting.ts';
import { writeIntoLog } from '../update-rows.ts';

const edits = 20_000;
/** Enough that most of them come to code that has run before. */
const documents = 15;
/** Longer than any of the servers waits before it stores or puts away what nobody uses. */
const settleMs = 14_000;
const leaveMs = 7000;

export type ColdLoad = {
	/** Milliseconds to the first answer with the whole document, after an orderly stop. */
	stored: number;
	/** The same with as many changes in the log as a crash can leave there; not a number without a log. */
	afterCrash: number;
	/** By somebody who comes when it is loaded. */
	warm: number;
	isComplete: boolean;
};

/** How long the first person waits for a document with a long history after the server started. */
export async function coldLoad(setting: Setting): Promise<ColdLoad> {
	const { server, crowd, database, log } = setting;
	const updates = sampleHistory(edits);
	const early = database ? updates.slice(0, -limits.unfolded) : updates;
	const rooms = Array.from({ length: documents }, () => new Room(crowd, 1));
	let isComplete = true;
	const loadAll = async (updates: readonly Uint8Array[]) => {
		const text = textOf(updates);
		const times: number[] = [];
		for (const room of rooms) {
			const { ms, isWhole } = await load(room, text);
			times.push(ms);
			isComplete &&= isWhole;
		}
		return median(times);
	};

	if (database) {
		await server.stop();
		for (const { given } of rooms) await writeIntoLog(database, given.document, early);
		await server.start();
		log(`from every single update: ${(await loadAll(early)).toFixed(1)} ms`);
	} else for (const room of rooms) await type(room, early);
	await sleep(settleMs);
	for (const room of rooms) room.leave();
	await sleep(leaveMs);
	await server.stop();
	let afterCrash = NaN;
	if (database) {
		const late = updates.slice(early.length);
		for (const { given } of rooms) await writeIntoLog(database, given.document, late);
		await server.start();
		afterCrash = await loadAll(updates);
		for (const room of rooms) room.leave();
		await sleep(leaveMs);
		await server.stop();
	}
	await server.start();
	const stored = await loadAll(updates);
	const warm = await loadAll(updates);
	return { stored, afterCrash, warm, isComplete };
}

function textOf(updates: readonly Uint8Array[]): string {
	const doc = new Y.Doc();
	doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
	return doc.getText('notes').toJSON();
}

/** Asks until the whole document comes: some answer before their storage did. */
async function load(room: Room, text: string): Promise<{ ms: number; isWhole: boolean }> {
	const began = performance.now();
	for (let turn = 0; turn < 200; turn += 1) {
		const reader = room.newcomer();
		reader.showsItself = false;
		const waited = performance.now() - began;
		const { ms, read } = await comeForContent(reader);
		if (read().getText('notes').toJSON() === text) return { ms: waited + ms, isWhole: true };
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
