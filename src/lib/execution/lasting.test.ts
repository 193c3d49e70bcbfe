import { expect, test } from 'vitest';
import { aPriority, milestone } from './a-carried-priority.ts';
import { askedToday } from './lasting.ts';

const change = milestone({ title: 'On-call rota', isChange: true, done: '2026-10-23' });
const asked = (today: string, more: Parameters<typeof aPriority>[0] = {}) =>
	askedToday([aPriority({ milestones: [change], ...more })], today).map(({ days }) => days);

test('the owner of a change is asked 30, 60 and 90 days after it was done', () => {
	expect(asked('2026-11-21')).toEqual([]);
	expect(asked('2026-11-22')).toEqual([30]);
	expect(asked('2026-12-22')).toEqual([60]);
	expect(asked('2027-01-21')).toEqual([90]);
	expect(asked('2027-03-01')).toEqual([]);
});

test('who has answered is asked no more, until the next day comes', () => {
	const check = { answer: 'yes', note: '', by: 'jb', at: '2026-11-23T09:00:00Z' } as const;
	const checks = [{ ...check, milestone: change.id, days: 30 as const }];
	expect(asked('2026-11-25', { checks })).toEqual([]);
	expect(asked('2026-12-22', { checks })).toEqual([60]);
});

test('a milestone that is no change is not asked about, a finished priority is', () => {
	const ended = { endedAt: '2026-10-20T15:00:00Z', endedAs: 'finished' } as const;
	const plain = [milestone({ done: '2026-10-20' })];
	expect(asked('2026-11-25', { milestones: plain })).toEqual([]);
	expect(askedToday([aPriority({ ...ended, milestones: plain })], '2026-11-25')).toMatchObject([
		{ milestone: null, owner: 'jb', days: 30, doneOn: '2026-10-20', askedOn: '2026-11-19' }
	]);
	expect(asked('2026-11-25', { ...ended, endedAs: 'parked', milestones: plain })).toEqual([]);
});

test('somebody who owns the milestone is asked, else who answers for the priority', () => {
	const owners = (owner: string | null) =>
		askedToday([aPriority({ milestones: [{ ...change, owner }] })], '2026-11-25').map(
			(one) => one.owner
		);
	expect(owners('ab')).toEqual(['ab']);
	expect(owners(null)).toEqual(['jb']);
});
