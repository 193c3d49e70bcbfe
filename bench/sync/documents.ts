// Documents to load servers with: always the same, made once with real Yjs and kept on disk.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const folder = join(import.meta.dirname, 'documents');
const words =
	'agenda revenue hiring roadmap budget risk owner decision follow-up quarter churn launch metric review team plan next week action item note customer target board update'.split(
		' '
	);

/** Numbers from 0 to 1 that are the same in every run, so that every server gets the same. */
export function numbersFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/**
 * A meeting of about this many kilobytes as one update: an agenda, and notes that six people wrote
 * in small bursts, one edit in ten a deletion.
 */
export function sampleMeeting(kilobytes: number): Uint8Array {
	return kept(`meeting-${kilobytes}`, () => {
		const random = numbersFrom(7);
		const docs = Array.from({ length: 6 }, (_, index) => docOf(1000 + index));
		const first = docs[0]!;
		const agenda = first.getArray('agenda');
		for (let count = 0; count < 12; count += 1)
			agenda.push([new Y.Map(Object.entries({ id: `item-${count}`, title: words[count] }))]);
		exchange(docs);
		while (Y.encodeStateAsUpdate(first).byteLength < kilobytes * 1024) {
			for (let count = 0; count < 40; count += 1) {
				const text = docs[Math.floor(random() * docs.length)]!.getText('notes');
				const at = Math.floor(random() * (text.length + 1));
				if (random() < 0.1 && text.length > 40) text.delete(Math.min(at, text.length - 10), 5);
				else {
					const word = words[Math.floor(random() * words.length)]!;
					text.insert(at, `${word} `, random() < 0.1 ? { bold: true } : {});
				}
			}
			exchange(docs);
		}
		return Y.encodeStateAsUpdate(first);
	});
}

/** What three people type with moving cursors, every edit an update; one in eight deletes. */
export function sampleHistory(edits: number): Uint8Array[] {
	const whole = kept(`history-${edits}`, () => {
		const random = numbersFrom(11);
		const docs = Array.from({ length: 3 }, (_, index) => docOf(2000 + index));
		const encoder = encoding.createEncoder();
		for (const doc of docs)
			doc.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin === 'another') return;
				encoding.writeVarUint8Array(encoder, update);
				for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'another');
			});
		const cursors = docs.map(() => 0);
		for (let count = 0; count < edits; count += 1) {
			const who = Math.floor(random() * docs.length);
			const text = docs[who]!.getText('notes');
			let at = Math.min(cursors[who]!, text.length);
			if (random() < 0.04) at = Math.floor(random() * (text.length + 1));
			if (random() < 0.12 && at > 0) text.delete(--at, 1);
			else text.insert(at++, 'etaoin shrdlu'[Math.floor(random() * 13)]!);
			cursors[who] = at;
		}
		return encoding.toUint8Array(encoder);
	});
	const decoder = decoding.createDecoder(whole);
	const updates: Uint8Array[] = [];
	while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
	return updates;
}

function docOf(clientID: number): Y.Doc {
	return Object.assign(new Y.Doc(), { clientID });
}

function exchange(docs: Y.Doc[]): void {
	for (const from of docs)
		for (const to of docs)
			if (from !== to)
				Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'another');
}

function kept(name: string, make: () => Uint8Array): Uint8Array {
	const file = join(folder, `${name}.bin`);
	if (existsSync(file)) return readFileSync(file);
	const bytes = make();
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, bytes);
	return bytes;
}
