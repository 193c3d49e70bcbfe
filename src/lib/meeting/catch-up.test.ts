import { expect, test } from 'vitest';
import {
	missedMeetings,
	since,
	unanswered,
	type ClosedMeeting,
	type Question
} from './catch-up.ts';

const meeting = (id: string, occursOn: string, more: Partial<ClosedMeeting> = {}) => ({
	...{ id, number: 1, name: 'Weekly', occursOn, closedAt: `${occursOn}T10:00:00.000Z` },
	...{ there: ['ada'], signed: [], ...more }
});
const missed = (person: string, joinedOn = '2020-01-01') =>
	missedMeetings(
		[
			meeting('last', '2026-11-23'),
			meeting('before', '2026-11-16', { signed: ['ben'] }),
			meeting('old', '2026-10-01')
		],
		person,
		joinedOn,
		'2026-11-30'
	).map(({ id }) => id);

test('who was there, has signed off or was not in the team yet has missed nothing', () => {
	expect(missed('ada')).toEqual([]);
	expect(missed('ben')).toEqual(['last']);
	expect(missed('cleo')).toEqual(['before', 'last']);
	expect(missed('cleo', '2026-11-20')).toEqual(['last']);
});

test('a question waits until the person it is for says something about the same line', () => {
	const question = { id: 'q', line: 'a', at: '2026-11-23T10:00:00.000Z' } as Question;
	expect(unanswered([question], [{ line: 'b', at: '2026-11-24' }])).toEqual([question]);
	expect(unanswered([question], [{ line: 'a', at: '2026-11-22' }])).toEqual([question]);
	expect(unanswered([question], [{ line: 'a', at: '2026-11-24' }])).toEqual([]);
});

test('without a visit the last fortnight counts', () => {
	const now = new Date('2026-11-30T10:00:00Z');
	expect(since(undefined, now)).toBe('2026-11-16T10:00:00.000Z');
	expect(since('2026-11-29T10:00:00.000Z', now)).toBe('2026-11-29T10:00:00.000Z');
});
