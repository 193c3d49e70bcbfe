import type { Queries } from '../database/database.ts';

/** Mails that go out once, and the column each is known by. */
const keys = { asking_mails: 'off_key', wanted_mails: 'off_key', notices: 'id' } as const;

/** A mail that fails is tried again after 5 minutes, then 15, 45, …: six times in about ten hours. */
export const mostTries = 6;
const firstPause = 5 * 60_000;
/** Handing a mail over takes seconds; a server that takes longer has ended. */
const longestSending = 10 * 60_000;

/** A mail that one node, and no other, is about to send. */
export type ClaimedMail = { key: string; tries: number };

/** When a mail that failed is tried again; undefined when it is given up. */
export function nextTry(tries: number, now: Date): Date | undefined {
	if (tries >= mostTries) return undefined;
	return new Date(now.getTime() + firstPause * 3 ** (tries - 1));
}

/**
 * The rows of mails that were to be sent, kept so that none is sent twice, even by two nodes: a mail
 * is handed over only after its row says `sending`. A server that ends at that moment leaves it
 * `unsure`, and it is never sent again.
 */
export class MailQueue {
	#queries: Queries;
	#table: string;
	#key: string;

	constructor(queries: Queries, table: keyof typeof keys) {
		this.#queries = queries;
		this.#table = `private.${table}`;
		this.#key = keys[table];
	}

	/** Gives up what a server that has ended was about to send; how many mails that are, by key. */
	async giveUpLost(now: Date): Promise<string[]> {
		const lost = await this.#queries.query<{ key: string }>(
			`update ${this.#table} set state = 'unsure', changed_at = $1::text::timestamptz
			where state = 'sending' and changed_at < $2::text::timestamptz returning ${this.#key}::text as key`,
			[now.toISOString(), new Date(now.getTime() - longestSending).toISOString()]
		);
		return lost.map(({ key }) => key);
	}

	/** Takes one mail that is due, so that no other node sends it. */
	async claim(now: Date): Promise<ClaimedMail | undefined> {
		const [row] = await this.#queries.query<ClaimedMail>(
			`update ${this.#table} set state = 'sending', tries = tries + 1, changed_at = $1::text::timestamptz
			where ${this.#key} = (
				select w.${this.#key} from ${this.#table} w
				where w.state = 'waiting' and w.next_try_at <= $1::text::timestamptz
				order by w.next_try_at limit 1 for update skip locked
			)
			returning ${this.#key}::text as key, tries`,
			[now.toISOString()]
		);
		return row;
	}

	/** Says what became of a mail. */
	async leave(key: string, state: string, now: Date, next = now): Promise<void> {
		await this.#queries.query(
			`update ${this.#table} set state = $2, next_try_at = $3::text::timestamptz,
				changed_at = $4::text::timestamptz where ${this.#key} = $1::uuid`,
			[key, state, next.toISOString(), now.toISOString()]
		);
	}
}
