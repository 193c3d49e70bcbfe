import { sampleMeeting } from '../documents.ts';
import { inTurns } from '../level.ts';
import { Room } from '../room.ts';
import { sleep } from '../samples.ts';
import type { Setting } from '../setting.ts';

const count = 500;
const size = 4;

export type Memory = {
	/** Resident kilobytes of a room of four with a document of 5 kB, while nobody does anything. */
	perRoom: number;
	perConnection: number;
	/** Megabytes of the process before the first room. */
	base: number;
	missing: number;
};

/** How much more memory idle rooms take, garbage collected before each reading. */
export async function memory({ server, crowd }: Setting): Promise<Memory> {
	const read = async () => {
		await sleep(1500);
		await server.collectGarbage();
		await sleep(800);
		return server.residentBytes;
	};
	const base = await read();
	const document = sampleMeeting(5);
	const rooms = Array.from({ length: count }, () => new Room(crowd, size));
	await inTurns(rooms, 32, async ({ members: [first] }) => {
		await first?.come();
		first?.update(document);
	});
	const alone = await read();
	const others = rooms.flatMap(({ members }) => members.slice(1));
	await inTurns(others, 32, (member) => member.come());
	const all = await read();
	const members = rooms.flatMap((room) => room.members);
	const missing = members.filter((member) => !member.isSynced || member.isGone).length;
	for (const room of rooms) room.leave();
	return {
		perRoom: (all - base) / count / 1000,
		perConnection: (all - alone) / others.length / 1000,
		base: base / 1e6,
		missing
	};
}
