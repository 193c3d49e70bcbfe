import { hasAllThatWasTyped } from '../content.ts';
import { fill, measureLevel, type Level } from '../level.ts';
import { untilQuiet } from '../processes.ts';
import { Room } from '../room.ts';
import { sleep } from '../samples.ts';
import type { Setting } from '../setting.ts';
import { Typing } from '../typing.ts';

const light = 100;
const steps = [0.7, 0.85, 0.95, 1.05, 1.15, 1.25, 1.35, 1.5, 1.65, 1.8, 2, 2.25, 2.5];
const tries = 3;
export const mostRooms = 1000;

export type Sweep = {
	/** How many rooms of ten one processor carries. */
	rooms: number;
	/** The generator or others on the machine set the limit, so it is reckoned from processor time. */
	isReckoned: boolean;
	isComplete: boolean;
	best: Level;
};

/**
 * More and more rooms until one level is not kept up: the 99th percentile is over 100 ms, something
 * is lost or somebody loses the connection. A light level tells where to look; one that fails while
 * others use the machine is tried again.
 */
export async function sweep(setting: Setting): Promise<Sweep> {
	const { crowd, log } = setting;
	const typing = new Typing();
	const rooms: Room[] = [];
	let active = 0;
	const activate = (count: number) => {
		typing.pause(rooms.slice(count, active));
		typing.start(rooms.slice(active, count));
		active = count;
	};
	const tryLevel = async (count: number): Promise<Level> => {
		const more = Array.from(
			{ length: Math.max(0, count - rooms.length) },
			() => new Room(crowd, 10, 3)
		);
		const shutOut = await fill(more);
		rooms.push(...more);
		let level: Level | undefined;
		for (let turn = 0; turn < tries; turn += 1) {
			if (turn > 0) {
				activate(0);
				await untilQuiet(setting.seconds === undefined ? 60_000 : 5000);
			}
			activate(count);
			level = await measureLevel(setting, typing, rooms.slice(0, count), setting.seconds ?? 6);
			const { latency, used, lost } = level;
			log(
				`${count} rooms: p99 ${latency.p99.toFixed(1)} ms, lost ${lost}, processors: server ${used.server.toFixed(2)}, generator ${used.generator.toFixed(2)}, behind ${used.behind.toFixed(2)}, others ${used.others.toFixed(2)}`
			);
			if (isKeptUp(level) || used.others < 0.1 || setting.seconds) break;
		}
		return { ...level!, disconnects: level!.disconnects + shutOut };
	};

	let best = await tryLevel(light);
	let most = isKeptUp(best) ? light : 0;
	const estimate = light / best.used.server;
	let failed: Level | undefined;
	for (const step of steps) {
		const count = Math.min(mostRooms, Math.round(estimate * step));
		if (count <= most) continue;
		const level = await tryLevel(count);
		if (!isKeptUp(level)) {
			failed = level;
			break;
		}
		[best, most] = [level, count];
	}
	activate(0);
	await sleep(1500);
	const [first] = rooms;
	const isComplete =
		crowd.protocol.isStateless ||
		(first !== undefined && (await hasAllThatWasTyped(first, first.newcomer())));
	typing.stop();
	for (const room of rooms) room.leave();
	const isReckoned = !failed || isGeneratorsFault(failed) || failed.used.others > 0.1;
	return {
		rooms: isReckoned ? Math.round(most / best.used.server) : most,
		isReckoned,
		isComplete,
		best
	};
}

function isKeptUp({ latency, lost, disconnects }: Level): boolean {
	return latency.p99 <= 100 && lost === 0 && disconnects === 0;
}

function isGeneratorsFault({ used }: Level): boolean {
	return used.generator > 0.9 && used.server < 0.9;
}
