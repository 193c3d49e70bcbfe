import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { limits } from './limits.ts';
import { OpenSockets } from './open-sockets.ts';

/** How many sockets each address has open. */
export class Addresses {
	#open = new OpenSockets(limits.socketsPerAddress);

	/** False when the address has all it may have; this machine itself is a proxy, or its owner. */
	admit(socket: Duplex, address: string | undefined): boolean {
		return !address || isLoopback(address) || this.#open.admit(socket, address);
	}
}

/** Who is asking: behind a proxy that is trusted, the last address it added. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string | undefined {
	const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined;
	const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
	return last ?? request.socket.remoteAddress;
}

const isLoopback = (address: string): boolean =>
	address === '::1' || /^(::ffff:)?127\./.test(address);
