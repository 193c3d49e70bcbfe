import { afterEach, expect, test } from 'vitest';
import { Ai } from './ai.ts';
import { Model } from './ask-model.ts';
import { probeWords } from './probe.ts';
import { startStandIn, streamAnswer, type Reply } from './stand-in.ts';

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closes.splice(0)) await close();
});

async function aiWith(reply: Reply) {
	const server = await startStandIn(reply);
	closes.push(server.close);
	const model = new Model({ url: server.url, model: 'stand-in' }, { first: 300, total: 600 });
	const facts = { model: 'stand-in', api: 'chat', schema: 'strict', host: '127.0.0.1' };
	return { ai: new Ai(model, { meeting: 1, day: 1 }, facts), server };
}

test('a probe takes twenty tokens and says that the model works', async () => {
	const { ai, server } = await aiWith(() => '{"works":true}');
	expect(ai.isUsable).toBe(false);
	expect(probeWords(ai.state)).toContain('asked for the first time');
	await Promise.all([ai.probe(), ai.probe()]);
	expect(ai.isUsable).toBe(true);
	expect(server.asked.map(({ body }) => body['max_tokens'])).toEqual([20]);
	expect(probeWords(ai.state)).toContain('It works');
});

test.each<[string, Reply, string, boolean]>([
	['answers in prose', () => 'It works!', 'AI_SCHEMA=json_object', false],
	['keeps to no schema', () => '{"ok":1}', 'does not keep to a schema', false],
	['wants a key', (_, to) => void to.writeHead(401).end(), 'OPENAI_API_KEY', false],
	['is not at that address', (_, to) => void to.writeHead(404).end(), 'OPENAI_BASE_URL', false],
	['says nothing', () => undefined, 'still be loading', false],
	['thinks first', (_, to) => streamAnswer(to, '', 'length'), 'think first', true]
])('of a server that %s it says what lacks', async (_, reply, words, isUsable) => {
	const { ai } = await aiWith(reply);
	expect(probeWords(await ai.probe())).toContain(words);
	expect(ai.isUsable).toBe(isUsable);
});
