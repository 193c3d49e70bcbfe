import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Member, Room } from './room.ts';

/** The document in an answer of a server. */
export function documentIn(answer: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, decoding.readVarUint8Array(decoding.createDecoder(answer)));
	return doc;
}

/** True when somebody who comes now gets all that was typed in this room. */
export async function hasAllThatWasTyped(room: Room, newcomer: Member): Promise<boolean> {
	let doc: Y.Doc | undefined;
	newcomer.onAnswer = (answer) => (doc ??= documentIn(answer));
	await newcomer.come();
	newcomer.leave();
	if (!doc || doc.store.pendingStructs || doc.store.pendingDs) return false;
	return room.members.every(
		({ typist }) => !typist || doc?.getText(typist.section).length === typist.typed
	);
}
