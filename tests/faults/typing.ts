import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { Participant } from '../../src/lib/server/sync/sync-site.ts';

/** One edit of the recorded session: milliseconds, who, where, and the text or how much to delete. */
type Edit = [ms: number, who: number, at: number, what: string | number];

const trace = JSON.parse(
	readFileSync(join(import.meta.dirname, '../recorded/typing.json'), 'utf8')
) as Edit[];

/** What one client wrote: what must be on the server once it was told that it is saved. */
type Said = {
	at: number;
	client: number;
	/** The client's clock after it. */
	clock: number;
	deleted: [client: number, clock: number, length: number][];
	savedAt: number | undefined;
};

/** Keeps what a client wrote and when it was told that it is saved, for the checker afterwards. */
export class History {
	readonly said: Said[] = [];
	#person: Participant;
	#told = 0;

	constructor(person: Participant) {
		this.#person = person;
		person.doc.on(
			'update',
			(update: Uint8Array, _origin: unknown, __: unknown, change: Y.Transaction) => {
				if (change.local) this.#keep(update);
			}
		);
	}

	/** Looks what is saved by now; called often, and once more after the connection broke. */
	look(): void {
		const { unsaved } = this.#person.connection.state;
		// After a reconnect one number stands for many changes, until it says that all are saved.
		const isCounted = this.#person.opened() === 1 || unsaved === 0;
		const told = isCounted ? this.said.length - unsaved : this.#told;
		for (; this.#told < told; this.#told += 1) {
			const said = this.said[this.#told];
			if (said) said.savedAt = performance.now();
		}
	}

	#keep(update: Uint8Array): void {
		const { structs, ds } = Y.decodeUpdate(update);
		const last = structs.at(-1);
		const client = this.#person.doc.clientID;
		this.said.push({
			at: performance.now(),
			client,
			clock: last ? last.id.clock + last.length : 0,
			deleted: [...ds.clients].flatMap(([id, ranges]) =>
				ranges.map(({ clock, len }): [number, number, number] => [id, clock, len])
			),
			savedAt: undefined
		});
	}
}

/** What was said to be saved and is not in a document that was loaded anew. */
export function lostOf(histories: History[], loaded: Y.Doc): number {
	const deleted = Y.createDeleteSetFromStructStore(loaded.store);
	return histories
		.flatMap(({ said }) => said)
		.filter(
			({ savedAt, client, clock, deleted: ranges }) =>
				savedAt !== undefined &&
				(Y.getState(loaded.store, client) < clock ||
					ranges.some(([id, from, length]) =>
						Array.from({ length }, (_, index) => Y.createID(id, from + index)).some(
							(one) => !Y.isDeleted(deleted, one)
						)
					))
		).length;
}

export const savedOf = (histories: History[]): Said[] =>
	histories.flatMap(({ said }) => said.filter(({ savedAt }) => savedAt !== undefined));

/**
 * Types the recorded session into the notes, each typist as one of its two people at their own
 * times, until stopped.
 *
 * @param speed how many times faster than life
 */
export function type(
	people: Participant[],
	{ speed = 1, from = 0 } = {}
): {
	histories: History[];
	stop: () => void;
} {
	const histories = people.map((person) => new History(person));
	const timers = people.map((person, index) => {
		const edits = trace.filter(([, who]) => (who === 0) === (index % 2 === 0));
		let next = Math.floor(((((from + index * 0.13) % 1) + 1) % 1) * edits.length);
		let started = performance.now() - (edits[next]?.[0] ?? 0) / speed;
		return setInterval(() => {
			for (;;) {
				const edit = edits[next];
				if (!edit) {
					next = 0;
					started = performance.now();
					return;
				}
				if (edit[0] / speed > performance.now() - started) break;
				apply(person.doc.getText('typed'), edit);
				next += 1;
			}
			histories[index]?.look();
		}, 4);
	});
	return { histories, stop: () => timers.forEach((timer) => clearInterval(timer)) };
}

function apply(text: Y.Text, [, , at, what]: Edit): void {
	if (typeof what === 'string') text.insert(Math.min(at, text.length), what);
	else if (text.length > 0) {
		const from = Math.min(at, text.length - 1);
		text.delete(from, Math.min(what, text.length - from));
	}
}
