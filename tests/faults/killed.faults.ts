import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { inMs, print, times } from './figures.ts';
import { postgresPrograms, startPostgres, type OwnPostgres } from './own-services.ts';
import { FaultSite, pause, textOf, untilEqual, within } from './site.ts';
import { lostOf, savedOf, type, type History } from './typing.ts';

const kills = times(6, 50);
const patience = { timeout: 120_000 + kills * 20_000 };

/** Mulberry32: the same moments on every run. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

describe('embedded database', () =>
	keepsWhatIsSaved(async () => ({ url: undefined, stop: undefined })));

describe.skipIf(!postgresPrograms)('PostgreSQL', () =>
	keepsWhatIsSaved(async () => startPostgres())
);

function keepsWhatIsSaved(
	database: () => Promise<OwnPostgres | { url: undefined; stop: undefined }>
): void {
	let site: FaultSite;
	let name: string;
	let service: Awaited<ReturnType<typeof database>>;
	beforeAll(async () => {
		service = await database();
		name = service.url ? 'PostgreSQL' : 'embedded';
		site = await FaultSite.prepare(4, service.url);
	}, 60_000);
	afterEach(() => site.clear());
	afterAll(async () => {
		await site.forget();
		await service.stop?.();
	});

	test(`rows 1 and 2: killed ${kills} times while people type`, patience, async () => {
		const next = random(kills);
		const all: History[] = [];
		const server = await site.start();
		const port = site.portOf(server);
		let lost = 0;
		let sentLost = 0;
		const equal: number[] = [];
		let docs: (Y.Doc | undefined)[] = [];
		for (let kill = 0; kill < kills; kill += 1) {
			// Every other time their pages are gone too, and only the server's word is left.
			const staysOpen = kill % 2 === 1;
			const people = [0, 1, 2, 3].map((index) => site.sit(index, port, docs[index]));
			for (const person of people) await within(20_000, () => expect(person.isSaved()).toBe(true));
			const { histories, stop } = type(people, { speed: 8, from: kill / kills });
			await pause(500 + next() * 1500);
			await site.kill(server);
			for (const history of histories) history.look();
			stop();
			if (!staysOpen) for (const person of people) person.leave();
			await site.restart(server);
			lost += lostOf(histories, await site.load(port));
			all.push(...histories);
			if (!staysOpen) {
				docs = [];
				continue;
			}
			equal.push(await untilEqual(people));
			const kept = textOf(await site.load(port));
			if (people.some(({ doc }) => textOf(doc) !== kept)) sentLost += 1;
			for (const person of people) person.leave();
			docs = [];
		}
		const saved = savedOf(all);
		const waits = saved.map(({ at, savedAt }) => (savedAt ?? at) - at);
		print(`kill -9, ${name}`, {
			kills,
			acknowledged: saved.length,
			'of those lost': lost,
			'with pages kept, not equal': sentLost,
			'equal again at most': inMs(equal, 1),
			'saved p50': inMs(waits, 0.5),
			p95: inMs(waits, 0.95),
			p99: inMs(waits, 0.99)
		});
		expect(saved.length).toBeGreaterThan(kills * 20);
		expect(lost).toBe(0);
		expect(sentLost).toBe(0);
	});

	test('row 5: told to stop while people type', patience, async () => {
		const server = await site.start();
		const port = site.portOf(server);
		const rounds = times(3, 20);
		const all: History[] = [];
		let lost = 0;
		const exits: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			const people = [0, 1, 2, 3].map((index) => site.sit(index, port));
			for (const person of people) await within(20_000, () => expect(person.isSaved()).toBe(true));
			const { histories, stop } = type(people, { speed: 8, from: round / rounds });
			await pause(800);
			const from = performance.now();
			const code = await site.stop(server);
			exits.push(performance.now() - from);
			expect(code).toBe(0);
			for (const history of histories) history.look();
			stop();
			for (const person of people) person.leave();
			await site.restart(server);
			lost += lostOf(histories, await site.load(port));
			all.push(...histories);
		}
		print(`SIGTERM, ${name}`, {
			rounds,
			acknowledged: savedOf(all).length,
			'of those lost': lost,
			'exit at most': inMs(exits, 1)
		});
		expect(lost).toBe(0);
		expect(Math.max(...exits)).toBeLessThan(10_000);
	});
}
