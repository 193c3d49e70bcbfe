import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Addresses, addressOf } from './addresses.ts';
import { limits } from './limits.ts';

function open(addresses: Addresses, address: string): PassThrough | undefined {
	const socket = new PassThrough();
	return addresses.admit(socket, address) ? socket : undefined;
}

test('an address may have so many sockets, and frees them when they close', async () => {
	const addresses = new Addresses();
	const sockets = Array.from({ length: limits.socketsPerAddress }, () =>
		open(addresses, '203.0.113.7')
	);
	expect(sockets.every(Boolean)).toBe(true);
	expect(open(addresses, '203.0.113.7')).toBeUndefined();
	expect(open(addresses, '203.0.113.8')).toBeDefined();
	const [first] = sockets;
	first?.destroy();
	if (first) await once(first, 'close');
	expect(open(addresses, '203.0.113.7')).toBeDefined();
	expect(open(addresses, '203.0.113.7')).toBeUndefined();
});

test('this machine itself is a proxy, or its owner, and has no limit', () => {
	const addresses = new Addresses();
	for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
		for (let count = 0; count <= limits.socketsPerAddress; count += 1)
			expect(addresses.admit(new PassThrough(), address)).toBe(true);
});

test('who is asking is believed from a proxy that is trusted, and only what it added', () => {
	const request = {
		headers: { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' },
		socket: { remoteAddress: '10.0.0.2' }
	} as unknown as IncomingMessage;
	expect(addressOf(request, true)).toBe('203.0.113.7');
	expect(addressOf(request, false)).toBe('10.0.0.2');
});
