import * as encoding from 'lib0/encoding';
import { message } from '#lib/live/protocol.ts';
import { atEndOfTurn } from './end-of-turn.ts';
import { frameOf } from './frame.ts';
import type { Member } from './member.ts';
import type { StateVector } from './update-check.ts';

type Row = [client: number, clock: number, count: number];

/** An update on its way to the database, here or on another node. */
type Pending = {
	reached: StateVector;
	author: Member | undefined;
	count: number;
	isWritten: boolean;
	whenSaved: (() => void) | undefined;
};

/**
 * How much of a room is durable: the state vector of what the database has, and how many of their
 * updates it has of each member, because deletions do not show in a state vector. An update counts
 * once it and all that came before it are written, for it may hang on any of them. Authors hear of
 * it at once, the others with something else.
 */
export class Saved {
	#durable: StateVector;
	/** The frame of all of it, until it changes: many may come at once. */
	#everything: Uint8Array | undefined;
	#news = new Set<number>();
	#onNews: () => void;
	#pending: Pending[] = [];
	#acknowledging = new Map<Member, number>();

	constructor(durable: ReadonlyMap<number, number>, onNews: () => void) {
		this.#durable = new Map(durable);
		this.#onNews = onNews;
	}

	/** Waits for an update; call what it answers when it is written, or was refused. */
	await(reached: StateVector, author?: Member, count = 0): (isStored?: boolean) => void {
		const pending: Pending = { reached, author, count, isWritten: false, whenSaved: undefined };
		this.#pending.push(pending);
		return (isStored = true) => {
			pending.isWritten = true;
			if (!isStored) Object.assign(pending, { reached: new Map(), author: undefined });
			this.#advance();
		};
	}

	/** Acknowledges this many updates of a member once all that was said so far is written. */
	acknowledge(member: Member, count: number): void {
		this.#whenSaved(() => this.#tellSoon(member, count));
	}

	/** How many updates the database does not have yet, or has before one that it does not have. */
	get waiting(): number {
		return this.#pending.filter(({ whenSaved }) => !whenSaved).length;
	}

	get upToNow(): Promise<void> {
		return new Promise((resolve) => this.#whenSaved(resolve));
	}

	/** The whole state vector of what is durable, for somebody who has just come. */
	everything(): Uint8Array {
		this.#everything ??= Uint8Array.from(
			encode([...this.#durable].map(([client, clock]) => [client, clock, 0]))
		);
		return this.#everything;
	}

	/** What became durable since this was last asked. */
	news(): Buffer | undefined {
		if (this.#news.size === 0) return undefined;
		const rows = [...this.#news].map((client): Row => [client, this.#clockOf(client), 0]);
		this.#news = new Set();
		return encode(rows);
	}

	#clockOf(client: number): number {
		return this.#durable.get(client) ?? 0;
	}

	#whenSaved(whenSaved: () => void): void {
		if (this.#pending.length === 0) return whenSaved();
		const nothing = { reached: new Map(), author: undefined, count: 0, isWritten: true };
		this.#pending.push({ ...nothing, whenSaved });
	}

	#advance(): void {
		let done = 0;
		for (; this.#pending[done]?.isWritten; done += 1) {
			const { reached, author, count, whenSaved } = this.#pending[done]!;
			for (const [client, clock] of reached) {
				this.#durable.set(client, clock);
				this.#everything = undefined;
				this.#news.add(client);
			}
			if (author) this.#tellSoon(author, count);
			whenSaved?.();
		}
		if (done === 0) return;
		this.#pending.splice(0, done);
		if (this.#news.size > 0) this.#onNews();
	}

	/** At the end of the turn: a statement that wrote ten updates is told of once. */
	#tellSoon(member: Member, count: number): void {
		if (this.#acknowledging.size === 0) atEndOfTurn(this.#tell);
		this.#acknowledging.set(member, count);
	}

	#tell = (): void => {
		const acknowledging = this.#acknowledging;
		// A new one: what a map held before it was cleared lives until all memory is gone through.
		this.#acknowledging = new Map();
		for (const [member, count] of acknowledging) {
			const client = member.client ?? 0;
			member.writeSoon(encode([[client, this.#clockOf(client), count]]));
		}
	};
}

function encode(rows: Row[]): Buffer {
	return frameOf((encoder) => {
		encoding.writeVarUint(encoder, message.saved);
		encoding.writeVarUint(encoder, rows.length);
		for (const numbers of rows)
			for (const number of numbers) encoding.writeVarUint(encoder, number);
	});
}
