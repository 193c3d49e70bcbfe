import { expect, test } from 'vitest';
import type { ActionItem } from '#lib/server/rows/actions.ts';
import { addressOf, filterActions, readActionFilter } from './filter.ts';

const today = '2026-11-30';
const action = (id: string, due: string | null, owner: string | null) =>
	({ id, due, owner }) as ActionItem;
const all = [
	action('late', '2026-11-29', 'ada'),
	action('today', '2026-11-30', 'ben'),
	action('next', '2026-12-07', null),
	action('later', '2026-12-08', 'ada'),
	action('open', null, 'ada')
];
const shown = (asked: string) =>
	filterActions(all, readActionFilter(new URLSearchParams(asked)), today).map(({ id }) => id);

test.each([
	['', ['late', 'today', 'next', 'later', 'open']],
	['due=late', ['late']],
	['due=week', ['today', 'next']],
	['due=none', ['open']],
	['owner=ada&due=late', ['late']],
	['owner=nobody', ['next']],
	['due=constructor', ['late', 'today', 'next', 'later', 'open']]
])('“%s” shows %j', (asked, ids) => {
	expect(shown(asked)).toEqual(ids);
});

test('an address keeps what else is asked for', () => {
	const asked = new URLSearchParams('show=all&due=late&/finish');
	expect(addressOf(asked, { owner: 'ada' })).toBe('?show=all&due=late&owner=ada');
	expect(addressOf(asked, { due: undefined })).toBe('?show=all');
});
