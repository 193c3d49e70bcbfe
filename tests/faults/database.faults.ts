import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inMs, print, times } from './figures.ts';
import { postgresPrograms, startPostgres, type OwnPostgres } from './own-services.ts';
import { FaultSite, pause, textOf, untilEqual, within } from './site.ts';
import { lostOf, savedOf, type, type History } from './typing.ts';

const restarts = times(4, 20);

describe.skipIf(!postgresPrograms)('the database', () => {
	let postgres: OwnPostgres;
	let site: FaultSite;
	beforeAll(async () => {
		postgres = await startPostgres();
		site = await FaultSite.prepare(4, postgres.url);
	}, 60_000);
	afterEach(() => site.clear());
	afterAll(async () => {
		await site.forget();
		await postgres.stop();
	});

	test(
		`row 3: crashes ${restarts} times while people type`,
		{ timeout: 60_000 + restarts * 30_000 },
		async () => {
			const port = site.portOf(await site.start());
			const all: History[] = [];
			const back: number[] = [];
			const shown: number[] = [];
			for (let restart = 0; restart < restarts; restart += 1) {
				const people = [0, 1, 2, 3].map((index) => site.sit(index, port));
				for (const person of people)
					await within(20_000, () => expect(person.isSaved()).toBe(true));
				const { histories, stop } = type(people, { speed: 8, from: restart / restarts });
				await pause(700);
				const crashing = postgres.crash();
				const from = performance.now();
				await within(5000, () => expect(people.some((person) => !person.isSaved())).toBe(true));
				shown.push(performance.now() - from);
				await crashing;
				const restarted = performance.now();
				await pause(300);
				stop();
				await untilEqual(people);
				back.push(performance.now() - restarted);
				for (const history of histories) history.look();
				all.push(...histories);
				for (const person of people) person.leave();
			}
			const loaded = await site.load(port);
			const lost = lostOf(all, loaded);
			print('PostgreSQL crashes', {
				restarts,
				acknowledged: savedOf(all).length,
				'of those lost': lost,
				'not saved shown after at most': inMs(shown, 1),
				'saved again at most': inMs(back, 1)
			});
			expect(lost).toBe(0);
			expect(Math.max(...shown)).toBeLessThan(3000);
			expect(Math.max(...back)).toBeLessThan(10_000);
		}
	);
});

/** A small file system of its own is what there is to fill; making one is not allowed everywhere. */
const canMount = (() => {
	const folder = mkdtempSync(join(tmpdir(), 'drumbeat-mount-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
		execFileSync('umount', [folder]);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
})();

describe.skipIf(!postgresPrograms || !canMount)('a full disk', () => {
	const run = promisify(execFile);
	let folder: string;
	let postgres: OwnPostgres;
	let site: FaultSite;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'drumbeat-full-'));
		await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]);
		await mkdir(join(folder, 'postgres'));
		postgres = await startPostgres(join(folder, 'postgres'));
		site = await FaultSite.prepare(3, postgres.url);
	}, 60_000);
	afterEach(() => site.clear());
	afterAll(async () => {
		await site.forget();
		await postgres.stop();
		await run('umount', ['-l', folder]);
		await rm(folder, { recursive: true, force: true });
	});

	test(
		'row 8: nothing is acknowledged without storage, and all of it is after',
		{ timeout: 120_000 },
		async () => {
			const server = await site.start();
			const port = site.portOf(server);
			const people = [0, 1, 2].map((index) => site.sit(index, port));
			for (const person of people) await within(20_000, () => expect(person.isSaved()).toBe(true));
			const { histories, stop } = type(people, { speed: 8 });
			await pause(500);
			const { bavail, bsize } = await statfs(folder);
			const filler = join(folder, 'filler');
			await writeFile(filler, Buffer.alloc(bavail * bsize)).catch(() => {});
			// Large enough to need a new page at once.
			for (const [index, person] of people.entries())
				person.doc.getMap('items').set(`large ${index}`, 'x'.repeat(200_000));
			await within(20_000, () => expect(people.some((person) => !person.isSaved())).toBe(true));
			await pause(3000);
			const unsaved = people.map((person) => person.connection.state.unsaved);
			expect(site.isRunning(server)).toBe(true);
			await rm(filler);
			const freed = performance.now();
			stop();
			await untilEqual(people, 40_000);
			for (const history of histories) history.look();
			const loaded = await site.load(port);
			const lost = lostOf(histories, loaded);
			print('disk full', {
				'unsaved meanwhile': unsaved.join('/'),
				acknowledged: savedOf(histories).length,
				'of those lost': lost,
				'saved after space returned': `${(performance.now() - freed).toFixed(0)} ms`
			});
			expect(Math.max(...unsaved)).toBeGreaterThan(0);
			expect(lost).toBe(0);
			for (const person of people) expect(textOf(person.doc)).toBe(textOf(loaded));
		}
	);
});
