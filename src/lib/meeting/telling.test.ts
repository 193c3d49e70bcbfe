import { expect, test } from 'vitest';
import { stillToTell } from './telling.ts';

const message = (id: string, on: string, teller: string | null = null) => ({
	...{ id, on, teller },
	...{ body: 'Leeds opens in May', audience: 'Operations' }
});
const left = (person: string, told: string[] = []) =>
	stillToTell(
		[
			message('fresh', '2026-11-27'),
			message('a week old', '2026-11-23', 'ada'),
			message('old', '2026-11-01')
		],
		new Set(told),
		person,
		'2026-11-30'
	).map(({ id, isLate }) => [id, isLate]);

test('who was named tells it, and everybody what nobody was named for; a week later it is chased', () => {
	expect(left('ada')).toEqual([
		['fresh', false],
		['a week old', true]
	]);
	expect(left('ben')).toEqual([['fresh', false]]);
});

test('what was told is not asked for again', () => {
	expect(left('ada', ['fresh', 'a week old'])).toEqual([]);
});
