import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { message } from '#lib/live/protocol.ts';
import { frameOf } from './frame.ts';
import { limits } from './limits.ts';
import { LiveDocument } from './live-document.ts';
import { closedTo } from './access.ts';
import type { Member } from './member.ts';
import { mergeUpdates } from './merge-updates.ts';
import { Neighbours, type SharedRoom } from './neighbours.ts';
import type { SaidElsewhere } from './node-message.ts';
import type { Nodes } from './nodes.ts';
import { Outbox } from './outbox.ts';
import { Presence } from './presence.ts';
import { Saved } from './saved.ts';
import type { Checked, Structs } from './update-check.ts';
import type { Stored, UpdateLog } from './update-log.ts';

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
export class Room implements SharedRoom {
	readonly name: string;
	readonly document: LiveDocument;
	readonly presence = new Presence();
	readonly members = new Set<Member>();
	sealed: boolean;
	/** Called with each change before anybody here is told of it. */
	onBeforeRelay: (change: Checked) => void = () => {};
	/** Called after each change, whoever made it. */
	onChange: (change: Checked) => void = () => {};
	/** Called when so much was written that loading it would take long. */
	onLongLog: () => void = () => {};
	/** The same room on other nodes, where there are several. */
	readonly neighbours: Neighbours | undefined;
	/** Called when somebody came or went on another node. */
	onAttendance: () => void = () => {};
	#log: UpdateLog;
	#saved: Saved;
	#outbox = new Outbox(this.members);
	#moved = new Set<number>();
	#unfolded: number;
	#frozen = false;
	#greeting: { version: number; frames: Buffer } | undefined;

	constructor(
		name: string,
		log: UpdateLog,
		loaded: Stored,
		{ nodes, onLoaded }: { nodes?: Nodes | undefined; onLoaded?: (structs: Structs) => void } = {}
	) {
		this.name = name;
		this.#log = log;
		this.sealed = loaded.sealed;
		this.#unfolded = loaded.updates.length;
		this.document = new LiveDocument(
			loaded.updates,
			(update, checked) => this.#spread(update, checked),
			onLoaded,
			loaded.outline
		);
		// A log that nobody folded holds what was written over again and again.
		if (this.document.size > limits.document) this.document.fold();
		this.#saved = new Saved(this.document.stateVector, () =>
			this.#outbox.sendAlong(this.#savedOfAll, limits.savedWaitsMs, limits.savedWaitsMs / 2)
		);
		this.neighbours = nodes && new Neighbours(this, nodes);
	}

	join(member: Member): void {
		this.members.add(member);
		const reason = this.#readOnlyReason(member);
		if (reason) member.sendReadOnly(reason);
	}

	leave(member: Member): void {
		this.members.delete(member);
		const gone = this.presence.remove(member);
		if (!gone || member.client === undefined) return;
		this.#outbox.send(gone);
		this.neighbours?.passGone(member.client);
	}

	get hasObservers(): boolean {
		return [...this.members].some(({ access }) => access === 'observe');
	}

	/** Something in it is not for them. */
	showOutObservers(): void {
		for (const member of [...this.members]) {
			if (member.access !== 'observe') continue;
			this.leave(member);
			member.socket.close(closedTo.observe);
		}
	}

	/** Handles one message; whatever is wrong with it closes that socket and touches nothing else. */
	receive(member: Member, bytes: Uint8Array): void {
		// What was on its way when they were shown out is not heard any more.
		if (!this.members.has(member)) return;
		member.keepToRate();
		try {
			this.#handle(member, bytes);
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
		if (this.sealed) return;
		this.sealed = true;
		for (const member of this.members) member.sendReadOnly('sealed');
	}

	/** Whoever may write and is in the room now, on whatever node. */
	presentPeople(): Set<string> {
		const here = [...this.members].filter((member) => member.access === 'write');
		const people = here.map((member) => member.visitor.person);
		return new Set([...people, ...this.presence.peopleElsewhere()]);
	}

	/** Resolves when all that was said so far is in the database. */
	get written(): Promise<void> {
		return this.#saved.upToNow;
	}

	/** Call what it answers with one update of all that the database has by then. */
	foldedInDatabase(): (whole: Uint8Array) => void {
		return this.document.foldedWithout(this.#saved.waiting);
	}

	announce(kind: string): void {
		this.#outbox.send(
			frameOf((encoder) => {
				encoding.writeVarUint(encoder, message.changed);
				encoding.writeVarString(encoder, kind);
			})
		);
	}

	takeFromNode(update: Uint8Array): (() => void) | 'known' | 'lacks something' {
		const checked = this.document.check(update);
		if (!checked) return 'lacks something';
		if (this.document.has(checked)) return 'known';
		const written = this.#saved.await(checked.reached);
		this.#relay(this.document.add(update, checked), checked);
		return written;
	}

	store(update: Uint8Array, written: () => void): void {
		this.#log.append(this.name, update, () => written());
	}

	/** Takes in what the log has and nobody passed on. */
	takeStored(updates: Uint8Array[]): void {
		const known = this.document.encodeStateVector();
		const written = this.takeFromNode(Y.diffUpdate(mergeUpdates(updates), known));
		if (typeof written === 'function') written();
	}

	takePresence(node: string, said: SaidElsewhere[]): void {
		for (const row of said) {
			this.presence.takeFrom({ node, person: row.person, mayWrite: row.mayWrite }, row);
			this.#moved.add(row.client);
		}
		this.#outbox.sendAlong(this.#presenceOfMoved, limits.presenceWaitsMs);
	}

	forgetPeopleOf(node: string, clients?: Set<number>): void {
		const gone = this.presence.removeWhere(
			(holder, client) =>
				'node' in holder && holder.node === node && (!clients || clients.has(client))
		);
		if (gone) this.#outbox.send(gone);
		this.onAttendance();
	}

	destroy(): void {
		this.neighbours?.stop();
		this.#outbox.stop();
		this.document.putAway();
	}

	#handle(member: Member, bytes: Uint8Array): void {
		const decoder = decoding.createDecoder(bytes);
		switch (decoding.readVarUint(decoder)) {
			case message.sync:
				return this.#sync(member, decoder, (update) => update);
			case message.syncV2:
				return this.#sync(member, decoder, Y.convertUpdateFormatV2ToV1);
			case message.awareness:
				return this.#present(member, decoding.readVarUint8Array(decoder));
			case message.queryAwareness:
				return member.write(this.presence.frame());
			case message.time:
				return member.sendTime(decoding.readFloat64(decoder), Date.now());
			default:
				// A newer client may say what this server does not know yet.
				return;
		}
	}

	#sync(member: Member, decoder: decoding.Decoder, toV1: (update: Uint8Array) => Uint8Array): void {
		const step = decoding.readVarUint(decoder);
		const payload = decoding.readVarUint8Array(decoder);
		if (step === syncProtocol.messageYjsSyncStep1) {
			if (!member.isGreeted) this.#greet(member, hasNothing(payload));
			return member.write(this.#answer(payload));
		}
		if (step !== syncProtocol.messageYjsSyncStep2 && step !== syncProtocol.messageYjsUpdate)
			throw new Refused(4400);
		const isAnswer = member.isAsked && step === syncProtocol.messageYjsSyncStep2;
		if (isAnswer) member.isAsked = false;
		this.#update(member, toV1(payload), isAnswer);
	}

	/**
	 * What somebody hears before the first answer, and together with it: what is saved and who is
	 * here. Who has nothing is not asked for it: two messages less for each of thousands at nine.
	 */
	#greet(member: Member, isEmpty: boolean): void {
		member.isGreeted = true;
		member.isAsked = !isEmpty;
		const question = isEmpty ? [] : [this.#question()];
		const present = this.presence.size > 0 ? [this.presence.frame()] : [];
		member.hold(Buffer.concat([...question, this.#saved.everything(), ...present]));
	}

	#answer(stateVector: Uint8Array): Buffer {
		if (hasNothing(stateVector)) return this.#everything();
		const missing = this.document.missingFrom(stateVector);
		return syncFrame(syncProtocol.messageYjsSyncStep2, missing);
	}

	/**
	 * Everybody who comes with nothing gets the same frames, so these are made once. The parts of
	 * the document go as they are: merging a few takes longer than sending them.
	 */
	#everything(): Buffer {
		if (this.#greeting?.version === this.document.version) return this.#greeting.frames;
		const { version, parts } = this.document;
		const last = parts.length - 1;
		const frames = parts.map((part, index) =>
			syncFrame(
				index === last ? syncProtocol.messageYjsSyncStep2 : syncProtocol.messageYjsUpdate,
				part
			)
		);
		this.#greeting = { version, frames: Buffer.concat(frames) };
		return this.#greeting.frames;
	}

	#update(member: Member, update: Uint8Array, isAnswer: boolean): void {
		const checked = this.document.check(update);
		const isKnown = checked !== undefined && this.document.has(checked);
		const reason = this.#readOnlyReason(member);
		if (reason || this.#frozen) {
			if (isKnown) this.#confirm(member);
			else if (reason) member.sendReadOnly(reason);
			return;
		}
		if (!checked) {
			// It hangs on something that has not arrived: ask for all that is missing. An answer to
			// that question which still leaves a gap is broken.
			if (isAnswer) throw new Refused(4400);
			member.received += 1;
			return this.#ask(member);
		}
		if (isKnown) return this.#confirm(member);
		// Of what was written over again and again only the last counts.
		if (this.document.size + update.byteLength > limits.document) this.document.fold();
		if (this.document.size + update.byteLength > limits.document) throw new Refused(4413);
		// Who comes back may bring what others said before the server went away; live, each speaks
		// under an id of its own.
		if (!isAnswer && [...checked.reached.keys()].some((client) => this.#isTaken(client, member)))
			throw new Refused(4400);
		this.#spread(this.document.add(update, checked), checked, member);
	}

	#isTaken(client: number, member: Member): boolean {
		const person = this.presence.personOf(client);
		return person !== undefined && person !== member.visitor.person;
	}

	#ask(member: Member): void {
		member.isAsked = true;
		member.write(this.#question());
	}

	#question(): Buffer {
		return syncFrame(syncProtocol.messageYjsSyncStep1, this.document.encodeStateVector());
	}

	/** There was nothing new in it: it is saved as soon as all before it is. */
	#confirm(member: Member): void {
		member.received += 1;
		this.#saved.acknowledge(member, member.received);
	}

	/** Log first, relay at once: who reads along does not wait for the disk, *saved* does. */
	#spread(update: Uint8Array, checked: Checked, from?: Member): void {
		if (from) from.received += 1;
		const saved = this.#saved.await(checked.reached, from, from?.received);
		const stored = this.neighbours?.pass(update);
		this.#log.append(this.name, update, (isStored) => {
			saved(isStored);
			// Another node has closed the meeting in this very moment.
			if (!isStored) return this.seal();
			stored?.();
			this.#unfolded += 1;
			if (this.#unfolded < limits.unfolded) return;
			this.#unfolded = 0;
			this.onLongLog();
		});
		this.#relay(update, checked, from);
	}

	#relay(update: Uint8Array, checked: Checked, from?: Member): void {
		this.onBeforeRelay(checked);
		this.#outbox.send(syncFrame(syncProtocol.messageYjsUpdate, update), from);
		this.onChange(checked);
	}

	#present(member: Member, update: Uint8Array): void {
		if (!this.presence.take(member, update) || member.client === undefined) return;
		this.#moved.add(member.client);
		this.#outbox.sendAlong(this.#presenceOfMoved, limits.presenceWaitsMs);
	}

	#presenceOfMoved = (): Buffer => {
		const moved = this.presence.frame(this.#moved);
		this.neighbours?.passPresence(this.#moved);
		this.#moved = new Set();
		return moved;
	};

	#savedOfAll = (): Buffer | undefined => this.#saved.news();

	#readOnlyReason(member: Member): 'sealed' | 'observer' | undefined {
		if (this.sealed) return 'sealed';
		return member.access === 'write' ? undefined : 'observer';
	}
}

/** The state vector of an empty document is one byte. */
const hasNothing = (stateVector: Uint8Array): boolean => stateVector.byteLength === 1;

function syncFrame(step: number, payload: Uint8Array): Buffer {
	return frameOf((encoder) => {
		encoding.writeVarUint(encoder, message.sync);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, payload);
	});
}
