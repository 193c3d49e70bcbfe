import { expect, test } from 'vitest';
import { challengeOf } from './weekly-challenge.ts';
import type { WeeklyFacts, WeeklyPriority } from './weekly-facts.ts';
import { phasesOf } from './weekly-phases.ts';
import { statusOf } from './weekly-status.ts';
import { summarise } from './weekly-summary.ts';

const today = '2026-11-23';

const priority = (title: string, more: Partial<WeeklyPriority> = {}): WeeklyPriority => ({
	id: title,
	title,
	owner: 'ada',
	call: null,
	milestones: [],
	health: [],
	...more
});
const milestone = (title: string, due: string | null, doneOn: string | null = null) => ({
	title,
	due,
	doneOn
});
const nothing: WeeklyFacts = {
	team: { id: 'team', name: 'Leadership team' },
	people: [
		{ id: 'ada', name: 'Ada Lovelace', isHere: true },
		{ id: 'grace', name: 'Grace Hopper', isHere: true },
		{ id: 'gone', name: 'Gone Away', isHere: false }
	],
	priorities: [],
	actions: [],
	risks: [],
	insights: [],
	meetings: [],
	message: null,
	recall: null
};
const facts = (more: Partial<WeeklyFacts>): WeeklyFacts => ({ ...nothing, ...more });
const summary = (more: Partial<WeeklyFacts>, reader = 'ada') =>
	summarise(facts(more), reader, today, today);
const challenge = (more: Partial<WeeklyFacts>) => challengeOf(facts(more), today)?.title;
const says = { what: 'Open Leeds', why: '', how: ' ', howMuch: '20 sites by June' };

test('each priority says how it stands, and the reader’s own is marked', () => {
	const { priorities } = summary({
		priorities: [
			priority('Uptime', { call: { onTrack: true, on: '2026-11-17' } }),
			priority('Leeds', { owner: 'grace', call: { onTrack: false, on: '2026-11-17' } })
		]
	});
	expect(
		priorities.map(({ title, isMine, owner, status }) => [title, isMine, owner, status])
	).toEqual([
		['Uptime', true, 'Ada Lovelace', 'on'],
		['Leeds', false, 'Grace Hopper', 'off']
	]);
});

test('a late milestone makes a priority a risk, whatever was said in the meeting', () => {
	const called = { owner: 'ada', call: { onTrack: true, on: '2026-11-17' } };
	const of = (...milestones: WeeklyPriority['milestones']) =>
		statusOf({ ...called, milestones }, today);
	expect(of(milestone('Pilot', today)).status).toBe('on');
	expect(of(milestone('Pilot', '2026-11-22', '2026-11-22')).status).toBe('on');
	expect(of(milestone('Pilot', null)).status).toBe('on');
	expect(of(milestone('Pilot', '2026-11-22'), milestone('Sites', '2026-11-20'))).toEqual({
		status: 'risk',
		why: '2 milestones late: Sites, 3 days'
	});
	expect(statusOf({ owner: 'ada', call: null, milestones: [] }, today).status).toBe('none');
});

test('what belonged to somebody who has left belongs to nobody, and shouts', () => {
	const { priorities, challenge, actions } = summary({
		priorities: [priority('Uptime', { owner: 'gone' })],
		actions: [{ title: 'Call', owner: 'gone', due: '2027-01-01' }]
	});
	expect(priorities[0]).toMatchObject({ owner: null, isMine: false, status: 'risk' });
	expect(challenge?.title).toBe('Uptime');
	expect(actions[0]?.owner).toBeNull();
});

test('the key challenge is the worst signal, and among equals the one that waits longest', () => {
	const late = (title: string, due: string) => ({ title, owner: 'ada', due });
	const actions = [late('Call', '2026-11-22'), late('Write', '2026-11-20')];
	expect(challenge({})).toBe('No priority is active');
	const priorities = [priority('Uptime')];
	expect(challenge({ priorities })).toBeUndefined();
	expect(challenge({ priorities, actions: [{ title: 'Ask', owner: null, due: null }] })).toBe(
		'Ask'
	);
	expect(challenge({ priorities, actions })).toBe('Write');
	const grave = { title: 'Strike', priority: 'Uptime', owner: 'ada', likelihood: 2, impact: 3 };
	const risks = [{ ...grave, reviewOn: '2026-11-20' }];
	expect(challenge({ priorities, actions, risks })).toBe('Strike');
	expect(challenge({ priorities, actions, risks: [{ ...grave, reviewOn: today }] })).toBe('Write');
	const slow = priority('Uptime', { milestones: [milestone('Pilot', '2026-11-20')] });
	expect(challenge({ priorities: [slow], actions, risks })).toBe('Pilot');
	const off = priority('Leeds', { call: { onTrack: false, on: '2026-11-17' } });
	expect(challenge({ priorities: [slow, off], actions, risks })).toBe('Leeds');
	expect(challenge({ priorities: [slow, off, priority('Hire', { owner: null })], risks })).toBe(
		'Hire'
	);
	// A year late is still of its kind.
	expect(challenge({ priorities: [off], actions: [late('Old', '2025-11-01')] })).toBe('Leeds');
});

test('actions that need attention are late, due this week, without owner or without date', () => {
	const of = (title: string, owner: string | null, due: string | null) => ({ title, owner, due });
	const { actions, moreActions } = summary({
		actions: [
			of('later', 'ada', '2026-11-30'),
			of('this week', 'grace', '2026-11-29'),
			of('late', 'grace', '2026-11-20'),
			of('mine', 'ada', '2026-11-27'),
			of('nobody’s', null, '2026-12-24'),
			of('undated', 'grace', null)
		]
	});
	expect(actions.map(({ title, due }) => `${title}: ${due}`)).toEqual([
		'mine: Fri 27 Nov',
		'late: 3 days late',
		'this week: Sun 29 Nov',
		'nobody’s: Thu 24 Dec',
		'undated: No date'
	]);
	expect(moreActions).toBe(0);
	const many = Array.from({ length: 11 }, (_, n) => of(`n${n}`, 'ada', '2026-11-20'));
	expect(summary({ actions: many })).toMatchObject({ moreActions: 3 });
});

test('risks are named when their review is due, or when they are grave and nobody reviews them', () => {
	const risk = (title: string, grade: [number, number], reviewOn: string | null) => ({
		title,
		priority: 'Uptime',
		likelihood: grade[0],
		impact: grade[1],
		owner: 'ada',
		reviewOn
	});
	const { risks } = summary({
		risks: [
			risk('soon', [1, 2], '2026-11-30'),
			risk('later', [3, 3], '2026-12-01'),
			risk('small', [1, 3], null),
			risk('grave', [3, 2], null)
		]
	});
	expect(risks.map(({ title, due }) => `${title}: ${due}`)).toEqual([
		'grave: No review date',
		'soon: Mon 30 Nov'
	]);
});

test('the four phases count what the team has done, and say so where there is nothing to count', () => {
	expect(phasesOf(nothing).map(({ name, share }) => [name, share])).toEqual([
		['Learn', null],
		['Align', null],
		['Focus', null],
		['Execute', null]
	]);
	const answer = (person: string, what: string) => ({ person, ...says, what, howMuch: '' });
	const phases = phasesOf(
		facts({
			meetings: [
				{ on: '2026-11-17', insights: 2 },
				{ on: '2026-11-10', insights: 0 }
			],
			message: says,
			recall: {
				on: '2026-11-17',
				message: { ...says, howMuch: '' },
				answers: [answer('ada', 'Open Leeds'), answer('grace', 'Sell robots')]
			},
			priorities: [
				priority('Uptime', {
					milestones: [milestone('Pilot', null, '2026-11-20'), milestone('Sites', null)]
				}),
				priority('Leeds', { owner: null })
			]
		})
	);
	expect(phases).toEqual([
		{ name: 'Learn', share: 0.5, words: '1 of the last 2 meetings kept an insight.' },
		{ name: 'Align', share: 0.5, words: '1 of 2 leaders recalled the message.' },
		{ name: 'Focus', share: 0.5, words: '1 of 2 priorities have an owner.' },
		{ name: 'Execute', share: 0.5, words: '1 of 2 milestones done.' }
	]);
});

test('the message keeps what it says and leaves out what it does not', () => {
	expect(summary({ message: says }).message).toEqual([
		{ question: 'What', answer: 'Open Leeds' },
		{ question: 'How much', answer: '20 sites by June' }
	]);
});

test('the headline counts what is wrong, and a team that has begun nothing has nothing to tell', () => {
	expect(summary({}).isEmpty).toBe(true);
	expect(summary({ message: says }).isEmpty).toBe(false);
	expect(summary({}).headline).toBe('no priority is active');
	expect(summary({ priorities: [priority('Uptime')] }).headline).toBe('nothing is late');
	const off = priority('Leeds', { call: { onTrack: false, on: '2026-11-17' } });
	const actions = [{ title: 'Call', owner: 'ada', due: '2026-11-20' }];
	const unowned = priority('Hire', { owner: null });
	expect(summary({ priorities: [off, unowned], actions }).headline).toBe(
		'1 off track, 1 at risk, 1 action late'
	);
});

test('a health score is told with the one before it, and not at all before the first', () => {
	const health = (...scores: (number | null)[]) =>
		summary({
			priorities: [
				priority('Uptime', { health: scores.map((score) => ({ week: '2026-11-16', score })) })
			]
		}).priorities[0]?.health;
	expect(health()).toBeNull();
	expect(health(null, 50)).toBeNull();
	expect(health(62)).toEqual({ score: 62, was: null });
	expect(health(62, 50)).toEqual({ score: 62, was: 50 });
});
