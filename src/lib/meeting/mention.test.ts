import { expect, test } from 'vitest';
import { mentions } from './mention.ts';
import type { Person } from './person.ts';

const person = (name: string): Person => ({
	id: name,
	name,
	title: '',
	hue: 1,
	role: 'member',
	current: true
});
const named = (line: string, ...names: string[]) =>
	mentions(line.split(' '), names.map(person)).map(({ from, to, people }) => [
		from,
		to,
		people.map(({ name }) => name)
	]);

test('each person named in a line is found, with the words that name them', () => {
	expect(named('Ask @jonas and @Ana Lima today', 'Jonas Brandt', 'Ana Lima')).toEqual([
		[1, 2, ['Jonas Brandt']],
		[3, 5, ['Ana Lima']]
	]);
});

test('somebody called by a name is meant before somebody with those initials', () => {
	expect(named('@jo', 'Jo', 'Jonas Olsen')).toEqual([[0, 1, ['Jo']]]);
	expect(named('@jo', 'Jonas Olsen')).toEqual([[0, 1, ['Jonas Olsen']]]);
});

test('a name of punctuation, or an @ alone, names nobody', () => {
	expect(named('@ @... @@', '...', 'Jonas Brandt')).toEqual([]);
});

test('two people of one name are both meant', () => {
	expect(named('@Sam Lee', 'Sam Lee', 'sam lee')).toEqual([[0, 2, ['Sam Lee', 'sam lee']]]);
});

test('with nobody in the team, nobody is named', () => {
	expect(named('@jonas')).toEqual([]);
});
