import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inMs, print } from './figures.ts';
import { postgresPrograms, startPostgres } from './own-services.ts';
import { FaultSite, pause, tellsMemory, untilEqual, within } from './site.ts';
import type { Participant } from '../../src/lib/server/sync/sync-site.ts';

const patience = { timeout: 240_000 };
const megabytes = 30;
const piece = 60_000;
const readEvery = 25;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let site: FaultSite;
beforeAll(async () => {
	if (!postgresPrograms) return;
	postgres = await startPostgres();
	site = await FaultSite.prepare(3, postgres.url);
}, 60_000);
afterEach(() => site?.clear());
afterAll(async () => {
	await site?.forget();
	await postgres?.stop();
});

test.skipIf(!postgresPrograms)(
	'row 12: somebody who reads nothing while 30 MB pass',
	patience,
	async () => {
		const server = await site.start(tellsMemory);
		const port = site.portOf(server);
		const [writer, reader, slow] = [0, 1, 2].map((index) => site.sit(index, port)) as [
			Participant,
			Participant,
			Participant
		];
		const everybody = [writer, reader, slow];
		for (const person of everybody) await within(20_000, () => expect(person.isSaved()).toBe(true));

		// While all of them read, until the heap of the server has grown as far as this work makes it.
		const read = () => site.heldMegabytes(server);
		await pour(writer, reader, read);
		const alone = await pour(writer, reader, read);
		await untilEqual(everybody);

		slow.socket()?.pause();
		const together = await pour(writer, reader, read);
		slow.socket()?.resume();
		// It was cut off, whichever side noticed first.
		await within(20_000, () => expect(slow.opened()).toBeGreaterThan(1));
		const equal = await untilEqual(everybody);
		print('slow reader', {
			'MB passed': megabytes,
			'server holds, all reading': `${alone.held.toFixed(1)} MB`,
			'one of them not': `${together.held.toFixed(1)} MB`,
			'others p95 without': inMs(alone.times, 0.95),
			'others p95 beside it': inMs(together.times, 0.95),
			'back and equal after': inMs([equal], 1)
		});
		expect(together.held - alone.held).toBeLessThanOrEqual(16);
	}
);

/**
 * Sends 30 MB past a reader, most of it written over again: how long each piece took, and what the
 * server held in the second half, in megabytes. It is the median: now and then a reading catches
 * the log being folded. Kept for somebody who reads nothing, it would be 22 MB.
 */
async function pour(writer: Participant, reader: Participant, memory: () => Promise<number>) {
	const times: number[] = [];
	const held: number[] = [];
	const sent = new Map<number, number>();
	const parts = reader.doc.getMap<string>('parts');
	const seen = () => {
		const at = sent.get(Number(parts.get('number')));
		if (at !== undefined) times.push(performance.now() - at);
	};
	parts.observe(seen);
	const pieces = (megabytes * 1e6) / piece;
	for (let number = 0; number < pieces; number += 1) {
		writer.doc.transact(() => {
			writer.doc.getMap<string>('parts').set('text', `${number}`.padEnd(piece, 'x'));
			sent.set(number, performance.now());
			writer.doc.getMap<string>('parts').set('number', String(number));
		});
		// Later on the page of the slow one may have given up, and come back.
		if (number >= pieces / 2 && number % readEvery === 0) held.push(await memory());
		await pause(12);
	}
	await within(20_000, () => expect(times.length).toBe(sent.size));
	parts.unobserve(seen);
	return { times, held: held.toSorted((a, b) => a - b)[held.length >> 1]! };
}
