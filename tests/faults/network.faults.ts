import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inMs, print, times } from './figures.ts';
import { FaultSite, pause, untilEqual, within } from './site.ts';
import { startProxy, type Weather } from './tcp-proxy.ts';
import { lostOf, savedOf, type } from './typing.ts';

const patience = { timeout: 900_000 };

describe('the network', () => {
	let site: FaultSite;
	beforeAll(async () => {
		site = await FaultSite.prepare(2);
	}, 60_000);
	afterEach(() => site.clear());
	afterAll(() => site.forget());

	for (const [name, weather, seconds] of [
		['is cut', 'cut', times(5, 60)],
		['is half-open: it takes everything and brings nothing', 'half-open', times(15, 60)],
		['is cut for long', 'cut', times(20, 600)]
	] as [string, Weather, number][])
		test(`row 7: it ${name} for ${seconds} s while both sides type`, patience, async () => {
			const port = site.portOf(await site.start());
			const proxy = await startProxy(port);
			try {
				const far = site.sit(0, proxy.port);
				const near = site.sit(1, port);
				for (const person of [far, near])
					await within(20_000, () => expect(person.isSaved()).toBe(true));
				const { histories, stop } = type([far, near], { speed: 2 });
				await pause(500);
				proxy.set(weather);
				const from = performance.now();
				await within(40_000, () => expect(far.connection.state.state).not.toBe('connected'));
				const noticed = performance.now() - from;
				await pause(Math.max(0, seconds * 1000 - noticed));
				proxy.set('fine');
				stop();
				const equal = await untilEqual([far, near], 40_000);
				for (const history of histories) history.look();
				const lost = lostOf(histories, await site.load(port));
				print(`network ${name}`, {
					seconds,
					'offline shown after': inMs([noticed], 1),
					'equal after': inMs([equal], 1),
					acknowledged: savedOf(histories).length,
					'of those lost': lost
				});
				expect(lost).toBe(0);
				expect(equal).toBeLessThan(10_000);
				expect(noticed).toBeLessThan(10_000);
			} finally {
				proxy.stop();
			}
		});

	test('it is slow: 150 ms each way', patience, async () => {
		const port = site.portOf(await site.start());
		const proxy = await startProxy(port);
		try {
			const far = site.sit(0, proxy.port);
			const near = site.sit(1, port);
			proxy.set({ delayMs: 150 });
			for (const person of [far, near])
				await within(20_000, () => expect(person.isSaved()).toBe(true));
			const { histories, stop } = type([far, near], { speed: 2 });
			await pause(5000);
			stop();
			const equal = await untilEqual([far, near]);
			for (const history of histories) history.look();
			const clocks = Math.abs(far.connection.clock.now() - near.connection.clock.now());
			const lost = lostOf(histories, await site.load(port));
			print('slow network', {
				'equal after': inMs([equal], 1),
				'clocks apart': inMs([clocks], 1),
				'acknowledged and lost': lost
			});
			expect(lost).toBe(0);
			expect(clocks).toBeLessThan(250);
		} finally {
			proxy.stop();
		}
	});
});
