import { expect, test } from 'vitest';
import type { Person } from '#lib/meeting/person.ts';
import { askedIn, type Thread } from './asked.ts';

const person = (id: string, name: string): Person => ({
	id,
	name,
	title: '',
	hue: 1,
	role: 'member',
	current: true
});
const people = [
	person('ada', 'Ada Lovelace'),
	person('grace', 'Grace Hopper'),
	person('alan', 'Alan Turing')
];
const comment = (body: string, more: Partial<Thread> = {}): Thread => ({
	id: 'c',
	by: 'ada',
	at: 1,
	body,
	on: 'howMuch',
	quote: '40%',
	isResolved: false,
	replies: [],
	...more
});
const whoIsAsked = (thread: Thread) => askedIn([thread], people).map((one) => one.person);

test('whoever is named is asked, with the words it is about', () => {
	expect(askedIn([comment('Is it audited, @Alan?')], people)).toEqual([
		{
			thread: 'c',
			person: 'alan',
			by: 'ada',
			at: 1,
			on: 'howMuch',
			quote: '40%',
			body: 'Is it audited, @Alan?'
		}
	]);
	expect(whoIsAsked(comment('@Grace Hopper and @alan: agreed?'))).toEqual(['grace', 'alan']);
});

test('nobody is asked by a name without an @, by one nobody has, or by themselves', () => {
	for (const body of ['Ask Alan', 'alan@example.org knows', 'Is it audited, @Mary?', 'Me: @Ada'])
		expect(whoIsAsked(comment(body))).toEqual([]);
});

test('an answer answers, and a later question asks again', () => {
	const reply = (by: string, at: number, body: string) => ({ id: `r${at}`, by, at, body });
	const asked = comment('Is it audited, @Alan?');
	expect(whoIsAsked({ ...asked, replies: [reply('alan', 2, 'It is.')] })).toEqual([]);
	// Somebody else's words are no answer, and order is that of the clock.
	expect(whoIsAsked({ ...asked, replies: [reply('grace', 2, 'I think so.')] })).toEqual(['alan']);
	const again = [reply('ada', 3, '@Alan, by whom?'), reply('alan', 2, 'It is.')];
	expect(askedIn([{ ...asked, replies: again }], people)).toMatchObject([
		{ person: 'alan', at: 3, body: '@Alan, by whom?' }
	]);
	expect(whoIsAsked({ ...asked, replies: [reply('alan', 2, 'Ask @Grace')] })).toEqual(['grace']);
});

test('a resolved comment asks nobody', () => {
	expect(whoIsAsked(comment('@Alan?', { isResolved: true }))).toEqual([]);
});
