import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as v from 'valibot';
import * as Y from 'yjs';
import { message } from '#lib/live/protocol.ts';
import { limits } from './limits.ts';
import { encode, type Member } from './member.ts';
import { isKnown, Rehearsal } from './rehearsal.ts';
import type { UpdateLog } from './update-log.ts';

const Presence = v.nullable(
	v.looseObject({
		person: v.optional(v.string()),
		user: v.optional(v.looseObject({ person: v.optional(v.string()) }))
	})
);

/** A message that breaks the rules; the socket is closed with this code. */
class Refused extends Error {
	code: number;

	constructor(code: number) {
		super(`refused with ${code}`);
		this.code = code;
	}
}

/**
 * One live document and everybody in it. The document is loaded before a room exists, so a room
 * never serves or stores anything it did not load.
 */
export class Room {
	readonly name: string;
	readonly doc = new Y.Doc();
	readonly awareness = new awarenessProtocol.Awareness(this.doc);
	readonly members = new Set<Member>();
	sealed: boolean;
	#log: UpdateLog;
	#written: Promise<void> = Promise.resolve();
	#size: number;
	#frozen = false;
	#rehearsal: Rehearsal;

	constructor(name: string, log: UpdateLog, loaded: { updates: Uint8Array[]; sealed: boolean }) {
		this.name = name;
		this.#log = log;
		this.sealed = loaded.sealed;
		for (const update of loaded.updates) Y.applyUpdate(this.doc, update, 'log');
		this.#size = loaded.updates.reduce((size, update) => size + update.byteLength, 0);
		this.awareness.setLocalState(null);
		this.#rehearsal = new Rehearsal(this.doc);
		this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#spread(update, origin));
		this.awareness.on('update', this.#spreadPresence);
	}

	join(member: Member): void {
		this.members.add(member);
		this.#ask(member);
		const present = [...this.awareness.getStates().keys()];
		if (present.length > 0) member.send(this.#presenceOf(present));
		const reason = this.#readOnlyReason(member);
		if (reason) member.sendReadOnly(reason);
	}

	leave(member: Member): void {
		this.members.delete(member);
		if (member.presence !== undefined)
			awarenessProtocol.removeAwarenessStates(this.awareness, [member.presence], 'left');
	}

	/** Handles one message; whatever is wrong with it closes that socket and touches nothing else. */
	receive(member: Member, bytes: Uint8Array): void {
		// What was on its way when they were shown out is not heard any more.
		if (!this.members.has(member)) return;
		if (!member.rate.allows(Date.now())) return member.socket.close(4429);
		try {
			this.#handle(member, decoding.createDecoder(bytes));
		} catch (error) {
			member.socket.close(error instanceof Refused ? error.code : 4400);
		}
	}

	/** Takes no more changes while the document is settled for good, so that no row misses one. */
	freeze(): void {
		this.#frozen = true;
	}

	/** Nobody may write from here on. What was on its way is refused, message by message. */
	seal(): void {
		this.sealed = true;
		for (const member of this.members) member.sendReadOnly('sealed');
	}

	/** Whoever may write and is here now. */
	presentPeople(): Set<string> {
		const people = [...this.members].filter((member) => member.access === 'write');
		return new Set(people.map((member) => member.visitor.person));
	}

	/** Resolves when all that was said so far is in the database. */
	get written(): Promise<void> {
		return this.#written;
	}

	announce(kind: string): void {
		const bytes = encode((encoder) => {
			encoding.writeVarUint(encoder, message.changed);
			encoding.writeVarString(encoder, kind);
		});
		for (const member of this.members) member.send(bytes);
	}

	#handle(member: Member, decoder: decoding.Decoder): void {
		switch (decoding.readVarUint(decoder)) {
			case message.sync:
				return this.#sync(member, decoder);
			case message.awareness:
				return this.#presence(member, decoding.readVarUint8Array(decoder));
			case message.queryAwareness:
				return member.send(this.#presenceOf([...this.awareness.getStates().keys()]));
			case message.time:
				return member.sendTime(decoding.readFloat64(decoder), Date.now());
			default:
				// A newer client may say what this server does not know yet.
				return;
		}
	}

	#sync(member: Member, decoder: decoding.Decoder): void {
		const step = decoding.readVarUint(decoder);
		const payload = decoding.readVarUint8Array(decoder);
		if (step === syncProtocol.messageYjsSyncStep1) {
			member.send(
				encode((encoder) => {
					encoding.writeVarUint(encoder, message.sync);
					syncProtocol.writeSyncStep2(encoder, this.doc, payload);
				})
			);
			return;
		}
		if (step !== syncProtocol.messageYjsSyncStep2 && step !== syncProtocol.messageYjsUpdate)
			throw new Refused(4400);
		this.#update(member, payload, step === syncProtocol.messageYjsSyncStep2);
	}

	#update(member: Member, update: Uint8Array, isAnswer: boolean): void {
		const reason = this.#readOnlyReason(member);
		if (reason || this.#frozen) {
			if (isKnown(this.doc, update)) this.#confirm(member);
			else if (reason) member.sendReadOnly(reason);
			return;
		}
		if (this.#size + update.byteLength > limits.document) throw new Refused(4413);
		const rehearsed = this.#rehearsal.try(update);
		if (rehearsed.does === 'wait') {
			// It hangs on something that has not arrived: ask for all that is missing. An answer to
			// that question which still leaves a gap is broken.
			if (isAnswer) throw new Refused(4400);
			member.received += 1;
			return this.#ask(member);
		}
		if (rehearsed.does === 'change') Y.applyUpdate(this.doc, rehearsed.update, member);
		this.#confirm(member);
	}

	#ask(member: Member): void {
		member.send(
			encode((encoder) => {
				encoding.writeVarUint(encoder, message.sync);
				syncProtocol.writeSyncStep1(encoder, this.doc);
			})
		);
	}

	/** Says that it is saved, once everything up to here is. */
	#confirm(member: Member): void {
		member.received += 1;
		const count = member.received;
		void this.#written.then(() => member.sendSaved(count));
	}

	/** Log first, relay at once: who reads along does not wait for the disk, *saved* does. */
	#spread(update: Uint8Array, origin: unknown): void {
		this.#size += update.byteLength;
		this.#written = this.#log.append(this.name, update);
		const bytes = encode((encoder) => {
			encoding.writeVarUint(encoder, message.sync);
			syncProtocol.writeUpdate(encoder, update);
		});
		for (const member of this.members) if (member !== origin) member.send(bytes);
	}

	/**
	 * A socket speaks for itself only: under one client id, in one person's name. Stock clients also
	 * repeat what they heard of others; that is left out.
	 */
	#presence(member: Member, update: Uint8Array): void {
		if (update.byteLength > limits.presence * 20) throw new Refused(4400);
		const decoder = decoding.createDecoder(update);
		const count = decoding.readVarUint(decoder);
		for (let index = 0; index < count; index += 1) {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			const text = decoding.readVarString(decoder);
			if (member.presence !== undefined && client !== member.presence) continue;
			const state = v.parse(Presence, JSON.parse(text));
			const names = [state?.person, state?.user?.person].filter((name) => name !== undefined);
			const isOther = names.some((name) => name !== member.visitor.person);
			if (member.presence === undefined) {
				if (state === null || isOther || this.awareness.getStates().has(client)) continue;
				member.presence = client;
			}
			if (isOther || text.length > limits.presence) throw new Refused(4400);
			const own = encode((encoder) => {
				encoding.writeVarUint(encoder, 1);
				encoding.writeVarUint(encoder, client);
				encoding.writeVarUint(encoder, clock);
				encoding.writeVarString(encoder, text);
			});
			awarenessProtocol.applyAwarenessUpdate(this.awareness, own, member);
		}
	}

	#spreadPresence = (changes: { added: number[]; updated: number[]; removed: number[] }): void => {
		const bytes = this.#presenceOf([...changes.added, ...changes.updated, ...changes.removed]);
		for (const member of this.members) member.send(bytes);
	};

	#presenceOf(clients: number[]): Uint8Array {
		return encode((encoder) => {
			encoding.writeVarUint(encoder, message.awareness);
			encoding.writeVarUint8Array(
				encoder,
				awarenessProtocol.encodeAwarenessUpdate(this.awareness, clients)
			);
		});
	}

	#readOnlyReason(member: Member): 'sealed' | 'observer' | undefined {
		if (this.sealed) return 'sealed';
		return member.access === 'write' ? undefined : 'observer';
	}

	destroy(): void {
		this.#rehearsal.destroy();
		this.awareness.destroy();
		this.doc.destroy();
	}
}
