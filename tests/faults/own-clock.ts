import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

const library = [
	...globSync('/usr/lib/*/faketime/libfaketime.so.1'),
	'/usr/lib/faketime/libfaketime.so.1',
	'/usr/local/lib/faketime/libfaketime.so.1'
].find((path) => existsSync(path));

/** libfaketime is not on every machine; in CI it is. */
export const canFakeTime = library !== undefined;

/** A clock for a server process, which shows another time than the machine and can be set. */
export async function makeServerClock(aheadSeconds: number) {
	const folder = await mkdtemp(join(tmpdir(), 'drumbeat-clock-'));
	const file = join(folder, 'offset');
	const set = (seconds: number) => writeFile(file, `${seconds < 0 ? '' : '+'}${seconds}s\n`);
	await set(aheadSeconds);
	return {
		set,
		/** Timers go on by the time that really passes, as they do when somebody sets a clock. */
		environment: {
			LD_PRELOAD: library ?? '',
			FAKETIME_TIMESTAMP_FILE: file,
			FAKETIME_NO_CACHE: '1',
			FAKETIME_DONT_FAKE_MONOTONIC: '1',
			DONT_FAKE_MONOTONIC: '1'
		},
		remove: () => rm(folder, { recursive: true, force: true })
	};
}

/** Makes a browser's clock wrong from the next page on: off by so much, and fast by parts in a million. */
export async function setBrowserClock(
	page: Page,
	wrong: { offMs: number; drift: number }
): Promise<void> {
	await page.addInitScript(({ offMs, drift }) => {
		const RealDate = Date;
		const began = performance.timeOrigin;
		const now = () => {
			const truth = RealDate.now();
			return Math.floor(truth + offMs + ((truth - began) * drift) / 1e6);
		};
		globalThis.Date = new Proxy(RealDate, {
			construct: (target, given) =>
				given.length === 0 ? new target(now()) : (Reflect.construct(target, given) as Date),
			get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name))
		});
	}, wrong);
}
