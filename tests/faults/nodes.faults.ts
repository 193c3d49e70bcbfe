import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inMs, print, times } from './figures.ts';
import { postgresPrograms, redisProgram, startPostgres, startRedis } from './own-services.ts';
import { FaultSite, pause, textOf, untilEqual, within } from './site.ts';
import { lostOf, savedOf, type } from './typing.ts';
import type { Participant } from '../../src/lib/server/sync/sync-site.ts';

const patience = { timeout: 240_000 };

describe.skipIf(!postgresPrograms || !redisProgram)('two nodes', () => {
	let postgres: Awaited<ReturnType<typeof startPostgres>>;
	let redis: Awaited<ReturnType<typeof startRedis>>;
	let site: FaultSite;
	let nodes: number[];
	let people: Participant[];
	beforeAll(async () => {
		postgres = await startPostgres();
		redis = await startRedis();
		site = await FaultSite.prepare(4, postgres.url);
	}, 60_000);
	beforeEach(async () => {
		nodes = [
			await site.start({ REDIS_URL: redis.url }),
			await site.start({ REDIS_URL: redis.url })
		];
		people = [0, 1, 2, 3].map((index) => site.sit(index, portOf(index % 2)));
		for (const person of people) await within(20_000, () => expect(person.isSaved()).toBe(true));
		await within(10_000, () => expect(seenBy(people[0])).toBe(4));
	}, 60_000);
	afterEach(() => site.clear());
	afterAll(async () => {
		await site.forget();
		await postgres.stop();
		await redis.kill();
	});

	const portOf = (node: number) => site.portOf(nodes[node] ?? -1);
	const seenBy = (person: Participant | undefined) => person?.connection.awareness.getStates().size;

	async function check(row: string, figures: Record<string, string | number>, lost: number) {
		print(row, { ...figures, 'acknowledged and lost': lost });
		expect(lost).toBe(0);
	}

	test('row 6: Redis dies and comes back', patience, async () => {
		const { histories, stop } = type(people, { speed: 4 });
		await pause(1000);
		await redis.kill();
		await pause(times(5000, 30_000));
		stop();
		const without = await untilEqual(people);
		const second = type(people, { speed: 4, from: 0.5 });
		await pause(500);
		await redis.start();
		await pause(2000);
		second.stop();
		const after = await untilEqual(people);
		const all = [...histories, ...second.histories];
		const lost = lostOf(all, await site.load(portOf(0)));
		await check(
			'Redis killed',
			{
				acknowledged: savedOf(all).length,
				'equal without it after': inMs([without], 1),
				'equal with it after': inMs([after], 1)
			},
			lost
		);
		expect(Math.max(without, after)).toBeLessThan(5000);
	});

	test('row 6: a node dies, and its people come back by the other', patience, async () => {
		const { histories, stop } = type(people, { speed: 4 });
		await pause(1500);
		await site.kill(nodes[1] ?? -1);
		for (const history of histories) history.look();
		const from = performance.now();
		await within(10_000, () => expect(seenBy(people[0])).toBe(2));
		const noticed = performance.now() - from;
		stop();
		// A load balancer would send them to the node that is left.
		const moved = [1, 3].map((index) => site.sit(index, portOf(0), people[index]?.doc));
		for (const index of [1, 3]) people[index]?.leave();
		const equal = await untilEqual([people[0]!, people[2]!, ...moved]);
		const lost = lostOf(histories, await site.load(portOf(0)));
		await check(
			'node killed',
			{
				acknowledged: savedOf(histories).length,
				'its people gone after': inMs([noticed], 1),
				'equal after': inMs([equal], 1)
			},
			lost
		);
		expect(noticed).toBeLessThan(6000);
		expect(equal).toBeLessThan(5000);
	});

	test('a node sleeps past its lease, and spoils nothing when it wakes', patience, async () => {
		const [ada, grace] = people;
		ada?.commands.start();
		await within(5000, () => expect(grace?.document.progress().state).toBe('live'));
		const { histories, stop } = type(people, { speed: 4 });
		await pause(1000);
		site.signal(nodes[0] ?? -1, 'SIGSTOP');
		await pause(18_000);
		grace?.commands.capture({ kind: 'decision', title: 'Decided while the other node slept' });
		await pause(500);
		site.signal(nodes[0] ?? -1, 'SIGCONT');
		stop();
		const equal = await untilEqual(people);
		for (const history of histories) history.look();
		expect(ada?.document.outcomes.all()).toHaveLength(1);
		const lost = lostOf(histories, await site.load(portOf(1)));
		await check(
			'node paused 18 s',
			{ acknowledged: savedOf(histories).length, 'equal after': inMs([equal], 1) },
			lost
		);
		expect(equal).toBeLessThan(10_000);
		const texts = people.map(({ doc }) => textOf(doc));
		expect(new Set(texts).size).toBe(1);
	});

	test('a rolling deploy: each node in turn stops and starts anew', patience, async () => {
		const { histories, stop } = type(people, { speed: 4 });
		const away: number[] = [];
		for (const node of nodes) {
			await pause(1000);
			const code = await site.stop(node);
			expect(code).toBe(0);
			await site.restart(node);
			const from = performance.now();
			await within(10_000, () => {
				for (const person of people) expect(person.connection.state.state).toBe('connected');
			});
			away.push(performance.now() - from);
		}
		stop();
		const equal = await untilEqual(people);
		for (const history of histories) history.look();
		const lost = lostOf(histories, await site.load(portOf(0)));
		await check(
			'rolling deploy',
			{
				acknowledged: savedOf(histories).length,
				'everybody back after at most': inMs(away, 1),
				'equal after': inMs([equal], 1)
			},
			lost
		);
		expect(Math.max(...away)).toBeLessThan(5000);
	});
});
