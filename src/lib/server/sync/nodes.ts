import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { decodeNodeMessage, encodeNodeMessage, type NodeMessage } from './node-message.ts';

const beatMs = 1000;
/** A node unheard for so long is taken for dead; nobody's messages are believed to be late by more. */
const silenceMs = 4000;
const everybody = 'drumbeat nodes';
const channelOf = (document: string): string => `drumbeat ${document}`;

type Listener = {
	/** Called once whatever is said from now on will be heard. */
	ready: () => void;
	hear: (node: string, message: NodeMessage) => void;
};

/**
 * The other processes that serve the same documents. They talk over Redis, where anything may be
 * lost: what counts is in the log, and whoever missed something asks for it.
 */
export class Nodes {
	readonly id = randomUUID();
	#publisher;
	#subscriber;
	#heardAt = new Map<string, number>();
	#beat: NodeJS.Timeout;
	#onGone: (node: string) => void = () => {};
	#onReachable: () => void = () => {};
	#onFailure: (error: unknown) => void;

	constructor(redisUrl: string, onFailure: (error: unknown) => void) {
		this.#onFailure = onFailure;
		// Without the queue: what could not be said in time is not worth saying later.
		this.#publisher = createClient({ url: redisUrl, disableOfflineQueue: true });
		this.#subscriber = createClient({ url: redisUrl });
		for (const client of [this.#publisher, this.#subscriber]) {
			client.on('error', onFailure);
			client.connect().catch(onFailure);
		}
		this.#subscriber
			.subscribe(everybody, (node) => {
				if (node.endsWith(' leaves')) return this.#lose(node.slice(0, -' leaves'.length));
				const isBack = node === this.id && !this.isReachable;
				this.#heardAt.set(node, Date.now());
				if (isBack) this.#onReachable();
			})
			.catch(onFailure);
		this.#beat = setInterval(() => this.#tick(), beatMs);
		this.#beat.unref();
		this.#publish(everybody, this.id);
	}

	/** Whether messages get through: then this node hears itself. */
	get isReachable(): boolean {
		return this.#heardAt.has(this.id);
	}

	/** Called with each node that has left, or died. */
	set onGone(gone: (node: string) => void) {
		this.#onGone = gone;
	}

	/** Called when messages get through again, or for the first time. */
	set onReachable(reachable: () => void) {
		this.#onReachable = reachable;
	}

	isAlive(node: string): boolean {
		return this.#heardAt.has(node);
	}

	/** Hears what the others say about a document, until the returned function is called. */
	listen(document: string, { ready, hear }: Listener): () => void {
		const heard = (bytes: Buffer) => {
			try {
				const { node, message } = decodeNodeMessage(bytes);
				if (node !== this.id) hear(node, message);
			} catch (error) {
				this.#onFailure(error);
			}
		};
		const channel = channelOf(document);
		this.#subscriber.subscribe(channel, heard, true).then(ready, this.#onFailure);
		return () => void this.#subscriber.unsubscribe(channel, heard, true).catch(this.#onFailure);
	}

	say(document: string, message: NodeMessage): void {
		this.#publish(channelOf(document), encodeNodeMessage(this.id, message));
	}

	async close(): Promise<void> {
		clearInterval(this.#beat);
		this.#publish(everybody, `${this.id} leaves`);
		await new Promise((resolve) => setTimeout(resolve, 20));
		this.#publisher.destroy();
		this.#subscriber.destroy();
	}

	#publish(channel: string, bytes: Buffer | string): void {
		if (this.#publisher.isReady) this.#publisher.publish(channel, bytes).catch(() => {});
	}

	#tick(): void {
		this.#publish(everybody, this.id);
		const before = Date.now() - silenceMs;
		for (const [node, at] of this.#heardAt) if (at < before) this.#lose(node);
	}

	#lose(node: string): void {
		this.#heardAt.delete(node);
		if (node !== this.id) this.#onGone(node);
	}
}
