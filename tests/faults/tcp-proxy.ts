import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** How the network behaves: whole, cut (refuses and resets), half-open (swallows), or slow. */
export type Weather = 'fine' | 'cut' | 'half-open' | { delayMs: number };

/** A network between a client and a server of this machine, for as long as a test wants one. */
export async function startProxy(port: number) {
	let weather: Weather = 'fine';
	const open = new Set<Socket>();
	const server = createServer((client) => {
		if (weather === 'cut') return client.resetAndDestroy();
		const upstream = connect(port, '127.0.0.1');
		for (const [from, to] of [
			[client, upstream],
			[upstream, client]
		] as const) {
			open.add(from);
			from.on('data', (data) => {
				if (weather === 'half-open') return;
				if (typeof weather === 'object') setTimeout(() => to.write(data), weather.delayMs);
				else to.write(data);
			});
			from.on('error', () => {});
			from.on('close', () => {
				open.delete(from);
				if (weather !== 'half-open') to.destroy();
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		set: (next: Weather) => {
			weather = next;
			if (next === 'cut') for (const socket of open) socket.resetAndDestroy();
		},
		stop: () => {
			for (const socket of open) socket.destroy();
			server.close();
		}
	};
}
