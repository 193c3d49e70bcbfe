import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Model, type Patience } from './ask-model.ts';
import { askerOf } from './asker.ts';
import { apis } from './model-settings.ts';

/** A second server of somebody else's making: what both understand is more than our own habit. */
const mock = new LLMock({ port: 0 });
beforeAll(async () => {
	const good = { content: '{"sum":3}' };
	mock.onMessage('good', good);
	mock.onMessage('slowly', good, { chunkSize: 2, streamingProfile: { ttft: 150, tps: 40 } });
	mock.onMessage('too late', good, { streamingProfile: { ttft: 3000 } });
	mock.onMessage(
		'torn',
		{ content: `{"sum":3,"x":"${'x'.repeat(200)}"}` },
		{ truncateAfterChunks: 1 }
	);
	mock.onMessage(
		'gone',
		{ content: `{"x":"${'x'.repeat(400)}"}` },
		{ disconnectAfterMs: 20, latency: 15 }
	);
	// The second question is the one that says what is wrong.
	mock.onMessage(/wrong|The sum is not 3/, { content: '{"sum":4}' });
	for (const [word, status, code] of errors)
		mock.onMessage(word, { error: { message: word, code }, status });
	await mock.start();
});
afterAll(() => mock.stop());

const errors = [
	['broken', 500, 'server_error'],
	['key', 401, 'invalid_api_key'],
	['crowded', 429, 'rate_limit_exceeded'],
	['poor', 429, 'insufficient_quota']
] as const;
const waits: Partial<Patience> = { first: 800, idle: 500, total: 3000 };

async function ask(api: (typeof apis)[number], data: string) {
	const model = new Model({ url: `${mock.url}/v1`, model: 'any', api }, waits);
	const began = performance.now();
	const answer = await model.ask(
		{
			...{ task: 'Add up.', data, mostTokens: 200, asker: askerOf('ada') },
			schema: { name: 'sum', json: { type: 'object' } },
			read: (said) =>
				JSON.stringify(said) === '{"sum":3}' ? { value: 3 } : { wrong: 'The sum is not 3.' }
		},
		new AbortController().signal
	);
	return { ...answer, ms: performance.now() - began };
}

test.each(
	apis.flatMap(
		(api) =>
			[
				[api, 'good', 'answered'],
				[api, 'slowly', 'answered'],
				[api, 'too late', 'slow'],
				[api, 'wrong', 'wrong'],
				[api, 'broken', 'failed'],
				[api, 'key', 'failed'],
				[api, 'crowded', 'limited'],
				[api, 'poor', 'no quota']
			] as const
	)
)('aimock by %s: %s is %s', async (api, data, state) => {
	const answer = await ask(api, data);
	expect(answer.state).toBe(state);
	expect(answer.ms).toBeLessThan(3500);
});

test.each(
	apis.flatMap(
		(api) =>
			[
				[api, 'torn'],
				[api, 'gone']
			] as const
	)
)('aimock by %s: a stream that is %s is no answer', async (api, data) => {
	const { state, ms } = await ask(api, data);
	expect(['cut off', 'failed', 'unreachable']).toContain(state);
	expect(ms).toBeLessThan(3500);
});
