import { expect, test } from 'vitest';
import { matching } from './choices.ts';

const people = [
	{ value: 'a', label: 'Priya Raghunathan', hint: 'Chief financial officer' },
	{ value: 'b', label: 'Tomás Herrera' },
	{ value: 'c', label: 'Maren Prior' }
];
const found = (typed: string) => matching(people, typed).map((person) => person.value);

test('typing nothing offers everyone', () => {
	expect(found(' ')).toEqual(['a', 'b', 'c']);
});

test('a name is found by any of its parts, without accents or capitals', () => {
	expect(found('tomas')).toEqual(['b']);
	expect(found('HERR')).toEqual(['b']);
	expect(found('financial')).toEqual(['a']);
});

test('whoever’s name begins with what was typed comes first', () => {
	expect(matching(people.toReversed(), 'pri').map((person) => person.value)).toEqual(['a', 'c']);
});

test('letters inside a word find nobody', () => {
	expect(found('aren')).toEqual([]);
});

test('a label that is typed as it stands is found, with its colons and dashes', () => {
	const message = [{ value: 'm', label: 'Our message: How much' }];
	expect(matching(message, 'our message: how')).toHaveLength(1);
	expect(matching(message, 'message – how')).toHaveLength(1);
});
