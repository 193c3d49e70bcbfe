import { hasAllThatWasTyped } from '../content.ts';
import { fill, measureLevel, type Level } from '../level.ts';
import { Room } from '../room.ts';
import { sleep } from '../samples.ts';
import type { Setting } from '../setting.ts';
import { Typing } from '../typing.ts';

const size = 200;
const typists = 5;

/** Everybody of a company in one room, where five type. */
export async function bigRoom(setting: Setting): Promise<Level & { isComplete: boolean }> {
	const room = new Room(setting.crowd, size, typists);
	const shutOut = await fill([room], 20);
	const typing = new Typing();
	typing.start([room]);
	const level = await measureLevel(setting, typing, [room], setting.seconds ?? 15);
	typing.stop();
	await sleep(500);
	// One makes room: the people here have as many connections as a person may have.
	room.members.at(-1)?.leave();
	await sleep(500);
	const isComplete =
		setting.crowd.protocol.isStateless || (await hasAllThatWasTyped(room, room.newcomer(size - 1)));
	room.leave();
	return { ...level, isComplete, disconnects: level.disconnects + shutOut };
}
