import type { EventEmitter } from 'node:events';

/** How many open sockets each has: a person, or an address. */
export class OpenSockets {
	#open = new Map<string, number>();
	#most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** Counts a socket until it closes; false when whoever it belongs to has all they may have. */
	admit(socket: EventEmitter, owner: string): boolean {
		const open = this.of(owner);
		if (open >= this.#most) return false;
		this.#open.set(owner, open + 1);
		socket.on('close', () => {
			const left = this.of(owner) - 1;
			if (left > 0) this.#open.set(owner, left);
			else this.#open.delete(owner);
		});
		return true;
	}

	of(owner: string): number {
		return this.#open.get(owner) ?? 0;
	}
}
