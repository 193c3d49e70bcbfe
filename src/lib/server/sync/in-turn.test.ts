import { expect, test } from 'vitest';
import { InTurn } from './in-turn.ts';

test('works for one after the other, once for whoever waits, and goes on after a failure', async () => {
	const done: string[] = [];
	let atOnce = 0;
	let most = 0;
	const failures: unknown[] = [];
	const turns = new InTurn<string>(
		async (item) => {
			most = Math.max(most, (atOnce += 1));
			await new Promise((resolve) => setImmediate(resolve));
			atOnce -= 1;
			if (item === 'broken') throw new Error('broken');
			done.push(item);
		},
		(error) => failures.push(error)
	);
	for (const item of ['a', 'broken', 'b', 'b', 'c']) turns.add(item);
	await expect.poll(() => done).toEqual(['a', 'b', 'c']);
	expect([most, failures.length]).toEqual([1, 1]);
	turns.add('d');
	await expect.poll(() => done).toEqual(['a', 'b', 'c', 'd']);
});

test('after it was stopped only the one under way is finished', async () => {
	const done: string[] = [];
	const turns = new InTurn<string>(async (item) => {
		await new Promise((resolve) => setImmediate(resolve));
		done.push(item);
	});
	for (const item of ['a', 'b', 'c']) turns.add(item);
	await turns.stop();
	turns.add('late');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(done).toEqual(['a']);
});
