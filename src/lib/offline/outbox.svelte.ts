import { createContext } from 'svelte';
import { discard, keep, nextOf, readWaiting, settle, type Sent, type Waiting } from './waiting.ts';

const key = 'waiting';

/** What waits on this device to be sent, as this person wrote it. */
export class Outbox {
	#all = $state.raw<Waiting[]>([]);
	#person: () => string;
	#send: (one: Waiting) => Promise<Sent>;
	#isForgotten = false;

	constructor(person: () => string, send: (one: Waiting) => Promise<Sent>) {
		this.#person = person;
		this.#send = send;
	}

	readonly mine: readonly Waiting[] = $derived.by(() =>
		this.#all.filter(({ person }) => person === this.#person())
	);

	/** What waits about an action or a line. */
	about(subject: string): readonly Waiting[] {
		return this.mine.filter(({ about }) => about === subject);
	}

	/** Reads what the device has; other windows write there too. */
	read(): void {
		try {
			this.#all = readWaiting(localStorage.getItem(key));
		} catch {
			// Without storage nothing is kept, and `keep` says so.
		}
	}

	/** False when this device keeps nothing, so that the words must stay where they are. */
	keep(one: Omit<Waiting, 'id' | 'person'>): boolean {
		this.read();
		const person = this.#person();
		const id = crypto.randomUUID();
		return this.#write(
			keep(this.#all, { ...one, id, person, fields: [...one.fields, ['as', person], ['once', id]] })
		);
	}

	discard(id: string): void {
		this.read();
		this.#write(discard(this.#all, id));
	}

	/** Sends one after the other; only one window at a time does. How many were taken. */
	async sendAll(): Promise<number> {
		return navigator.locks.request(key, async () => {
			let taken = 0;
			for (;;) {
				this.read();
				const next = nextOf(this.#all, this.#person());
				if (!next || this.#isForgotten) return taken;
				const sent = await this.#send(next);
				if (sent === 'away' || sent === 'signed out') return taken;
				if (sent === 'taken') taken += 1;
				this.read();
				this.#write(settle(this.#all, next.id, sent));
			}
		});
	}

	stop(): void {
		this.#isForgotten = true;
	}

	#write(list: Waiting[]): boolean {
		try {
			localStorage.setItem(key, JSON.stringify(list));
			this.#all = list;
			return true;
		} catch {
			return false;
		}
	}
}

export const [getOutbox, setOutbox] = createContext<Outbox>();
