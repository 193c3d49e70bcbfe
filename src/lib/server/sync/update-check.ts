import * as Y from 'yjs';

/** Per client id: the clock up to which its changes are there. */
export type StateVector = Map<number, number>;

/** What is inside an update that passed, and how far it takes each client it has news of. */
export type Checked = { reached: StateVector; structs: Structs; deleted: DeletedRanges };

export type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];
export type DeletedRanges = ReturnType<typeof Y.decodeUpdate>['ds']['clients'];

/** An update nobody could have made; whoever sent it is not one of our pages. */
export class BrokenUpdate extends Error {}

/**
 * Looks at an update before it touches anything, without building a document: it must decode, be
 * made of parts that are not empty, name each client once, and hang only on what is there already
 * or comes earlier in it. Yjs then takes it without throwing half-way and without keeping parts
 * back for ever, which is checked against Yjs with 100,000 damaged updates beside this file.
 *
 * @param known the clock up to which a client's changes are there, 0 for one nobody knows
 * @returns what it holds, or undefined when it hangs on something that has not arrived
 * @throws {BrokenUpdate} or whatever the decoder throws, when it is no update
 */
export function checkUpdate(
	update: Uint8Array,
	known: (client: number) => number
): Checked | undefined {
	const { structs, ds } = Y.decodeUpdate(update);
	const reached: StateVector = new Map();
	const end = (client: number) => reached.get(client) ?? known(client);
	const isThere = (id: unknown) => !(id instanceof Y.ID) || id.clock < end(id.client);

	const queues = [...byClient(structs).values()].map((queue) => ({ queue, next: 0 }));
	// Parts of different clients may hang on each other, so each goes on as far as it can in turn.
	for (let moved = true; moved;) {
		moved = false;
		for (const row of queues)
			for (let struct; (struct = row.queue[row.next]); row.next += 1) {
				const { client, clock } = struct.id;
				if (struct instanceof Y.Skip) continue;
				if (clock > end(client)) break;
				// Yjs asks for these even of a part that it has already.
				if (
					struct instanceof Y.Item &&
					!(isThere(struct.origin) && isThere(struct.rightOrigin) && isThere(struct.parent))
				)
					break;
				if (clock + struct.length <= end(client)) continue;
				reached.set(client, clock + struct.length);
				moved = true;
			}
	}
	if (queues.some(({ queue, next }) => next < queue.length)) return undefined;
	for (const [client, ranges] of ds.clients)
		for (const { clock, len } of ranges) {
			if (len <= 0) throw new BrokenUpdate('A deletion of nothing');
			if (clock + len > end(client)) return undefined;
		}
	return { reached, structs, deleted: ds.clients };
}

function byClient(structs: Structs): Map<number, Structs> {
	const queues = new Map<number, Structs>();
	let last: number | undefined;
	for (const struct of structs) {
		const { client } = struct.id;
		if (struct.length <= 0) throw new BrokenUpdate('A part of no length');
		const queue = queues.get(client);
		if (client === last && queue) queue.push(struct);
		// Yjs reads only the last of several rows of one client.
		else if (queue) throw new BrokenUpdate('One client named twice');
		else queues.set(client, [struct]);
		last = client;
	}
	return queues;
}
