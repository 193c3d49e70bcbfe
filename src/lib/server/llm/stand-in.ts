import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strangeIn, type Api } from './allowed-parameters.ts';
import { streamResponse } from './stand-in-responses.ts';

/** What a request to the stand-in said. */
export type Asked = {
	api: Api;
	messages: { role: string; content: string }[];
	body: Record<string, unknown>;
	/** Which request of this server it is, from 1. */
	count: number;
};

/** How the stand-in answers: text to stream, or a hand on the raw answer. */
export type Reply = (asked: Asked, response: ServerResponse) => string | undefined | void;

/**
 * A model server for tests, on this machine: Chat Completions and Responses as streams, as badly as one
 * likes. A request with a parameter that is not on the list is turned away, as strict servers do.
 */
export async function startStandIn(reply: Reply): Promise<{
	url: string;
	asked: Asked[];
	close: () => Promise<void>;
}> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			const body = JSON.parse(text) as Record<string, unknown>;
			const api = request.url?.endsWith('/responses') ? 'responses' : 'chat';
			const messages = messagesOf(body);
			const one = { api, messages, body, count: asked.length + 1 } as const;
			asked.push(one);
			const strange = strangeIn(api, body);
			if (strange.length > 0) {
				response.writeHead(400, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ error: { message: `unknown: ${strange.join(', ')}` } }));
				return;
			}
			const said = reply(one, response);
			if (said === undefined) return;
			if (api === 'responses') streamResponse(response, said);
			else streamAnswer(response, said);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

/** What was said, whichever API it was said to. */
function messagesOf(body: Record<string, unknown>): Asked['messages'] {
	if (Array.isArray(body['messages'])) return body['messages'] as Asked['messages'];
	const told = { role: 'system', content: String(body['instructions']) };
	return [told, ...(body['input'] as Asked['messages'])];
}

/** One piece of a stream as Chat Completions sends it. */
export function piece(delta: Record<string, unknown>, ended: string | null = null): string {
	const choices = [{ index: 0, delta, finish_reason: ended }];
	const chunk = {
		id: 'x',
		object: 'chat.completion.chunk',
		created: 0,
		model: 'stand-in',
		choices
	};
	return `data: ${JSON.stringify(chunk)}\n\n`;
}

export function openStream(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** All of an answer, in pieces of forty characters, with what it took. */
export function streamAnswer(response: ServerResponse, text: string, ended = 'stop'): void {
	openStream(response);
	for (let at = 0; at < text.length; at += 40)
		response.write(piece({ content: text.slice(at, at + 40) }));
	response.write(piece({}, ended));
	const usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 };
	response.write(`data: ${JSON.stringify({ id: 'x', choices: [], usage })}\n\n`);
	response.end('data: [DONE]\n\n');
}
