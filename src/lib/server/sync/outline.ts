import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { couldBeEvent } from '#lib/live/could-be-event.ts';
import type { DeletedRanges, StateVector } from './update-check.ts';

/** What a server must know of a snapshot to take part, without reading the snapshot itself. */
export type Outline = {
	/** How far it takes each client. */
	reached: StateVector;
	deleted: DeletedRanges;
	/** Whether it holds anything that may have moved the live document on. */
	hasBegun: boolean;
};

/** The outline of a whole document, as bytes to keep beside its snapshot. */
export function writeOutline(doc: Y.Doc): Uint8Array {
	const hasBegun = [...doc.store.clients.values()].some((structs) => structs.some(couldBeEvent));
	return encoding.encode((encoder) => {
		encoding.writeUint8(encoder, hasBegun ? 1 : 0);
		encoding.writeVarUint8Array(encoder, Y.encodeSnapshot(Y.snapshot(doc)));
	});
}

/** @throws whatever the decoder throws, when it is no outline */
export function readOutline(bytes: Uint8Array): Outline {
	const decoder = decoding.createDecoder(bytes);
	const hasBegun = decoding.readUint8(decoder) === 1;
	const { sv, ds } = Y.decodeSnapshot(decoding.readVarUint8Array(decoder));
	return { reached: sv, deleted: ds.clients, hasBegun };
}
