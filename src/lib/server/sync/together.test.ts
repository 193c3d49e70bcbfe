import { expect, test } from 'vitest';
import { together } from './together.ts';

test('what is asked at once, or while an answer is under way, is asked together', async () => {
	const asked: number[][] = [];
	const double = together(async (numbers: number[]) => {
		asked.push(numbers);
		await new Promise((resolve) => setTimeout(resolve, 20));
		return numbers.map((number) => number * 2);
	});
	const first = [double(1), double(2)];
	await new Promise((resolve) => setTimeout(resolve, 10));
	const second = [double(3), double(4), double(5)];
	expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
	expect(asked).toEqual([
		[1, 2],
		[3, 4, 5]
	]);
	expect(await double(6)).toBe(12);
});

test('whoever asked hears what went wrong, and the next question is asked again', async () => {
	let fails = true;
	const echo = together(async (words: string[]) => {
		if (fails) throw new Error('The database is away');
		return words;
	});
	await expect(echo('a')).rejects.toThrow('The database is away');
	fails = false;
	expect(await echo('b')).toBe('b');
});
