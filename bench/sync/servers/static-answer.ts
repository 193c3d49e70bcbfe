// The least a server can do for people who all come at once: whoever asks gets one prepared answer.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import process from 'node:process';
import * as encoding from 'lib0/encoding';
import { sampleMeeting } from '../documents.ts';
import { fileOf } from '../peers.ts';

const { WebSocketServer } = createRequire(import.meta.url)(
	fileOf('ws', 'ws')
) as typeof import('ws');
const answer = encoding.encode((encoder) => {
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 1);
	encoding.writeVarUint8Array(encoder, sampleMeeting(50));
});
const sockets = new WebSocketServer({
	noServer: true,
	perMessageDeflate: false,
	clientTracking: false
});
const server = createServer((_request, response) => response.end('ok'));
server.on('upgrade', (request, wire, head) =>
	sockets.handleUpgrade(request, wire, head, (socket) => {
		socket.on('message', (data: Buffer) => {
			if (data[0] === 0 && data[1] === 0) socket.send(answer);
		});
		socket.on('error', () => {});
	})
);
server.listen({ port: Number(process.env.PORT), host: '127.0.0.1', backlog: 4096 });
