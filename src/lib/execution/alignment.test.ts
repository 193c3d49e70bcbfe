import { expect, test } from 'vitest';
import { action, aPriority, measure, milestone, risk } from './a-carried-priority.ts';
import { alignmentOf, carriesAnything } from './alignment.ts';

const people = [
	{ id: 'jb', title: 'VP customer success' },
	{ id: 'ab', title: 'Chief people officer' },
	{ id: 'th', title: 'Chief revenue officer' },
	{ id: 'sw', title: 'Facilitator' }
];

test('each sees what they carry in each priority, and an empty department is seen', () => {
	const centre = aPriority({
		id: 'centre',
		owner: 'jb',
		parts: [{ person: 'ab', part: 'responsible' }],
		milestones: [milestone({ owner: 'ab' }), milestone({ owner: 'ab', done: '2026-11-02' })],
		actions: [action({ owner: 'jb' }), action({ owner: 'jb', doneAt: '2026-11-02T09:00:00Z' })],
		risks: [risk({ owner: 'ab' }), risk({ owner: 'ab', closedOn: '2026-11-02' })],
		gaps: [measure([1], { owner: 'th' })]
	});
	const seats = alignmentOf([centre], people);
	expect(seats.map(({ name, lines }) => [name, lines.map(({ person }) => person)])).toEqual([
		['Sales', ['th']],
		['Operations', []],
		['Finance', []],
		['Customer Success', ['jb']],
		['HR', ['ab']],
		['Others', ['sw']]
	]);
	const of = (person: string) =>
		seats.flatMap(({ lines }) => lines).find((line) => line.person === person)?.carries[0];
	expect(of('jb')).toMatchObject({ part: 'accountable', actions: 1, milestones: 0 });
	expect(of('ab')).toMatchObject({ part: 'responsible', milestones: 1, risks: 1 });
	expect(of('th')).toMatchObject({ part: null, measures: 1 });
	expect(['jb', 'ab', 'th', 'sw'].map((one) => carriesAnything(of(one)!))).toEqual([
		true,
		true,
		true,
		false
	]);
});
