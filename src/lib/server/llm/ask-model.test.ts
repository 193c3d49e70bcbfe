import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Model, type Patience } from './ask-model.ts';
import { askerOf } from './asker.ts';
import type { ModelSettings } from './model-settings.ts';
import { eventsTo, streamResponse } from './stand-in-responses.ts';
import { openStream, piece, startStandIn, streamAnswer, type Reply } from './stand-in.ts';

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closes.splice(0)) await close();
});

const quick: Patience = { first: 300, idle: 200, total: 900 };
const question = {
	task: 'Add up.',
	data: '{"one":1,"two":2}',
	schema: { name: 'sum', json: { type: 'object' } },
	mostTokens: 100,
	asker: askerOf('ada'),
	read: (said: unknown) =>
		typeof said === 'object' && said !== null && 'sum' in said && said.sum === 3
			? { value: 'three' }
			: { wrong: 'The sum is not 3.' }
};

async function modelWith(
	reply: Reply,
	waits: Partial<Patience> = quick,
	settings: Partial<ModelSettings> = {}
) {
	const server = await startStandIn(reply);
	closes.push(server.close);
	const model = new Model({ url: server.url, model: 'stand-in', ...settings }, waits);
	const ask = (signal = new AbortController().signal) => model.ask(question, signal);
	return { server, ask };
}

test('a good answer is read, with what it took', async () => {
	const { ask, server } = await modelWith(() => '{"sum":3}');
	expect(await ask()).toEqual({ state: 'answered', value: 'three', tokens: 1000 });
	expect(server.asked[0]?.body).toMatchObject({
		model: 'stand-in',
		stream: true,
		max_tokens: 100,
		response_format: { type: 'json_schema', json_schema: { strict: true } }
	});
	expect(server.asked[0]?.body).not.toHaveProperty('tools');
});

test('a wrong answer is repaired once', async () => {
	const { ask, server } = await modelWith(({ count }) => (count === 1 ? '{"sum":4}' : '{"sum":3}'));
	expect(await ask()).toMatchObject({ state: 'answered', tokens: 2000 });
	expect(server.asked[1]?.messages.at(-1)?.content).toContain('The sum is not 3.');
});

test.each<[string, Reply, string, number]>([
	['no JSON', () => 'Sure! The sum is three.', 'no JSON', 2],
	['HTML as an answer', () => '<html>Bad gateway</html>', 'no JSON', 2],
	[
		'a page of a gateway',
		(_, to) => void to.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
		'no model',
		1
	],
	['an address that knows no model', (_, to) => void to.writeHead(404).end('{}'), 'no model', 1],
	['a wrong answer twice', () => '{"sum":5}', 'wrong', 2],
	['one that is cut off', (_, to) => streamAnswer(to, '{"su', 'length'), 'cut off', 1],
	[
		'a stream that ends in the middle',
		(_, to) => {
			openStream(to);
			to.write(piece({ content: '{"sum":' }));
			to.end();
		},
		'cut off',
		1
	],
	[
		'a connection that breaks',
		(_, to) => {
			openStream(to);
			to.write(piece({ content: '{"sum":' }), () => to.destroy());
		},
		'failed',
		1
	],
	[
		'a refusal',
		(_, to) => {
			openStream(to);
			to.write(piece({ refusal: 'I cannot help with that.' }));
			to.end(`${piece({}, 'stop')}data: [DONE]\n\n`);
		},
		'refused',
		1
	],
	['a filtered answer', (_, to) => streamAnswer(to, '', 'content_filter'), 'refused', 1],
	['silence', () => undefined, 'slow', 1],
	[
		'one that stalls in the middle',
		(_, to) => {
			openStream(to);
			to.write(piece({ content: '{"sum":' }));
		},
		'slow',
		1
	],
	[
		'one that drips for ever',
		(_, to) => {
			openStream(to);
			const drip = setInterval(() => to.write(piece({ content: ' ' })), 50);
			to.on('close', () => clearInterval(drip));
		},
		'slow',
		1
	],
	[
		'too many requests',
		(_, to) => void to.writeHead(429, { 'retry-after': '30' }).end('{}'),
		'limited',
		1
	],
	[
		'no quota',
		(_, to) =>
			void to
				.writeHead(429, { 'content-type': 'application/json' })
				.end('{"error":{"code":"insufficient_quota","message":"pay"}}'),
		'no quota',
		1
	],
	['an error of the server', (_, to) => void to.writeHead(500).end('oops'), 'failed', 1],
	['a wrong key', (_, to) => void to.writeHead(401).end('{}'), 'failed', 1]
])('%s is a value, in time', async (_, reply, state, asked) => {
	const { ask, server } = await modelWith(reply);
	const began = performance.now();
	expect(await ask()).toMatchObject({ state });
	expect(performance.now() - began).toBeLessThan(2500);
	expect(server.asked).toHaveLength(asked);
});

test('a server that is not there is unreachable', async () => {
	const port = await new Promise<number>((resolve) => {
		const taken = createServer().listen(0, '127.0.0.1', () => {
			const address = taken.address();
			taken.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
	const model = new Model({ url: `http://127.0.0.1:${port}/v1`, model: 'none' }, quick);
	expect(await model.ask(question, new AbortController().signal)).toMatchObject({
		state: 'unreachable'
	});
});

test('whoever cancels does not wait', async () => {
	const { ask } = await modelWith(() => undefined, { first: 10_000 });
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 100);
	const began = performance.now();
	expect(await ask(stop.signal)).toMatchObject({ state: 'cancelled' });
	expect(performance.now() - began).toBeLessThan(1000);
});

test('a server that fails five times is left alone', async () => {
	const { ask, server } = await modelWith((_, to) => void to.writeHead(500).end());
	for (let times = 0; times < 5; times++) await ask();
	expect(await ask()).toEqual({ state: 'resting', tokens: 0 });
	expect(server.asked).toHaveLength(5);
});

const responses = { api: 'responses' } as const;

test('Responses is spoken to in the same way, and told to keep nothing', async () => {
	const { ask, server } = await modelWith(() => '{"sum":3}', quick, responses);
	expect(await ask()).toEqual({ state: 'answered', value: 'three', tokens: 1000 });
	expect(server.asked[0]?.body).toMatchObject({
		...{ instructions: 'Add up.', stream: true, store: false, max_output_tokens: 100 },
		text: { format: { type: 'json_schema', strict: true } }
	});
});

test('a wrong answer of Responses is repaired once', async () => {
	const reply: Reply = ({ count }) => (count === 1 ? '{"sum":4}' : '{"sum":3}');
	const { ask, server } = await modelWith(reply, quick, responses);
	expect(await ask()).toMatchObject({ state: 'answered', tokens: 2000 });
	expect(server.asked[1]?.messages.at(-1)?.content).toContain('The sum is not 3.');
});

test.each<[string, Reply, string]>([
	['no JSON', () => 'Sure! The sum is three.', 'no JSON'],
	[
		'an answer that is cut off',
		(_, to) => streamResponse(to, '{"su', { status: 'incomplete', reason: 'max_output_tokens' }),
		'cut off'
	],
	[
		'a filtered answer',
		(_, to) => streamResponse(to, '', { status: 'incomplete', reason: 'content_filter' }),
		'refused'
	],
	[
		'a refusal',
		(_, to) => streamResponse(to, 'I cannot.', { status: 'completed' }, 'refusal'),
		'refused'
	],
	[
		'one that fails in the middle',
		(_, to) => streamResponse(to, '{"su', { status: 'failed', code: 'server_error' }),
		'failed'
	],
	[
		'a stream that ends in the middle',
		(_, to) => {
			eventsTo(to)('response.created', { response: {} });
			to.end();
		},
		'cut off'
	],
	['one that stalls', (_, to) => eventsTo(to)('response.created', { response: {} }), 'slow'],
	['silence', () => undefined, 'slow'],
	[
		'no quota',
		(_, to) =>
			void to
				.writeHead(429, { 'content-type': 'application/json' })
				.end('{"error":{"code":"insufficient_quota","message":"pay"}}'),
		'no quota'
	],
	[
		'a page of a gateway',
		(_, to) => void to.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
		'no model'
	]
])('of Responses %s is a value, in time', async (_, reply, state) => {
	const { ask } = await modelWith(reply, quick, responses);
	const began = performance.now();
	expect(await ask()).toMatchObject({ state });
	expect(performance.now() - began).toBeLessThan(2500);
});

test('hosted models are told a hash of whoever asks and nothing else of them', async () => {
	for (const api of ['chat', 'responses'] as const) {
		const { ask, server } = await modelWith(() => '{"sum":3}', quick, { api, isHosted: true });
		expect(await ask()).toMatchObject({ state: 'answered' });
		expect(server.asked[0]?.body).toMatchObject({
			safety_identifier: askerOf('ada'),
			store: false
		});
		expect(askerOf('ada')).toMatch(/^[0-9a-f]{32}$/);
	}
});

test.each(['chat', 'responses'] as const)(
	'where a server knows no schemas %s says it in words, and fences are taken off',
	async (api) => {
		for (const schema of ['json_object', 'prompt'] as const) {
			const fenced = '```json\n{"sum":3}\n```';
			const { ask, server } = await modelWith(() => fenced, quick, { api, schema });
			expect(await ask()).toMatchObject({ state: 'answered' });
			const [request] = server.asked;
			expect(request?.messages[0]?.content).toContain('JSON schema: {"type":"object"}');
			const sent = JSON.stringify(request?.body);
			expect(sent).not.toContain('json_schema');
			expect(sent.includes('"json_object"')).toBe(schema === 'json_object');
		}
	}
);

test('what is said so far is heard while it comes', async () => {
	const server = await startStandIn(() => `{"sum":3,"more":"${'x'.repeat(200)}"}`);
	closes.push(server.close);
	const model = new Model({ url: server.url, model: 'stand-in' }, quick);
	const heard: string[] = [];
	const onText = (text: string) => heard.push(text);
	await model.ask({ ...question, onText }, new AbortController().signal);
	expect(heard.length).toBeGreaterThan(4);
	expect(heard.every((text, at) => at === 0 || text.startsWith(heard[at - 1] ?? ''))).toBe(true);
});

test('the limits of time hold on both APIs, and so does a cancel', async () => {
	const figures: string[] = [];
	const measure = async (
		api: 'chat' | 'responses',
		name: string,
		meant: number,
		reply: Reply,
		stopAfter?: number
	) => {
		const waits = { first: 800, idle: 500, total: 5000 };
		const { ask } = await modelWith(reply, waits, { api });
		const stop = new AbortController();
		const began = performance.now();
		if (stopAfter) setTimeout(() => stop.abort(), stopAfter);
		const { state } = await ask(stop.signal);
		const took = Math.round(performance.now() - began);
		figures.push(`${api} ${name} ${meant} -> ${took} ms`);
		expect(state).toBe(stopAfter ? 'cancelled' : 'slow');
		expect(took).toBeGreaterThanOrEqual(meant - 5);
		expect(took).toBeLessThan(meant + 1500);
	};
	for (const api of ['chat', 'responses'] as const) {
		const stall: Reply = (_, to) => {
			if (api === 'responses') eventsTo(to)('response.created', { response: {} });
			else {
				openStream(to);
				to.write(piece({ content: '{' }));
			}
		};
		await measure(api, 'first token', 800, () => undefined);
		await measure(api, 'idle', 500, stall);
		await measure(api, 'cancel', 100, () => undefined, 100);
	}
	console.log(`AI limits: ${figures.join(', ')}`);
});
