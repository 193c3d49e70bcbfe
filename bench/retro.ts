// Whether three hundred notes can be put together smoothly while nine others move theirs: one real
// browser that drags, nine clients on sockets of their own, the real server, all on this machine.
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import { Connection } from '../src/lib/live/connection.ts';
import { RetrospectiveCommands } from '../src/lib/live/retrospective-commands.ts';
import { RetrospectiveDocument } from '../src/lib/live/retrospective-document.ts';
import { inDays } from '../tests/meetings.ts';
import { startServer } from '../tests/own-server.ts';
import { newTeam, type Participant } from '../tests/people.ts';
import { percentiles, report } from './report.ts';

const notes = 300;
const others = 9;
/** Each of the others moves a note as often as somebody who hurries. */
const movesEveryMs = 1500;
const drags = 12;
/** Drags that put a note where they meant to; some lose it, or their place, to somebody who moves it too. */
let moved = 0;

const executablePath = await findChromium();
const browser = await chromium.launch({
	...(executablePath ? { executablePath } : {}),
	args: chromiumFlags
});
const server = await startServer();
process.once('uncaughtException', async (error) => {
	console.error(error);
	await server.remove();
	process.exit(1);
});
const names = Array.from({ length: others }, (_, index) => `Person${index + 2} Example`);
const team = await newTeam(browser, server.origin, ['Person1 Example', ...names]);
const [chair, ...guests] = team.people;
const { page } = chair;
const headers = { origin: server.origin };

await page.goto(`${team.home}/strategy`, { waitUntil: 'networkidle' });
await page.getByRole('button', { name: 'Add a cycle' }).click();
const dialog = page.getByRole('dialog');
await dialog.getByLabel('Name').fill('This cycle');
await dialog.getByLabel('First day').fill(inDays(-80));
await dialog.getByLabel('Last day').fill(inDays(10));
await dialog.getByRole('button', { name: 'Add' }).click();
await dialog.waitFor({ state: 'hidden' });
await page.goto(`${team.home}/retros`, { waitUntil: 'networkidle' });
await page.getByRole('button', { name: 'Begin a retrospective' }).click();
await page.waitForURL(/\/r\/[0-9a-f-]+\/live/);
const id = /\/r\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? '';
await page.getByRole('button', { name: 'Start the retrospective' }).click();
await page.getByRole('button', { name: 'Next: Brainstorm' }).click();
await page.waitForTimeout(1500);
const sides = ['worked', 'did not', 'learned'];
for (let count = 0; count < notes; count += 1) {
	const data = {
		card: randomUUID(),
		side: sides[count % 3],
		body: `Note ${count}: what somebody thought in some quiet minutes of this quarter`
	};
	const answer = await chair.context.request.post(`/r/${id}/cards`, { headers, data });
	if (!answer.ok()) throw new Error(`A note was refused: ${answer.status()}`);
}
await page.getByRole('button', { name: 'Next: Group' }).click();
await page
	.getByRole('article')
	.nth(notes - 1)
	.waitFor({ state: 'attached' });
const rooms = await Promise.all(guests.map(join));
await page.waitForTimeout(2000);

const idle = await framesWhile(() => page.waitForTimeout(3000));
const moving = setInterval(
	() => moveOne(rooms[Math.floor(Math.random() * others)]!),
	movesEveryMs / others
);
const watching = await framesWhile(() => page.waitForTimeout(5000));
const dragging = await framesWhile(dragAround);
clearInterval(moving);
const [load = 0] = loadavg();
const cores = cpus().length;
if (moved < drags / 2) throw new Error(`Only ${moved} of ${drags} notes were moved`);

await report(
	'retro',
	`A board of ${notes} notes in one Chromium window on the real server with the embedded database, all on this machine, while ${others} other people each move a note every ${movesEveryMs / 1000} s: the time from one drawn frame to the next by the clock of the frames (16.7 ms at 60 frames a second, twice that where one is missed), while nothing happens, while one watches, and while one drags ${drags} notes across the board. ${cores} processors had a load of ${load.toFixed(1)} meanwhile.`,
	[
		...framesOf('nobody moves', idle),
		...framesOf('others move notes', watching, 17),
		...framesOf('dragging while others move notes', dragging, 17)
	]
);
for (const { connection } of rooms) connection.stop();
await browser.close();
await server.remove();
process.exit();

async function join({ context }: Participant) {
	const cookies = await context.cookies();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const document = new RetrospectiveDocument(new Y.Doc());
	const connection = new Connection({
		url: `${server.origin.replace('http', 'ws')}/sync/retrospective:${id}`,
		doc: document.doc,
		renewSession: async () => true,
		openSocket: (url) =>
			new WebSocket(url, {
				headers: { cookie, origin: server.origin }
			}) as unknown as globalThis.WebSocket
	});
	const commands = new RetrospectiveCommands(document, {
		person: randomUUID(),
		now: Date.now,
		newId: randomUUID
	});
	return { document, connection, commands };
}

function moveOne({ document, commands }: Awaited<ReturnType<typeof join>>): void {
	const cards = document.cards.all();
	const any = () => cards[Math.floor(Math.random() * cards.length)];
	const [card, onto] = [any(), any()];
	if (card && onto) commands.moveCard(card.id, onto.theme);
}

/**
 * Drags notes from column to column, as a hand does: in many small steps. Where they are is asked for
 * cheaply, so that the page is measured and not the question.
 */
async function dragAround(): Promise<void> {
	for (let count = 0; count < drags; count += 1) {
		const [from, onto, words] = await page.evaluate((column) => {
			const inside = (element: Element | undefined) => {
				const { x = 0, y = 0, width = 0 } = element?.getBoundingClientRect() ?? {};
				return { x: x + width / 3, y: y + 14 };
			};
			const columns = [...document.querySelectorAll('.rcol')];
			const seen = (index: number) =>
				[...(columns[index % 3]?.querySelectorAll('article.is-movable') ?? [])].filter(
					(card) => card.getBoundingClientRect().top < innerHeight - 200
				);
			const [card] = seen(column);
			const words = card?.querySelector('h3')?.textContent ?? '';
			return [inside(card), inside(seen(column + 1)[1]), words] as const;
		}, count);
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(onto.x, onto.y, { steps: 25 });
		await page.mouse.up();
		const isInGroup = (text: string) =>
			[...document.querySelectorAll('.rcol li')].some((note) => note.textContent?.includes(text));
		const landed = page.waitForFunction(isInGroup, words, { polling: 250, timeout: 2000 });
		if (await landed.then(Boolean, () => false)) moved += 1;
	}
}

/** Milliseconds between frames while something is done. */
async function framesWhile(work: () => Promise<void>): Promise<number[]> {
	await page.evaluate(() => {
		const frames: number[] = [];
		let last: number | undefined;
		const next = (now: number) => {
			if (last !== undefined) frames.push(now - last);
			last = now;
			if (Reflect.get(window, 'frames_') === frames) requestAnimationFrame(next);
		};
		Reflect.set(window, 'frames_', frames);
		requestAnimationFrame(next);
	});
	await work();
	return page.evaluate(() => {
		const frames = Reflect.get(window, 'frames_') as number[];
		Reflect.set(window, 'frames_', undefined);
		return frames;
	});
}

/** Percentiles, and the share of frames that came too late to be drawn in time. */
function framesOf(what: string, frames: number[], target?: number) {
	const due = frames.reduce((sum, frame) => sum + Math.max(1, Math.round(frame / (1000 / 60))), 0);
	const missed = (100 * (due - frames.length)) / due;
	return [
		...percentiles(`frame, ${what}`, frames, target),
		{ what: `frames missed, ${what}`, value: Math.round(missed * 10) / 10, unit: '%' }
	];
}
