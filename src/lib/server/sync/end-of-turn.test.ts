import { expect, test, vi } from 'vitest';
import { atEndOfTurn, notAtEndOfTurn } from './end-of-turn.ts';

test('calls each back once, in their order, when the turn ends', async () => {
	const called: string[] = [];
	const first = () => called.push('first');
	const second = () => called.push('second');
	for (const callback of [first, second, first]) atEndOfTurn(callback);
	await Promise.resolve();
	expect(called).toEqual([]);
	await vi.waitFor(() => expect(called).toEqual(['first', 'second']));
	atEndOfTurn(first);
	await vi.waitFor(() => expect(called).toEqual(['first', 'second', 'first']));
});

test('whoever went away is not called, and the others still are', async () => {
	const gone = vi.fn();
	const there = vi.fn();
	atEndOfTurn(gone);
	notAtEndOfTurn(gone);
	atEndOfTurn(there);
	// Even while the others are called back.
	const late = vi.fn();
	atEndOfTurn(() => notAtEndOfTurn(late));
	atEndOfTurn(late);
	await vi.waitFor(() => expect(there).toHaveBeenCalledOnce());
	expect(late).not.toHaveBeenCalled();
	expect(gone).not.toHaveBeenCalled();
});

test('what is asked for while calling back comes in the turn after', async () => {
	const called: number[] = [];
	const again = () => {
		called.push(called.length);
		if (called.length < 3) atEndOfTurn(again);
	};
	atEndOfTurn(again);
	await vi.waitFor(() => expect(called).toEqual([0, 1, 2]));
});
