// What ten people in one room see: real browsers, the real server, everything on this machine.
import { gzipSync } from 'node:zlib';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import { startServer } from '../tests/own-server.ts';
import { newTeam } from '../tests/people.ts';
import { percentiles, report } from './report.ts';

const size = 10;
const keystrokes = 200;
/** A good typist: about five letters in a second. */
const everyMs = 200;

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
const others = Array.from({ length: size - 1 }, (_, index) => `Person${index + 2} Example`);
const team = await newTeam(browser, server.origin, ['Person1 Example', ...others]);
const [chair, ...guests] = team.people;
const [writer, ...readers] = [...guests.toReversed(), chair];

// One after the other: ten windows that load at once would only wait for each other.
for (const { page } of readers.toReversed()) {
	await page.goto(team.room);
	await page.getByText('Saved').waitFor();
}
await chair.page.getByRole('button', { name: 'Start the meeting' }).click();
const scripts = countScripts(writer.page);
await writer.page.goto(team.room);
await writer.page.getByPlaceholder('Add a line').waitFor();
await writer.page.waitForLoadState('networkidle');
const beforeEditor = await scripts();
await writer.page.getByPlaceholder('Add a line').click();
const notes = writer.page.getByRole('textbox', { name: /Shared notes/ });
await writer.page.locator('.nt-doc[contenteditable=true]').waitFor();
await notes.focus();
const withEditor = await scripts();

/** Both ends read the clock of this machine, so the times can be compared. */
await writer.page.evaluate(() => {
	const typed: number[] = [];
	Object.assign(window, { typed });
	addEventListener(
		'keydown',
		(event) => typed.push(performance.timeOrigin + event.timeStamp),
		true
	);
});
for (const { page } of readers)
	await page.evaluate(() => {
		const seen: number[] = [];
		Object.assign(window, { seen });
		let shown = 0;
		new MutationObserver((changes) => {
			// Looking at the changed words only: to read the whole page would slow what is measured.
			const letters = Math.max(
				0,
				...changes.map(({ target }) => /x{2,}/.exec(target.textContent ?? '')?.[0].length ?? 0)
			);
			if (letters <= shown) return;
			const from = shown;
			shown = letters;
			// The frame after the one in which it was drawn: then it is on the screen.
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => {
					const at = performance.timeOrigin + performance.now();
					for (let letter = from; letter < letters; letter += 1) seen[letter] = at;
				};
				channel.port2.postMessage(null);
			});
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	});

for (let count = 0; count < keystrokes; count += 1) {
	const next = performance.now() + everyMs;
	await writer.page.keyboard.press('x');
	await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
}
await writer.page.getByText('Saved').waitFor();
await new Promise((resolve) => setTimeout(resolve, 1000));

const typed = await times(writer.page, 'typed');
const delays: number[] = [];
for (const { page } of readers) {
	const seen = await times(page, 'seen');
	// The first letter alone is not yet a row of them.
	for (let letter = 1; letter < keystrokes; letter += 1)
		delays.push((seen[letter] ?? Infinity) - (typed[letter] ?? 0));
}

await report(
	'browsers',
	`Ten browser windows in one live meeting on the real server with the embedded database, all on this machine: ${keystrokes} keystrokes of one person, from the key's own time stamp until each of the nine others has drawn it. Script is what the page of a late joiner fetched, each file gzipped, until nothing more was asked for; then what opening the notes added.`,
	[
		...percentiles('key to the other screens', delays, 50),
		{ what: 'never arrived', value: delays.filter((delay) => delay === Infinity).length, unit: '' },
		{ what: 'script of the meeting page, gzip', value: beforeEditor, unit: 'kB', target: 60 },
		{ what: 'script the editor adds, gzip', value: withEditor - beforeEditor, unit: 'kB' }
	]
);
await browser.close();
await server.remove();
process.exit();

function countScripts(page: Page): () => Promise<number> {
	const bodies: Promise<Buffer>[] = [];
	page.on('response', (response) => {
		if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body());
	});
	return async () => {
		const all = await Promise.all(bodies);
		return all.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).byteLength / 1000, 0);
	};
}

function times(page: Page, name: 'typed' | 'seen'): Promise<(number | null)[]> {
	return page.evaluate((key) => (window as never)[key] as number[], name);
}
