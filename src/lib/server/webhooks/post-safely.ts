import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, publicLookup, Unreachable } from './public-address.ts';

export type PostOptions = {
	/** Allows this machine and plain http: for tests and development only. */
	loopback?: boolean;
	timeoutMs?: number;
	/** How much of an answer is read; the rest is cut off. */
	mostBytes?: number;
	lookup?: LookupFunction;
};

export type Answered = { status: number; text: string };

/** Why an address cannot be one of a webhook; undefined when it can. */
export function refuseUrl(text: string, loopback = false): string | undefined {
	const url = URL.parse(text);
	if (!url || !['https:', 'http:'].includes(url.protocol)) return 'Enter an https:// address.';
	if (url.username || url.password) return 'Enter it without a name and password.';
	const host = hostOf(url);
	const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
	const isHere = host === 'localhost' || host.endsWith('.localhost');
	if ((isAddress && !isPublicAddress(host, loopback)) || (isHere && !loopback))
		return 'It leads into a private network, which messages never go to.';
	if (url.protocol === 'http:' && !loopback) return 'Enter an https:// address.';
	return undefined;
}

/**
 * Posts a body to an address somebody entered. It reaches public addresses only, judged when the
 * connection is made; a redirect is an answer like any other, and is not followed; a target that
 * hangs is given up, one that says too much is cut off.
 *
 * Throws `Unreachable` with words for people.
 */
export function postSafely(
	address: string,
	headers: Record<string, string>,
	body: string,
	{ loopback = false, timeoutMs = 15_000, mostBytes = 16_384, lookup }: PostOptions = {}
): Promise<Answered> {
	const refused = refuseUrl(address, loopback);
	if (refused) return Promise.reject(new Unreachable(refused));
	const url = new URL(address);
	const request = url.protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((resolve, reject) => {
		const sent = request(url, {
			method: 'POST',
			headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
			// Never a connection somebody else opened, which was judged for another name.
			agent: false,
			lookup: lookup ?? publicLookup(loopback)
		});
		const timer = setTimeout(
			() => sent.destroy(new Unreachable(`No answer within ${timeoutMs / 1000} seconds.`)),
			timeoutMs
		);
		sent.once('socket', (socket) => {
			socket.once('connect', () => {
				if (!isPublicAddress(socket.remoteAddress ?? '', loopback))
					sent.destroy(new Unreachable('It leads into a private network.'));
			});
		});
		sent.once('error', (error) => {
			clearTimeout(timer);
			reject(error instanceof Unreachable ? error : new Unreachable(inWords(error)));
		});
		sent.once('response', (response) => {
			readSome(response, mostBytes)
				.then((text) => resolve({ status: response.statusCode ?? 0, text }))
				.catch((error: Error) => reject(new Unreachable(inWords(error))))
				.finally(() => {
					clearTimeout(timer);
					sent.destroy();
				});
		});
		sent.end(body);
	});
}

/** The start of an answer. What a server that never ends says after it is not waited for. */
async function readSome(response: IncomingMessage, most: number): Promise<string> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	for await (const piece of response as AsyncIterable<Buffer>) {
		pieces.push(piece);
		bytes += piece.byteLength;
		if (bytes >= most) break;
	}
	return Buffer.concat(pieces).subarray(0, most).toString('utf8');
}

/** A URL's host as the connection will take it: an IPv6 address without its brackets. */
const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1');

function inWords(error: Error): string {
	const code = 'code' in error ? String(error.code) : '';
	const words: Record<string, string> = {
		ENOTFOUND: 'There is no such host.',
		EAI_AGAIN: 'The name of the host could not be looked up.',
		ECONNREFUSED: 'The host refused the connection.',
		ECONNRESET: 'The host broke the connection off.',
		EHOSTUNREACH: 'The host cannot be reached.',
		ETIMEDOUT: 'The host cannot be reached.'
	};
	return (
		words[code] ??
		(/CERT|TLS|SSL/.test(code) ? 'Its certificate is not valid.' : 'The connection failed.')
	);
}
