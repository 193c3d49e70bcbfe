// How long until what one person types has reached the nine others, on the wire.
import * as Y from 'yjs';
import {
	end,
	freePort,
	prepareTeam,
	spawnServer,
	untilServing
} from '../src/lib/server/sync/server-process.ts';
import { participate } from '../src/lib/server/sync/sync-site.ts';
import { percentiles, report } from './report.ts';

const keystrokes = 1000;
/** Ten people who all type at a good speed. */
const everyMs = 15;

const team = await prepareTeam(10);
const port = await freePort();
const server = spawnServer({ PORT: String(port), DATA_DIR: team.dataDir });
await untilServing(server, port);

const room = team.members.map(({ id, cookie }) =>
	participate(`127.0.0.1:${port}`, team.meeting.id, id, cookie)
);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
while (!room.every((one) => one.isSaved())) await pause(20);

const lines = room.map(({ document }) => {
	const line = new Y.XmlText();
	const paragraph = new Y.XmlElement('paragraph');
	document.notes('bench').push([paragraph]);
	paragraph.insert(0, [line]);
	return line;
});
while (!room.every((one) => one.isSaved() && one.document.notes('bench').length === 10))
	await pause(20);

const typed: { at: number; reached: number }[] = [];
const arrivals: number[] = [];
const saves: number[] = [];
room.forEach(({ doc }) =>
	doc.on('update', (_update: Uint8Array, origin: unknown) => {
		const last = typed.at(-1);
		if (!last || typeof origin !== 'symbol') return;
		arrivals.push(performance.now() - last.at);
		last.reached += 1;
	})
);

for (let count = 0; count < keystrokes; count += 1) {
	const writer = count % room.length;
	const key = { at: performance.now(), reached: 0 };
	typed.push(key);
	lines[writer]?.insert(lines[writer].length, 'x');
	while (key.reached < room.length - 1) await pause(0);
	while (!room[writer]?.isSaved()) await pause(0);
	saves.push(performance.now() - key.at);
	await pause(everyMs);
}

await report(
	'keystroke',
	`Ten clients of ours in one room of the real server process, embedded database, each keystroke an update of its own: ${keystrokes} keystrokes, from the write to its arrival at each of the other nine, and until the writer knows it is saved. All in one machine; the ten clients share one process.`,
	[
		...percentiles('keystroke reaches another client', arrivals, 50),
		...percentiles('keystroke is saved', saves)
	]
);
for (const one of room) one.leave();
await end(server, 'SIGTERM');
await team.forget();
process.exit();
