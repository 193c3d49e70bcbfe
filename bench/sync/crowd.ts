import { Probes } from './probes.ts';
import { Protocol, type ProtocolName } from './protocol.ts';
import { Saves } from './saves.ts';

/** A document somebody may enter, and the cookies of those who may. */
export type Given = { document: string; cookies: string[] };

/** What everybody in one measurement shares: the server they talk to, and what is observed. */
export class Crowd {
	readonly protocol: Protocol;
	readonly probes = new Probes();
	readonly saves = new Saves();
	/** Connections the server ended though nobody left. */
	disconnects = 0;
	#ports: readonly number[];
	#path: string;
	#given: readonly Given[] | undefined;
	#taken = 0;

	/**
	 * @param path what comes before the name of a document in the address
	 * @param given the documents to use, for a server that lets nobody else in
	 */
	constructor(options: {
		protocol: ProtocolName;
		ports: readonly number[];
		path: string;
		given?: readonly Given[] | undefined;
	}) {
		this.protocol = new Protocol(options.protocol);
		this.#ports = options.ports;
		this.#path = options.path;
		this.#given = options.given;
	}

	/** A document nobody had yet. */
	nextDocument(): Given {
		const index = this.#taken++;
		if (!this.#given) return { document: `room-${index}`, cookies: [] };
		const given = this.#given[index];
		if (!given) throw new Error(`There are only ${this.#given.length} documents`);
		return given;
	}

	/** Where a member of a room connects; those of several nodes take turns. */
	addressOf(document: string, member: number): URL {
		const port = this.#ports[member % this.#ports.length];
		return new URL(`http://127.0.0.1:${port}${this.#path}${document}`);
	}
}
