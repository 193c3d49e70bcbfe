import { fill, measureLevel, type Level } from '../level.ts';
import { Room } from '../room.ts';
import type { Setting } from '../setting.ts';
import { Typing } from '../typing.ts';

/** Holds a steady load: rooms of ten of whom three type. */
export async function hold(setting: Setting, count: number, seconds: number): Promise<Level> {
	const rooms = Array.from({ length: count }, () => new Room(setting.crowd, 10, 3));
	const shutOut = await fill(rooms);
	const typing = new Typing();
	typing.start(rooms);
	const level = await measureLevel(setting, typing, rooms, setting.seconds ?? seconds);
	typing.stop();
	for (const room of rooms) room.leave();
	return { ...level, disconnects: level.disconnects + shutOut };
}
