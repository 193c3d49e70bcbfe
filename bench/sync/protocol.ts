import * as encoding from 'lib0/encoding';

export type ProtocolName = 'y-websocket' | 'hocuspocus' | 'relay';

export type Kind =
	| 'question' // what do you have that I lack?
	| 'answer'
	| 'update'
	| 'presence'
	| 'accepted' // the credentials were
	| 'saved'
	| 'other';

const nothing = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);
const typeOf = { sync: 0, presence: 1, credentials: 2, syncReply: 4, saved: 100 };

/**
 * What clients and a server say to each other. Hocuspocus puts the name of the document before
 * each message and asks for credentials first; a bare relay speaks as y-websocket does, but knows
 * no documents.
 */
export class Protocol {
	readonly name: ProtocolName;
	/** Where the payload of the message that was read last starts. */
	payloadStart = 0;

	constructor(name: ProtocolName) {
		this.name = name;
	}

	/** Nobody answers: whoever is connected has all there is. */
	get isStateless(): boolean {
		return this.name === 'relay';
	}

	/** What a client says first. */
	opening(document: string, presence?: Uint8Array): Uint8Array[] {
		if (this.name === 'hocuspocus')
			return [
				this.#message(document, typeOf.credentials, (encoder) => {
					encoding.writeVarUint(encoder, 0);
					encoding.writeVarString(encoder, 'bench');
					encoding.writeVarString(encoder, '4.7.0');
				})
			];
		if (this.name === 'relay') return presence ? [this.presence(document, presence)] : [];
		return this.accepted(document, presence);
	}

	/** What a client says once it is let in. */
	accepted(document: string, presence?: Uint8Array): Uint8Array[] {
		const question = this.#sync(document, 0, nothing);
		return presence ? [question, this.presence(document, presence)] : [question];
	}

	/** The answer of a client that has nothing the server lacks. */
	emptyAnswer(document: string): Uint8Array {
		return this.#sync(document, 1, emptyUpdate);
	}

	update(document: string, update: Uint8Array): Uint8Array {
		return this.#sync(document, 2, update);
	}

	presence(document: string, states: Uint8Array): Uint8Array {
		return this.#message(document, typeOf.presence, (encoder) =>
			encoding.writeVarUint8Array(encoder, states)
		);
	}

	/** What kind of message lies in bytes[start, end). */
	read(bytes: Uint8Array, start: number): Kind {
		// Names of documents are shorter than 128 bytes here.
		const at = this.name === 'hocuspocus' ? start + 1 + bytes[start]! : start;
		const type = bytes[at];
		if (type === typeOf.sync || type === typeOf.syncReply) {
			this.payloadStart = at + 2;
			const step = bytes[at + 1];
			return step === 2 ? 'update' : step === 1 ? 'answer' : 'question';
		}
		this.payloadStart = at + 1;
		if (type === typeOf.presence) return 'presence';
		if (type === typeOf.saved) return 'saved';
		return type === typeOf.credentials && bytes[at + 1] === 2 ? 'accepted' : 'other';
	}

	#sync(document: string, step: number, payload: Uint8Array): Uint8Array {
		return this.#message(document, typeOf.sync, (encoder) => {
			encoding.writeVarUint(encoder, step);
			encoding.writeVarUint8Array(encoder, payload);
		});
	}

	#message(document: string, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
		return encoding.encode((encoder) => {
			if (this.name === 'hocuspocus') encoding.writeVarString(encoder, document);
			encoding.writeVarUint(encoder, type);
			write(encoder);
		});
	}
}
