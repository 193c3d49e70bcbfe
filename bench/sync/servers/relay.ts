// The least a server in Node can do: hand each frame to the others in the room, unread.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import process from 'node:process';
import type { WebSocket } from 'ws';
import { fileOf } from '../peers.ts';

const { WebSocketServer } = createRequire(import.meta.url)(
	fileOf('ws', 'ws')
) as typeof import('ws');
const rooms = new Map<string, Set<WebSocket>>();
const sockets = new WebSocketServer({
	noServer: true,
	perMessageDeflate: false,
	skipUTF8Validation: true,
	clientTracking: false
});
const server = createServer((_request, response) => response.end('ok'));
server.on('upgrade', (request, wire, head) =>
	sockets.handleUpgrade(request, wire, head, (socket) => {
		const name = request.url ?? '';
		const room = rooms.get(name) ?? new Set();
		rooms.set(name, room.add(socket));
		socket.on('message', (data: Buffer) => {
			for (const other of room) if (other !== socket) other.send(data);
		});
		socket.on('close', () => {
			room.delete(socket);
			if (room.size === 0) rooms.delete(name);
		});
		socket.on('error', () => {});
	})
);
server.listen({ port: Number(process.env.PORT), host: '127.0.0.1', backlog: 4096 });
