import { expect, test } from 'vitest';
import { mentionOf, peopleNamed } from './mentioned.ts';

const person = (id: string, name: string) => ({
	id,
	name,
	title: '',
	hue: 1,
	role: 'member' as const,
	current: true
});
const people = [person('1', 'Ana Lima'), person('2', 'Ana Berg'), person('3', 'Tomás Heredia')];

test('people are found by any part of their name, with or without accents', () => {
	expect(peopleNamed('tomas', people).map(({ id }) => id)).toEqual(['3']);
	expect(peopleNamed('berg', people).map(({ id }) => id)).toEqual(['2']);
});

test('two people of one first name are named in full', () => {
	expect(people.map((one) => mentionOf(one, people))).toEqual(['@Ana Lima', '@Ana Berg', '@Tomás']);
});
