import { expect, test, vi } from 'vitest';
import { callNoMore, callWithin } from './ticker.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('calls back once, about when it was asked to', async () => {
	const from = performance.now();
	const called: number[] = [];
	callWithin(50, () => called.push(performance.now() - from));
	await vi.waitFor(() => expect(called).toHaveLength(1));
	await pause(50);
	expect(called).toHaveLength(1);
	expect(called[0]).toBeGreaterThan(40);
});

test('the earlier of two times counts, and whoever went away is not called', async () => {
	const early = vi.fn();
	const gone = vi.fn();
	callWithin(10_000, early);
	callWithin(20, early);
	callWithin(5000, early);
	callWithin(20, gone);
	callNoMore(gone);
	await vi.waitFor(() => expect(early).toHaveBeenCalledOnce());
	expect(gone).not.toHaveBeenCalled();
});

test('what is asked for while calling back is not forgotten', async () => {
	let left = 3;
	const again = () => {
		left -= 1;
		if (left > 0) callWithin(0, again);
	};
	callWithin(0, again);
	await vi.waitFor(() => expect(left).toBe(0));
});
