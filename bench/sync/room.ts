import * as decoding from 'lib0/decoding';
import { Client, type Listener } from './client.ts';
import type { Crowd, Given } from './crowd.ts';
import { Unsaved } from './saves.ts';
import { Presence, Typist } from './typist.ts';

const connectMs = 60_000;

/** A document and who is in it. The first of its members type. */
export class Room {
	readonly crowd: Crowd;
	readonly given: Given;
	readonly members: Member[];
	/** Counts how often typing began here, 0 while nobody types. */
	typing = 0;

	constructor(crowd: Crowd, size: number, typists = 0) {
		this.crowd = crowd;
		this.given = crowd.nextDocument();
		this.members = Array.from(
			{ length: size },
			(_, index) => new Member(this, index, index < typists ? new Typist(index) : undefined)
		);
	}

	/** Somebody more, whom nobody waits for to have seen a probe. */
	newcomer(index = this.members.length): Member {
		return new Member(this, index);
	}

	leave(): void {
		for (const member of this.members) member.leave();
	}
}

/** One client in one room. */
export class Member implements Listener {
	readonly room: Room;
	readonly index: number;
	readonly typist: Typist | undefined;
	/** The newest probe seen of each typist. */
	readonly lastSeen: Float64Array;
	readonly unsaved: Unsaved;
	isSynced = false;
	/** Says that it is there when it comes, as clients do. */
	showsItself = true;
	/** Bytes of the document received until it had all of it, in one message or several. */
	received = 0;
	/** Called with all it receives of the document, instead of looking for probes in it. */
	onContent: ((update: Uint8Array) => void) | undefined;
	#presence: Presence;
	#client: Client | undefined;
	#settle: ((problem?: Error) => void) | undefined;

	constructor(room: Room, index: number, typist?: Typist) {
		this.room = room;
		this.index = index;
		this.typist = typist;
		this.lastSeen = new Float64Array(8);
		this.unsaved = new Unsaved(room.crowd.saves);
		this.#presence = new Presence(index, typist?.client);
	}

	/** Resolves with the milliseconds until it had the document; rejects when it never did. */
	async come(): Promise<number> {
		const { crowd, given } = this.room;
		const began = performance.now();
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		const timer = setTimeout(() => this.#settle?.(new Error('took too long')), connectMs);
		this.#settle = (problem) => {
			this.#settle = undefined;
			clearTimeout(timer);
			if (problem) return reject(problem);
			this.isSynced = true;
			resolve();
		};
		const address = crowd.addressOf(given.document, this.index);
		const cookie = given.cookies[this.#person];
		const headers = cookie ? [`Cookie: ${cookie}`, `Origin: ${address.origin}`] : [];
		this.#client = new Client(address, headers, this);
		await promise;
		return performance.now() - began;
	}

	leave(): void {
		this.isSynced = false;
		this.#client?.drop();
	}

	get isGone(): boolean {
		return this.#client?.isClosed ?? true;
	}

	/** Bytes it could not hand over yet. */
	get waiting(): number {
		return this.#client?.waiting ?? 0;
	}

	onOpen(): void {
		const { protocol } = this.room.crowd;
		const presence = this.showsItself ? this.#presence.next() : undefined;
		this.#say(protocol.opening(this.#document, presence));
		if (protocol.isStateless) this.#settle?.();
	}

	onMessage(bytes: Buffer, start: number, end: number): void {
		const { protocol, probes } = this.room.crowd;
		const kind = protocol.read(bytes, start);
		const payload = protocol.payloadStart;
		if (kind === 'update' || kind === 'answer') {
			if (!this.isSynced) this.received += end - start;
			if (this.onContent) this.onContent(contentIn(bytes.subarray(payload, end)));
			else if (kind === 'update' || this.isSynced) probes.find(this, bytes, payload, end);
			if (kind === 'answer') this.#settle?.();
		} else if (kind === 'saved') this.unsaved.heard(bytes.subarray(payload, end));
		else if (kind === 'question') {
			this.unsaved.sent();
			this.#say([protocol.emptyAnswer(this.#document)]);
		} else if (kind === 'accepted') {
			const presence = this.showsItself ? this.#presence.next() : undefined;
			this.#say(protocol.accepted(this.#document, presence));
		}
	}

	onClose(reason: Error): void {
		if (this.#settle) this.#settle(reason);
		else if (this.isSynced) this.room.crowd.disconnects += 1;
	}

	/** Types a probe, whose time begins just before it is written. */
	type(): void {
		const { protocol, probes } = this.room.crowd;
		const probe = probes.issue(this);
		const message = protocol.update(this.#document, this.typist!.type(probe));
		probes.send(probe);
		this.unsaved.sent();
		this.#client!.send(message);
	}

	move(): void {
		this.update(this.typist!.move());
	}

	update(update: Uint8Array): void {
		this.unsaved.sent();
		this.#say([this.room.crowd.protocol.update(this.#document, update)]);
	}

	showWhereItIs(): void {
		this.#say([this.room.crowd.protocol.presence(this.#document, this.#presence.next())]);
	}

	get #document(): string {
		return this.room.given.document;
	}

	/** Rooms start with different people, so that nobody has more sockets than the others. */
	get #person(): number {
		const { cookies, document } = this.room.given;
		const first = document.charCodeAt(document.length - 1);
		return cookies.length === 0 ? 0 : (this.index + first) % cookies.length;
	}

	#say(messages: Uint8Array[]): void {
		for (const message of messages) this.#client!.send(message);
	}
}

function contentIn(payload: Uint8Array): Uint8Array {
	return decoding.readVarUint8Array(decoding.createDecoder(payload));
}
