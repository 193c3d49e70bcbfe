// How long until what one person enters shows on another's page, and what it costs to wait for it.
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import { feedName } from '../src/lib/live/protocol.ts';
import { freePort, prepareTeam } from '../src/lib/server/sync/server-process.ts';
import { limits } from '../src/lib/server/sync/limits.ts';
import { startServer } from '../tests/own-server.ts';
import { newTeam } from '../tests/people.ts';
import { percentiles, report, type Figure } from './report.ts';
import { watchProcessors } from './sync/processes.ts';
import { sleep } from './sync/samples.ts';
import { Server } from './sync/server.ts';

const rounds = 60;
const people = 50;
const sockets = people * limits.socketsPerPerson;
const idleMs = 20_000;

await report(
	'changes',
	`Two people in browsers of their own, the real server with the embedded database, all on this machine: ${rounds} readings one of them enters, from the answer that it is stored until the other's scorecard has drawn it. Then ${sockets} pages of ${people} people that follow one team while nothing happens: memory of the server after collecting garbage, and its share of one processor, which goes into asking who may still follow.`,
	[...(await entered()), ...(await idle())]
);
process.exit();

async function entered(): Promise<Figure[]> {
	const executablePath = await findChromium();
	const browser = await chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: chromiumFlags
	});
	const server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper']);
		const [ada, grace] = team.people;
		if (!ada || !grace) throw new Error('Two people are needed');
		const headers = { origin: server.origin };
		const { request } = ada.context;
		await request.post(`${team.home}/scorecard/library?/take`, { headers, form: { metric: '1' } });
		await ada.page.goto(`${team.home}/scorecard`);
		await ada.page.getByRole('radio', { name: 'Table' }).check({ force: true });
		const valueOf = (name: string) => ada.page.locator(`.reading input[name=${name}]`).inputValue();
		const [metric, period] = [await valueOf('metric'), await valueOf('period')];
		await ada.page.close();
		await grace.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
		await grace.page.getByRole('radio', { name: 'Table' }).check({ force: true });
		await noteDrawn(grace.page);

		const delays: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			const value = String(1001 + round);
			await request.post(`${team.home}/scorecard?/enter`, {
				headers: { ...headers, accept: 'application/json' },
				form: { metric, period, value }
			});
			const storedAt = performance.timeOrigin + performance.now();
			const drawn = await grace.page.waitForFunction(
				(awaited) => (window as never)['drawn'][awaited] as number | undefined,
				value
			);
			delays.push(Math.max(0, Number(await drawn.jsonValue()) - storedAt));
			await sleep(700);
		}
		return percentiles('a stored reading is drawn elsewhere', delays, 1000);
	} finally {
		await browser.close();
		await server.remove();
	}
}

/** Notes when each value of the reading field was first on the screen. */
function noteDrawn(page: Page): Promise<void> {
	return page.evaluate(() => {
		const drawn: Record<string, number> = {};
		Object.assign(window, { drawn });
		const look = () => {
			const field = document.querySelector<HTMLInputElement>('.reading input[name=value]');
			const value = (field?.value ?? '').replace(/\D/g, '');
			drawn[value] ??= performance.timeOrigin + performance.now();
			requestAnimationFrame(look);
		};
		look();
	});
}

async function idle(): Promise<Figure[]> {
	const team = await prepareTeam(people);
	const port = await freePort();
	const server = new Server({
		script: 'src/server.ts',
		ports: [port],
		environment: { DATA_DIR: team.dataDir, LOG_LEVEL: 'error' },
		processor: 0
	});
	await server.start();
	try {
		const origin = `http://127.0.0.1:${port}`;
		const come = (cookie: string) =>
			new Promise<WebSocket>((resolve, reject) => {
				const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${feedName(team.id)}?age=0`, {
					headers: { cookie, origin }
				});
				// The first word says that it is in.
				socket.once('message', () => resolve(socket));
				socket.once('close', (code) => reject(new Error(`A page was sent away: ${code}`)));
			});
		const comeAll = async (each: number) => {
			const pages: WebSocket[] = [];
			for (let count = 0; count < each; count += 1)
				pages.push(...(await Promise.all(team.members.map(({ cookie }) => come(cookie)))));
			return pages;
		};
		const rest = async () => {
			await sleep(1500);
			await server.collectGarbage();
			await sleep(800);
			return server.residentBytes;
		};
		// Code that runs for the first time takes memory that is no page's. Not for all of them: what
		// they took would not be given back.
		for (const page of await comeAll(2)) page.terminate();
		const before = await rest();
		const pages = await comeAll(limits.socketsPerPerson);
		const after = await rest();
		const watched = watchProcessors(server.pids, () => []);
		await sleep(idleMs);
		const used = watched();
		for (const page of pages) page.terminate();
		return [
			{
				what: 'idle page that follows a team',
				value: (after - before) / sockets / 1000,
				unit: 'kB',
				note: `others used ${Math.round(used.others * 10) / 10} processors`
			},
			{
				what: `${sockets} idle pages, share of one processor`,
				value: used.server * 100,
				unit: '%'
			}
		];
	} finally {
		await server.stop();
		await team.forget();
	}
}
