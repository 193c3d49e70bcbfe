import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createRateLimits } from './rate-limits.ts';

const redis = process.env.TEST_REDIS_URL;
const ignore = () => {};

async function triesUntilRefused(
	nodes: { wait: (allowance: 'code', key: string) => Promise<number> }[]
) {
	const mailbox = `${randomUUID()}@example.org`;
	for (let count = 0; count < 50; count += 1) {
		const node = nodes[count % nodes.length];
		if (node && (await node.wait('code', mailbox)) > 0) return count;
	}
	return Infinity;
}

test('the sixth code to one mailbox within a quarter of an hour has to wait', async () => {
	const limits = await createRateLimits(undefined, ignore);
	expect(await triesUntilRefused([limits])).toBe(5);
	await limits.close();
});

test('one mailbox in capitals is the same mailbox', async () => {
	const limits = await createRateLimits(undefined, ignore);
	for (let count = 0; count < 5; count += 1) await limits.wait('code', 'Ada@example.org');
	expect(await limits.wait('code', 'ada@EXAMPLE.org')).toBeGreaterThan(0);
	await limits.close();
});

test('with Redis away a node counts for itself and lets nobody wait for it', async () => {
	const limits = await createRateLimits('redis://127.0.0.1:1', ignore);
	expect(await triesUntilRefused([limits])).toBe(5);
	await limits.close();
});

describe.skipIf(!redis)('with Redis (needs TEST_REDIS_URL)', () => {
	test('two nodes count together', async () => {
		const nodes = [await createRateLimits(redis, ignore), await createRateLimits(redis, ignore)];
		expect(await triesUntilRefused(nodes)).toBe(5);
		await Promise.all(nodes.map((node) => node.close()));
	});
});
