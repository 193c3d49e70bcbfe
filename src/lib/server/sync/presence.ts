import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { message } from '#lib/live/protocol.ts';
import { frameOf } from './frame.ts';
import { limits } from './limits.ts';
import type { Member } from './member.ts';

/** Who speaks under a client id: a socket here, or somebody in the room on another node. */
type Holder = Member | Elsewhere;
export type Elsewhere = { node: string; person: string; mayWrite: boolean };
/**
 * What it says is kept as the bytes that came: they go out again as they are. A caret comes twice a
 * second, so it is written where the one before was.
 */
type State = { clock: number; space: Uint8Array; length: number; holder: Holder };

/** A presence message no page of ours sends: in somebody else's name, or far too long. */
export class BrokenPresence extends Error {}

/**
 * Who is here and where they look, as the awareness protocol of Yjs has it. A socket speaks for
 * itself only: under one client id, in one person's name. Stock clients also repeat what they heard
 * of others; that is left out.
 */
export class Presence {
	#states = new Map<number, State>();

	get size(): number {
		return this.#states.size;
	}

	/** Whose client id this is, if anybody's. */
	personOf(client: number): string | undefined {
		const holder = this.#states.get(client)?.holder;
		return holder && personOf(holder);
	}

	/** Whoever is in the room on another node and may write. */
	peopleElsewhere(): string[] {
		return [...this.#states.values()].flatMap((state) => {
			const { holder } = state;
			return 'node' in holder && holder.mayWrite && !gone.equals(bytesOf(state))
				? holder.person
				: [];
		});
	}

	/**
	 * Takes what a member says of itself; true when the others should hear of it.
	 *
	 * @throws {BrokenPresence} or whatever the decoder throws
	 */
	take(member: Member, update: Uint8Array): boolean {
		if (update.byteLength > limits.presence * 20) throw new BrokenPresence();
		let isNews = false;
		for (const row of decode(update)) if (this.#say(member, row)) isNews = true;
		return isNews;
	}

	#say(member: Member, { client, clock, bytes }: Row): boolean {
		if (member.client !== undefined && client !== member.client) return false;
		const text = utf8.decode(bytes);
		const isOther = namesOf(JSON.parse(text)).some((name) => name !== member.visitor.person);
		if (member.client === undefined) {
			const holder = this.personOf(client);
			// The same person may still hold it by a connection that is dead and not noticed yet.
			const isTaken = holder !== undefined && holder !== member.visitor.person;
			if (text === 'null' || isOther || isTaken) return false;
			member.client = client;
		}
		if (isOther || text.length > limits.presence) throw new BrokenPresence();
		const before = this.#states.get(client);
		if (before && before.holder === member && before.clock > clock) return false;
		if (before && before.holder === member && before.space.byteLength >= bytes.byteLength) {
			before.clock = clock;
			before.length = bytes.byteLength;
			before.space.set(bytes);
		} else this.#states.set(client, newState(clock, bytes, member));
		return true;
	}

	/** Takes what another node says of somebody there. */
	takeFrom(elsewhere: Elsewhere, { client, clock, text }: Said): void {
		const before = this.#states.get(client);
		// Whoever is here is not elsewhere any more; messages of nodes may overtake each other.
		if (before && (!('node' in before.holder) || before.clock > clock)) return;
		this.#states.set(client, newState(clock, Buffer.from(text), elsewhere));
	}

	/** Forgets a member who left; answers what to tell the others, if they ever heard of it. */
	remove(member: Member): Buffer | undefined {
		return this.removeWhere((holder) => holder === member);
	}

	/** Forgets everybody a condition holds for, and answers what to tell the others. */
	removeWhere(isGone: (holder: Holder, client: number) => boolean): Buffer | undefined {
		const leaving = [...this.#states].filter(([client, { holder }]) => isGone(holder, client));
		if (leaving.length === 0) return undefined;
		for (const [client] of leaving) this.#states.delete(client);
		// Under the same clock: whoever comes back goes on from there and must be believed.
		return encode(leaving.map(([client, { clock }]) => ({ client, clock, bytes: gone })));
	}

	/** What these clients last said, or all of them. */
	frame(clients: Iterable<number> = this.#states.keys()): Buffer {
		return encode(
			[...clients].flatMap((client) => {
				const state = this.#states.get(client);
				return state ? { client, clock: state.clock, bytes: bytesOf(state) } : [];
			})
		);
	}

	/** What these clients of ours last said, or all of ours, to tell the other nodes. */
	ours(clients: Iterable<number> = this.#states.keys()): (Said & { member: Member })[] {
		return [...clients].flatMap((client) => {
			const state = this.#states.get(client);
			if (!state || 'node' in state.holder) return [];
			const text = utf8.decode(bytesOf(state));
			return { client, clock: state.clock, text, member: state.holder };
		});
	}
}

/** One row of an awareness update; the text is JSON, `null` for somebody who has gone. */
export type Said = { client: number; clock: number; text: string };
/** The same, with the text as it comes and goes in UTF-8. */
type Row = { client: number; clock: number; bytes: Uint8Array };

/** What is no UTF-8 throws here, as it would in every page that got it. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gone = Buffer.from('null');

function* decode(update: Uint8Array): Iterable<Row> {
	const decoder = decoding.createDecoder(update);
	for (let left = decoding.readVarUint(decoder); left > 0; left -= 1)
		yield {
			client: decoding.readVarUint(decoder),
			clock: decoding.readVarUint(decoder),
			bytes: decoding.readVarUint8Array(decoder)
		};
}

function encode(rows: Row[]): Buffer {
	return frameOf((encoder) => {
		encoding.writeVarUint(encoder, message.awareness);
		const update = encoding.createEncoder();
		encoding.writeVarUint(update, rows.length);
		for (const { client, clock, bytes } of rows) {
			encoding.writeVarUint(update, client);
			encoding.writeVarUint(update, clock);
			encoding.writeVarUint8Array(update, bytes);
		}
		encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
	});
}

function newState(clock: number, bytes: Uint8Array, holder: Holder): State {
	return { clock, space: new Uint8Array(bytes), length: bytes.byteLength, holder };
}

const bytesOf = ({ space, length }: State): Uint8Array => space.subarray(0, length);

const personOf = (holder: Holder): string =>
	'node' in holder ? holder.person : holder.visitor.person;

/** Every person a presence state names: ours says `person`, editors say `user`. */
function namesOf(state: unknown): unknown[] {
	if (state === null) return [];
	if (typeof state !== 'object' || Array.isArray(state)) throw new BrokenPresence();
	const names: unknown[] = 'person' in state ? [state.person] : [];
	if (!('user' in state) || state.user === undefined || state.user === null) return names;
	if (typeof state.user !== 'object') throw new BrokenPresence();
	return 'person' in state.user ? [...names, state.user.person] : names;
}
