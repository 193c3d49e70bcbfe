import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import {
	closeReasons,
	isFinal,
	message,
	protocolVersion,
	type ReadOnlyReason
} from './protocol.ts';
import { ServerClock } from './server-clock.ts';

/** How the document stands with the server. `unsaved` counts changes the database does not have. */
export type ConnectionState =
	| { state: 'connecting'; unsaved: number }
	| { state: 'connected'; unsaved: number; readOnly: ReadOnlyReason | null }
	| { state: 'offline'; unsaved: number; nextTryAt: number }
	| { state: 'refused'; unsaved: number; code: number; reason: string };

export type ConnectionOptions = {
	url: string;
	doc: Y.Doc;
	/** Makes sure the session is fresh before a socket is opened; false when there is none. */
	renewSession: () => Promise<boolean>;
	/** Remembers across reloads how many changes this device has that the server lacks. */
	unsaved?: { read: () => number; write: (count: number) => void };
	/**
	 * Changes of this origin come from this device's own copy and are not new. Whoever gives one says
	 * with `copyOpened` when all of it is in the document.
	 */
	ownCopy?: unknown;
	onChange?: () => void;
	/** Rows of this kind changed on the server. */
	onRowsChanged?: (kind: string) => void;
	openSocket?: (url: string) => WebSocket;
};

const firstRetry = 300;
const lastRetry = 4000;
/** A network that takes everything and brings nothing lets a socket open for ever. */
const openingAllowed = 5000;
const beatEvery = 2000;
const askTimeEvery = 10_000;
/** From here on the silence is asked about; browsers cannot ping. */
const silenceAsked = 3000;
const silenceAllowed = 7000;

/** Marks changes that came from the server, which need not be sent back. */
const fromServer = Symbol('from the server');

/**
 * Keeps one document in step with the server over the y-websocket protocol, and knows how much of
 * what was typed here the server has stored. What is typed while the connection is away is sent as
 * one update when it is back.
 */
export class Connection {
	readonly clock = new ServerClock();
	readonly awareness: awarenessProtocol.Awareness;
	#options: ConnectionOptions;
	#socket: WebSocket | undefined;
	#state: ConnectionState = { state: 'connecting', unsaved: 0 };
	#retry = firstRetry;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#beat: ReturnType<typeof setInterval> | undefined;
	#heardAt = 0;
	#askedAt = 0;
	#beatAt = 0;
	#sent = 0;
	#saved = 0;
	/** Up to which clock the database has the changes of each client. */
	#durable = new Map<number, number>();
	/** Changes made while there was no connection. */
	#kept = 0;
	#readOnly: ReadOnlyReason | null = null;
	#beforeOthers = new Set<() => void>();
	#synced = false;
	/** Whether the server has answered on this connection. */
	#isInStep = false;
	/** Whether all that this device kept is in the document. */
	#isCopyOpen: boolean;
	/** Whether that came after the server had heard how far this page is. */
	#isCopyLate = false;
	#stopped = false;

	constructor(options: ConnectionOptions) {
		this.#options = options;
		this.#kept = options.unsaved?.read() ?? 0;
		this.#isCopyOpen = options.ownCopy === undefined;
		this.awareness = new awarenessProtocol.Awareness(options.doc);
		options.doc.on('update', this.#onUpdate);
		this.awareness.on('update', this.#onAwareness);
		void this.#open();
	}

	get state(): ConnectionState {
		return this.#state;
	}

	/** True once everything the server had has arrived, and stays true. */
	get synced(): boolean {
		return this.#synced;
	}

	/** Tries at once, when the page knows that the network is back or somebody pressed "Try now". */
	tryNow(): void {
		if (this.#state.state !== 'offline') return;
		clearTimeout(this.#timer);
		void this.#open();
	}

	/**
	 * All that this device kept is in the document. It may hold what was typed before this page was
	 * opened; where the server has asked already it will not ask for that, so it is sent.
	 */
	copyOpened(): void {
		this.#isCopyOpen = true;
		this.#isCopyLate = this.#socket?.readyState === WebSocket.OPEN;
		if (this.#isCopyLate && this.#isInStep) this.#sendLateCopy();
	}

	/** Calls back before what others wrote is put into the document, until the answer is called. */
	beforeOthers(see: () => void): () => void {
		this.#beforeOthers.add(see);
		return () => this.#beforeOthers.delete(see);
	}

	/** Leaves for good; what is on its way is still sent. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
		clearInterval(this.#beat);
		this.#options.doc.off('update', this.#onUpdate);
		this.awareness.destroy();
		this.#socket?.close(1000);
	}

	/** Whether the database has everything that this page has seen of a client. */
	isDurable(client: number): boolean {
		return (this.#durable.get(client) ?? 0) >= Y.getState(this.#options.doc.store, client);
	}

	/** What the database does not have, as far as it is more than deletions. */
	get missing(): Uint8Array {
		return Y.encodeStateAsUpdate(this.#options.doc, Y.encodeStateVector(this.#durable));
	}

	/** Of what was counted as saved the state vector must say so too; it alone is believed. */
	get #unsaved(): number {
		const counted = this.#kept + this.#sent - this.#saved;
		return counted === 0 && !this.isDurable(this.#options.doc.clientID) ? 1 : counted;
	}

	#set(state: ConnectionState): void {
		if (state.unsaved !== this.#state.unsaved) this.#options.unsaved?.write(state.unsaved);
		this.#state = state;
		this.#options.onChange?.();
	}

	async #open(): Promise<void> {
		this.#set({ state: 'connecting', unsaved: this.#unsaved });
		const signedIn = await this.#options.renewSession().catch(() => 'away' as const);
		if (this.#stopped) return;
		if (signedIn === 'away') return this.#tryLater();
		if (!signedIn) return this.#refuse(4401);

		const open = this.#options.openSocket ?? ((url) => new WebSocket(url));
		const address = new URL(this.#options.url);
		address.searchParams.set('protocol', String(protocolVersion));
		const socket = open(address.href);
		this.#socket = socket;
		socket.binaryType = 'arraybuffer';
		socket.onopen = () => this.#greet();
		socket.onmessage = (event: MessageEvent<ArrayBuffer>) =>
			this.#receive(new Uint8Array(event.data));
		socket.onclose = (event) => this.#closed(event.code);
		this.#heardAt = Date.now();
		this.#beatAt = Date.now();
		this.#beat = setInterval(() => this.#keepAlive(), beatEvery);
		this.#timer = setTimeout(() => this.#giveUp(), openingAllowed);
	}

	#greet(): void {
		clearTimeout(this.#timer);
		this.#readOnly = null;
		this.#isInStep = false;
		this.#isCopyLate = false;
		// A page that has nothing is not asked for anything. Before its copy is open, who knows.
		const isEmpty = this.#options.doc.store.clients.size === 0;
		if (isEmpty && this.#isCopyOpen) this.#kept = 0;
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, message.sync);
			syncProtocol.writeSyncStep1(encoder, this.#options.doc);
		});
		// Set anew, because the server takes the same state a second time for an old one.
		this.awareness.setLocalState(this.awareness.getLocalState());
	}

	#receive(bytes: Uint8Array): void {
		this.#heardAt = Date.now();
		const decoder = decoding.createDecoder(bytes);
		switch (decoding.readVarUint(decoder)) {
			case message.sync:
				return this.#sync(decoder);
			case message.awareness:
				return awarenessProtocol.applyAwarenessUpdate(
					this.awareness,
					decoding.readVarUint8Array(decoder),
					fromServer
				);
			case message.saved:
				return this.#learnSaved(decoder);
			case message.time:
				this.clock.learn(decoding.readFloat64(decoder), decoding.readFloat64(decoder));
				return this.#options.onChange?.();
			case message.changed:
				return this.#options.onRowsChanged?.(decoding.readVarString(decoder));
			case message.readOnly: {
				const reason = decoding.readVarString(decoder);
				this.#readOnly = reason === 'sealed' ? 'sealed' : 'observer';
				return this.#connected();
			}
		}
	}

	#sync(decoder: decoding.Decoder): void {
		const step = decoding.readVarUint(decoder);
		const payload = decoding.readVarUint8Array(decoder);
		if (step === syncProtocol.messageYjsSyncStep1) {
			this.#sent += 1;
			this.#kept = 0;
			this.#send((encoder) => {
				encoding.writeVarUint(encoder, message.sync);
				syncProtocol.writeSyncStep2(encoder, this.#options.doc, payload);
			});
			return;
		}
		for (const see of this.#beforeOthers) see();
		Y.applyUpdate(this.#options.doc, payload, fromServer);
		if (step === syncProtocol.messageYjsSyncStep2) {
			this.#synced = true;
			this.#isInStep = true;
			if (this.#isCopyLate) this.#sendLateCopy();
			this.#retry = firstRetry;
			this.#connected();
			// Not sooner: the first answers wait for the server to load the document. A few at once,
			// because the first round trip of a new socket is often its slowest.
			for (let count = 0; count < 3; count += 1) this.#askTime();
		}
	}

	#learnSaved(decoder: decoding.Decoder): void {
		for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
			this.#durable.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
			this.#saved = Math.max(this.#saved, decoding.readVarUint(decoder));
		}
		this.#connected();
	}

	#connected(): void {
		if (this.#socket?.readyState !== WebSocket.OPEN) return;
		this.#set({ state: 'connected', unsaved: this.#unsaved, readOnly: this.#readOnly });
	}

	#closed(code: number): void {
		clearInterval(this.#beat);
		clearTimeout(this.#timer);
		this.#socket = undefined;
		this.#kept = this.#unsaved;
		this.#sent = 0;
		this.#saved = 0;
		const others = [...this.awareness.getStates().keys()].filter(
			(client) => client !== this.awareness.clientID
		);
		awarenessProtocol.removeAwarenessStates(this.awareness, others, fromServer);
		if (this.#stopped) return;
		if (isFinal(code)) return this.#refuse(code);
		this.#tryLater();
	}

	#tryLater(): void {
		// A different wait on every device: a restarted server is not met by all of them at once.
		const wait = this.#retry * (0.5 + Math.random() / 2);
		this.#retry = Math.min(this.#retry * 2, lastRetry);
		this.#timer = setTimeout(() => void this.#open(), wait);
		this.#set({ state: 'offline', unsaved: this.#unsaved, nextTryAt: Date.now() + wait });
	}

	#refuse(code: number): void {
		const reason = closeReasons[code] ?? 'The server closed this connection.';
		this.#set({ state: 'refused', unsaved: this.#unsaved, code, reason });
	}

	#onUpdate = (update: Uint8Array, origin: unknown): void => {
		if (origin === fromServer || origin === this.#options.ownCopy) return;
		if (this.#socket?.readyState !== WebSocket.OPEN) {
			this.#kept += 1;
			return this.#set({ ...this.#state, unsaved: this.#unsaved });
		}
		this.#sendUpdate(update);
	};

	#sendLateCopy(): void {
		this.#isCopyLate = false;
		this.#kept = 0;
		this.#sendUpdate(this.missing);
	}

	#sendUpdate(update: Uint8Array): void {
		this.#sent += 1;
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, message.sync);
			syncProtocol.writeUpdate(encoder, update);
		});
		this.#set({ ...this.#state, unsaved: this.#unsaved });
	}

	#onAwareness = (_: unknown, origin: unknown): void => {
		if (origin !== fromServer && origin !== 'timeout') this.#sendPresence();
	};

	#sendPresence(): void {
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, message.awareness);
			encoding.writeVarUint8Array(
				encoder,
				awarenessProtocol.encodeAwarenessUpdate(this.awareness, [this.awareness.clientID])
			);
		});
	}

	/** A socket can be dead without anybody saying so; silence is how it shows. */
	#keepAlive(): void {
		const now = Date.now();
		// A page that slept, or is kept slow in the background, has not been listening.
		const hasSlept = now - this.#beatAt > 2 * beatEvery;
		this.#beatAt = now;
		if (hasSlept) return this.#askTime();
		if (now - this.#heardAt > silenceAllowed) return this.#giveUp();
		if (now - this.#heardAt > silenceAsked || now - this.#askedAt > askTimeEvery) this.#askTime();
	}

	#giveUp(): void {
		const dead = this.#socket;
		if (!dead) return;
		dead.onclose = null;
		dead.close();
		this.#closed(1006);
	}

	#askTime(): void {
		this.#askedAt = Date.now();
		this.#send((encoder) => {
			encoding.writeVarUint(encoder, message.time);
			encoding.writeFloat64(encoder, Date.now());
		});
	}

	#send(write: (encoder: encoding.Encoder) => void): void {
		if (this.#socket?.readyState !== WebSocket.OPEN) return;
		const encoder = encoding.createEncoder();
		write(encoder);
		this.#socket.send(encoding.toUint8Array(encoder));
	}
}
