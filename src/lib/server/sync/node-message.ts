import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Said } from './presence.ts';

/** Somebody in the room on the node that says so. */
export type SaidElsewhere = Said & { person: string; mayWrite: boolean };

/** What nodes say to each other about a document. All of it may be lost, or heard twice. */
export type NodeMessage =
	/** I have just opened it: say who is there and how far you are. */
	| { kind: 'hello' }
	/** The next update made here; it is my `number`th. */
	| { kind: 'update'; number: number; update: Uint8Array }
	/** The database has my updates up to this one. */
	| { kind: 'saved'; through: number }
	| { kind: 'presence'; said: SaidElsewhere[] }
	| { kind: 'gone'; clients: number[] }
	/** Its rows are written; it takes no more changes. */
	| { kind: 'sealed' }
	/** How far I am: where two nodes differ, one of them missed something. */
	| { kind: 'state'; stateVector: Uint8Array; deleted: number; through: number }
	/** Send me what I lack. */
	| { kind: 'ask'; of: string; stateVector: Uint8Array }
	| { kind: 'answer'; update: Uint8Array };

export function encodeNodeMessage(node: string, message: NodeMessage): Buffer {
	const encoder = encoding.createEncoder();
	encoding.writeVarString(encoder, node);
	encoding.writeAny(encoder, message);
	return Buffer.from(encoding.toUint8Array(encoder));
}

/** Only nodes of ours can say anything here; what is no message of theirs throws. */
export function decodeNodeMessage(bytes: Uint8Array): { node: string; message: NodeMessage } {
	const decoder = decoding.createDecoder(bytes);
	const node = decoding.readVarString(decoder);
	return { node, message: decoding.readAny(decoder) as NodeMessage };
}
