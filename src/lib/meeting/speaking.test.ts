import { expect, test } from 'vitest';
import { queue, standing } from './speaking.ts';

const hands = { kenji: 30, jonas: 10, maren: 5, priya: 40 };
const nameOf = (person: string) => person.charAt(0).toUpperCase() + person.slice(1);

test('people speak in the order they raised their hands, and who speaks is not in the queue', () => {
	expect(queue(hands, 'maren')).toEqual(['jonas', 'kenji', 'priya']);
	expect(queue({}, 'maren')).toEqual([]);
});

test('hands raised in the same instant stand in one order for everybody', () => {
	expect(queue({ b: 5, a: 5 }, null)).toEqual(queue({ a: 5, b: 5 }, null));
});

test('a person reads where they stand and after whom', () => {
	expect(standing(hands, 'maren', 'jonas', nameOf)).toBe('You are next, after Maren');
	expect(standing(hands, 'maren', 'kenji', nameOf)).toBe('You are second, after Jonas');
	expect(standing(hands, 'maren', 'priya', nameOf)).toBe('You are third, after Kenji');
	expect(standing(hands, 'maren', 'maren', nameOf)).toBe('You are speaking');
});

test('when nobody is speaking the first hand is simply next', () => {
	expect(standing({ jonas: 1 }, null, 'jonas', nameOf)).toBe('You are next');
});

test('a person whose hand is down is told nothing', () => {
	expect(standing(hands, 'maren', 'leila', nameOf)).toBeNull();
});

test('even a long queue can be told in words', () => {
	const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`p${index}`, index]));

	expect(standing(many, null, 'p11', nameOf)).toBe('You are number 12, after P10');
});
