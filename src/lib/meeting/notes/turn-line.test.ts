import { expect, test } from 'vitest';
import { isoDay, readAs, withoutMark } from './turn-line.ts';

const team = [
	{ id: 'jonas', name: 'Jonas Brandt', title: '', hue: 2, role: 'member' as const, current: true }
];
const today = '2026-11-17';

test.each([
	['[] Call Acme @jonas due fri', 'Call Acme @jonas due fri'],
	['- [ ] Call Acme', 'Call Acme'],
	['!Freeze', 'Freeze'],
	['#decision: Freeze', 'Freeze'],
	['? Why are we late', 'Why are we late'],
	['i: four sites', 'four sites'],
	['/r Leads unsigned', 'Leads unsigned']
])('%s leaves readable words in the line', (typed, readable) => {
	expect(withoutMark(typed)).toBe(readable);
});

test('a line turned by a key is read for an owner and a date too', () => {
	expect(readAs('action', 'Call Acme @jonas due fri', team, today)).toMatchObject({
		kind: 'action',
		title: 'Call Acme',
		owner: { id: 'jonas' },
		due: '2026-11-20'
	});
});

test('the key counts, whatever the line was typed as', () => {
	expect(readAs('risk', '!Freeze', team, today)).toMatchObject({ kind: 'risk', title: 'Freeze' });
});

test('a line without words becomes nothing', () => {
	expect(readAs('decision', '   ', team, today)).toBeNull();
});

test('today is the day where the reader is', () => {
	expect(isoDay(new Date(2026, 10, 7, 23, 59).getTime())).toBe('2026-11-07');
});
