import * as Y from 'yjs';
import type { Member, Room } from './room.ts';

/** What somebody has after coming; their document is built once they are there. */
export async function comeForContent(newcomer: Member): Promise<{ ms: number; read: () => Y.Doc }> {
	const updates: Uint8Array[] = [];
	newcomer.onContent = (update) => updates.push(Uint8Array.from(update));
	const ms = await newcomer.come();
	newcomer.leave();
	const read = () => {
		const doc = new Y.Doc();
		doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
		return doc;
	};
	return { ms, read };
}

/** True when somebody who comes now gets all that was typed in this room. */
export async function hasAllThatWasTyped(room: Room, newcomer: Member): Promise<boolean> {
	const doc = (await comeForContent(newcomer)).read();
	if (doc.store.pendingStructs || doc.store.pendingDs) return false;
	return room.members.every(
		({ typist }) => !typist || doc.getText(typist.section).length === typist.typed
	);
}
