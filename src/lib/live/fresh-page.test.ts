import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FreshPage, type MayRead } from './fresh-page.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page that reads what it is told, on a server that answers as it is told. */
function open() {
	const state = { answer: 'yes' as MayRead | 'none', isBusy: false, isAway: false };
	const read: string[] = [];
	const refused: string[] = [];
	let asked = 0;
	const page = new FreshPage({
		mayRead: async () => {
			asked += 1;
			if (state.answer === 'none') throw new Error('No answer');
			return state.answer;
		},
		read: async (kinds) => void read.push([...kinds].join(' ')),
		isBusy: () => state.isBusy,
		onAway: (isAway) => (state.isAway = isAway),
		onRefused: (why) => refused.push(why)
	});
	return { page, state, read, refused, asked: () => asked };
}

test('what changes is read once, and what changes meanwhile once more', async () => {
	const { page, read } = open();
	page.changed(['metrics', 'readings']);
	page.changed(['metrics']);
	await vi.advanceTimersByTimeAsync(10);
	expect(read).toEqual(['metrics readings']);
	for (let count = 0; count < 50; count += 1) page.changed(['readings']);
	await vi.advanceTimersByTimeAsync(1000);
	expect(read).toEqual(['metrics readings', 'readings']);
	page.stop();
});

test('an import that takes a minute does not keep the page reading', async () => {
	const { page, read } = open();
	for (let count = 0; count < 300; count += 1) {
		page.changed(['readings']);
		await vi.advanceTimersByTimeAsync(200);
	}
	expect(read.length).toBeLessThan(30);
	await vi.advanceTimersByTimeAsync(10_000);
	const before = read.length;
	page.changed(['metrics']);
	await vi.advanceTimersByTimeAsync(10);
	expect(read.slice(before)).toEqual(['metrics']);
	page.stop();
});

test('nothing is read while the server does not answer, and all of it once it does', async () => {
	const { page, state, read, asked } = open();
	state.answer = 'none';
	page.changed(['metrics']);
	await vi.advanceTimersByTimeAsync(500);
	expect(state.isAway).toBe(true);
	const before = asked();
	page.changed(['readings']);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(read).toEqual([]);
	expect(asked()).toBeGreaterThan(before);
	expect(asked()).toBeLessThan(20);
	state.answer = 'yes';
	await vi.advanceTimersByTimeAsync(16_000);
	expect(read).toEqual(['metrics readings']);
	expect(state.isAway).toBe(false);
	page.stop();
});

test('nothing is read, and nobody asked, while somebody types', async () => {
	const { page, state, read, asked } = open();
	state.isBusy = true;
	page.changed(['metrics']);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(read).toEqual([]);
	expect(asked()).toBe(0);
	state.isBusy = false;
	await vi.advanceTimersByTimeAsync(1000);
	expect(read).toEqual(['metrics']);
	page.stop();
});

test('whoever may not read any more is told once, and nothing is read again', async () => {
	const { page, state, read, refused, asked } = open();
	state.answer = 'not in the team';
	page.changed(['metrics']);
	await vi.advanceTimersByTimeAsync(1000);
	page.changed(['readings']);
	page.catchUp();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(refused).toEqual(['not in the team']);
	expect(asked()).toBe(1);
	expect(read).toEqual([]);
});
