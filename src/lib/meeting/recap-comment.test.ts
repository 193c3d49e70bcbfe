import { expect, test } from 'vitest';
import type { Person } from './person.ts';
import { namedIn, orphans, threads, type RecapComment } from './recap-comment.ts';

const said = (id: string, line: string, lineWords = 'A line') =>
	({ id, line, lineWords, kind: 'note' }) as RecapComment;
const person = (id: string, name: string, current = true) => ({ id, name, current }) as Person;

test('what is said about one line stays together, in its order', () => {
	expect(threads([said('1', 'a'), said('2', 'b'), said('3', 'a')]).get('a')).toHaveLength(2);
});

test('a comment on a line that was deleted stays readable, with the words the line had', () => {
	const comments = [said('1', 'a'), said('2', 'gone', 'We ship in May'), said('3', 'gone')];
	expect(orphans(comments, new Set(['a']))).toEqual([
		{ line: 'gone', words: 'We ship in May', comments: comments.slice(1) }
	]);
});

test('a comment is for those it names, unless two could be meant or they have left', () => {
	const people = [
		person('l', 'Leila Haddad'),
		person('a', 'Ana Lima'),
		person('b', 'Ana Berg'),
		person('x', 'Xavier Past', false)
	];
	expect(namedIn('@Leila, can you? @leila! And @Ana Berg.', people)).toEqual(['l', 'b']);
	expect(namedIn('@Ana and @Xavier', people)).toEqual([]);
});
