import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { percentile } from '../../bench/report.ts';
import { chromiumFlags, findChromium } from '../../scripts/chromium.js';
import { startServer, type OwnServer } from '../own-server.ts';
import { enterRoom, goHome, newTeam, write } from '../people.ts';
import { inMs, print, times } from './figures.ts';
import { canFakeTime, makeServerClock, setBrowserClock } from './own-clock.ts';
import { clockOf, differences, readClock, watchClock } from './page-clock.ts';
import { pause, within } from './site.ts';
import { startProxy } from './tcp-proxy.ts';

const patience = { timeout: 1_500_000 };
const executablePath = await findChromium();
const options = { ...(executablePath ? { executablePath } : {}), args: chromiumFlags };

describe.skipIf(!executablePath)('browsers', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.launch(options);
	}, 60_000);
	afterAll(() => browser.close());

	test.skipIf(!canFakeTime)(
		'row 9: clocks that are wrong and drift show the same time, and its end once',
		patience,
		async () => {
			const clock = await makeServerClock(90);
			const server = await startServer(undefined, clock.environment);
			const proxy = await startProxy(Number(new URL(server.origin).port));
			try {
				const team = await newTeam(browser, server.origin, [
					'Ada Lovelace',
					'Grace Hopper',
					'Mary'
				]);
				const pages = team.people.map(({ page }) => page);
				const [ada, grace, mary] = pages as [Page, Page, Page];
				for (const [page, offMs, drift] of [
					[ada, -90_000, 200],
					[grace, 90_000, -200],
					[mary, 0, 0]
				] as const)
					await setBrowserClock(page, { offMs, drift });
				proxy.set({ delayMs: 150 });
				await ada.goto(team.room);
				await ada.getByRole('main').getByRole('spinbutton').first().fill('1');
				await ada.keyboard.press('Tab');
				await grace.goto(`http://localhost:${proxy.port}${team.room}`);
				await mary.goto(team.room);
				for (const page of pages) await page.getByText('Saved', { exact: true }).first().waitFor();
				await ada.getByRole('button', { name: 'Start the meeting' }).click();
				for (const page of pages) await page.getByRole('timer', { name: /left of/ }).waitFor();
				// The first answers of a new connection; what is shown before is nobody's promise.
				await pause(2000);
				for (const page of pages) await page.evaluate(watchClock);
				await pause(times(68_000, 180_000));
				const seen = await Promise.all(pages.map((page) => page.evaluate(readClock)));
				const apart = seen.slice(0, 2).flatMap(({ shown }) => differences(shown, seen[2]!.shown));
				const steps = seen.flatMap(({ shown }) =>
					shown.slice(1).map(({ seconds }, index) => shown[index]!.seconds - seconds)
				);
				const ends = seen.map(({ said }) => said.filter((words) => words.startsWith('1 min over')));
				print('wrong clocks', {
					'shown apart p95': inMs(apart, 0.95),
					'at most': inMs(apart, 1),
					'largest step': `${Math.max(...steps)} s`,
					'ends announced on each': ends.map((words) => words.length).join(' ')
				});
				expect(apart.length).toBeGreaterThan(50);
				expect(percentile(apart, 0.95)).toBeLessThanOrEqual(250);
				expect(Math.max(...steps)).toBeLessThanOrEqual(1);
				expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
				expect(ends.map((words) => words.length)).toEqual([1, 1, 1]);
			} finally {
				proxy.stop();
				await goHome();
				await server.remove();
				await clock.remove();
			}
		}
	);

	for (const how of ['the laptop sleeps', 'the browser freezes the tab'] as const)
		test(`row 10: ${how} in mid-meeting`, patience, async () => {
			const server = await startServer();
			const sleeper = await chromium.launchServer(options);
			const own = await chromium.connect(sleeper.wsEndpoint());
			try {
				const { ada, grace } = await twoInMeeting(server);
				// The same person opens the room on the laptop that is going to sleep.
				const context = await own.newContext({
					baseURL: server.origin,
					storageState: await grace.context().storageState()
				});
				const page = await context.newPage();
				await page.goto(new URL(ada.url()).pathname);
				await page.getByText('Saved', { exact: true }).first().waitFor();
				await write(page, 'Typed just before');
				const seconds = times(25, 600);
				if (how === 'the laptop sleeps') {
					const pids = familyOf(sleeper.process().pid ?? 0);
					for (const pid of pids) process.kill(pid, 'SIGSTOP');
					await write(ada, 'Typed while it slept');
					await pause(seconds * 1000);
					for (const pid of pids) process.kill(pid, 'SIGCONT');
				} else {
					const tools = await context.newCDPSession(page);
					await tools.send('Page.setWebLifecycleState', { state: 'frozen' });
					await write(ada, 'Typed while it slept');
					await pause(seconds * 1000);
					await tools.send('Page.setWebLifecycleState', { state: 'active' });
				}
				const woke = performance.now();
				await within(20_000, async () => {
					const [here, there] = await Promise.all([page, ada].map(clockOf));
					expect(Math.abs(here! - there!)).toBeLessThanOrEqual(1);
				});
				const right = performance.now() - woke;
				await page.getByText('Typed while it slept').waitFor({ timeout: 20_000 });
				const synced = performance.now() - woke;
				await write(page, 'Typed after waking');
				await ada.getByText('Typed after waking').waitFor({ timeout: 20_000 });
				const before = await ada.getByText('Typed just before').count();
				print(how, {
					seconds,
					'clock right after': inMs([right], 1),
					'what it missed after': inMs([synced], 1),
					lost: before > 0 ? 0 : 1
				});
				expect(before).toBeGreaterThan(0);
				expect(right).toBeLessThan(2000);
				expect(synced).toBeLessThan(6000);
			} finally {
				await own.close();
				await sleeper.close();
				await goHome();
				await server.remove();
			}
		});

	test(
		'row 16: a page from before an update keeps its words and asks to be reloaded',
		patience,
		async () => {
			let server = await startServer();
			try {
				const { ada, grace } = await twoInMeeting(server);
				await write(ada, 'Typed before the update');
				await ada.evaluate(speakAsOldPage);
				await server.kill();
				await write(ada, 'Typed in the old page');
				server = await startServer(server);
				await ada.getByText('this page is too old for it').waitFor();
				const from = performance.now();
				await ada.getByRole('button', { name: 'Reload' }).click();
				await ada.getByText('Saved', { exact: true }).first().waitFor();
				await grace.getByText('Typed in the old page').waitFor();
				const shared = performance.now() - from;
				const seen = await Promise.all(
					['Typed before the update', 'Typed in the old page'].map((words) =>
						grace.getByText(words).count()
					)
				);
				print('old page', {
					'reloaded and shared after': inMs([shared], 1),
					lost: seen.filter((count) => count !== 1).length
				});
				expect(seen).toEqual([1, 1]);
			} finally {
				await goHome();
				await server.remove();
			}
		}
	);

	test.skipIf(!canFakeTime)(
		'rows 11 and 21: a tab that stays open while its tokens run out',
		patience,
		async () => {
			const clock = await makeServerClock(0);
			const server = await startServer(undefined, clock.environment);
			const proxy = await startProxy(Number(new URL(server.origin).port));
			try {
				const team = await newTeam(browser, server.origin, ['Ada Lovelace']);
				const page = team.people[0].page;
				await page.goto(`http://localhost:${proxy.port}${team.room}`);
				await page.getByText('Saved', { exact: true }).first().waitFor();
				await page.getByRole('button', { name: 'Start the meeting' }).click();
				await write(page, 'First word');
				const heap = await heapOf(page);
				const before = await heap();
				const cycles = times(12, 100);
				const away: number[] = [];
				let signedOut = 0;
				for (let cycle = 1; cycle <= cycles; cycle += 1) {
					// Tokens live for an hour; nobody notices when they run out under an open socket.
					await clock.set(cycle * 3660);
					await write(page, `In hour ${cycle}`);
					await page.getByText('Saved', { exact: true }).first().waitFor({ timeout: 10_000 });
					proxy.set('cut');
					await page.getByText('Reconnecting.').first().waitFor({ timeout: 15_000 });
					await write(page, `Offline in hour ${cycle}`);
					const from = performance.now();
					proxy.set('fine');
					await page.getByText('Saved', { exact: true }).first().waitFor({ timeout: 20_000 });
					away.push(performance.now() - from);
					signedOut += await page.getByRole('link', { name: 'Sign in' }).count();
				}
				const grown = (await heap()) - before;
				const late = await page.context().newPage();
				await late.goto(`${server.origin}${team.room}`);
				await late.getByText('First word').waitFor();
				const text = await late.locator('body').innerText();
				const lost = Array.from({ length: cycles }, (_, index) => index + 1).filter(
					(hour) => !text.includes(`In hour ${hour}`) || !text.includes(`Offline in hour ${hour}`)
				).length;
				print('tab of many hours', {
					'tokens run out': cycles,
					'saved again after at most': inMs(away, 1),
					'heap grown': `${(grown / 1e6).toFixed(1)} MB`,
					'signed out': signedOut,
					lost
				});
				expect(lost).toBe(0);
				expect(signedOut).toBe(0);
				expect(grown).toBeLessThan(20e6);
			} finally {
				proxy.stop();
				await goHome();
				await server.remove();
				await clock.remove();
			}
		}
	);

	async function twoInMeeting(server: OwnServer): Promise<{ ada: Page; grace: Page }> {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper']);
		const [ada, grace] = team.people;
		if (!ada || !grace) throw new Error('Two people are needed');
		await enterRoom([ada, grace], team.room);
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		return { ada: ada.page, grace: grace.page };
	}
});

/** Until it is reloaded once more, the page speaks a protocol that is not served any longer. */
function speakAsOldPage(): void {
	const Real = WebSocket;
	globalThis.WebSocket = class extends Real {
		constructor(address: string | URL) {
			super(String(address).replace(/protocol=\d+/, 'protocol=0'));
		}
	};
}

/** Reads the bytes a page's scripts hold, after its garbage was collected. */
async function heapOf(page: Page): Promise<() => Promise<number>> {
	const tools = await page.context().newCDPSession(page);
	return async () => {
		await tools.send('HeapProfiler.collectGarbage');
		const { usedSize } = await tools.send('Runtime.getHeapUsage');
		return usedSize;
	};
}

/** A process, and those it started, and so on: the parts of a browser. */
function familyOf(pid: number): number[] {
	let children: string[] = [];
	try {
		children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
	} catch {
		// It has just ended.
	}
	return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
}
