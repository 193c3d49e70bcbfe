import * as v from 'valibot';
import { Side } from '#lib/retrospective/board.ts';

const Own = v.object({ id: v.string(), side: Side, body: v.string(), isThere: v.boolean() });
export type OwnCard = v.InferOutput<typeof Own>;

const triedAgainAfter = 1500;

/**
 * What I wrote in silence. Only this device knows that it was me: the server keeps cards by nobody,
 * and whoever knows a card's id may change it. What has not reached the server is tried again.
 */
export class OwnCards {
	all = $state.raw<readonly OwnCard[]>([]);
	/** Why something did not get there and will not. */
	problem = $state.raw('');
	#url: string;
	#key: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isSending = false;

	#isOpen: () => boolean;

	/** @param isOpen whether people write: the rows may know a moment later than the room */
	constructor(retrospective: string, person: string, isOpen: () => boolean) {
		this.#isOpen = isOpen;
		this.#url = `/r/${retrospective}/cards`;
		this.#key = `drumbeat cards ${person} ${retrospective}`;
		const kept = v.safeParse(v.array(Own), read(this.#key));
		if (kept.success) this.all = kept.output;
		void this.send();
	}

	write(side: Side, body: string, id: string = crypto.randomUUID()): void {
		const card = { id, side, body: body.trim(), isThere: false };
		const others = this.all.filter((one) => one.id !== id);
		this.#keep([...others, card]);
		void this.send();
	}

	withdraw({ id, side }: OwnCard): void {
		this.write(side, '', id);
	}

	/** Sends what is not there yet, one after the other. */
	async send(): Promise<void> {
		if (this.#isSending) return;
		this.#isSending = true;
		clearTimeout(this.#timer);
		try {
			for (let card; (card = this.all.find((one) => !one.isThere));) {
				const { id, side, body } = card;
				const response = await fetch(this.#url, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ card: id, side, body }),
					signal: AbortSignal.timeout(10_000)
				});
				if (response.status === 409 && !this.#isOpen()) {
					this.problem =
						'The silent stage was over before everything got there. What did not is kept here, on this device.';
					return;
				}
				if (!response.ok) throw new Error(`The card was not taken (${response.status})`);
				this.problem = '';
				const sent = card;
				this.#keep(
					this.all.flatMap((one) =>
						one !== sent ? [one] : body === '' ? [] : [{ ...one, isThere: true }]
					)
				);
			}
		} catch {
			this.#timer = setTimeout(() => void this.send(), triedAgainAfter);
		} finally {
			this.#isSending = false;
		}
	}

	/** Forgets whose the cards on the board are; what never got there stays. */
	forgetShown(): void {
		this.#keep(this.all.filter((one) => !one.isThere));
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#keep(cards: readonly OwnCard[]): void {
		this.all = cards;
		if (cards.length === 0) localStorage.removeItem(this.#key);
		else localStorage.setItem(this.#key, JSON.stringify(cards));
	}
}

function read(key: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(key) ?? '[]');
	} catch {
		return [];
	}
}
