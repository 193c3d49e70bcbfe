import { expect, test } from 'vitest';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { progress, type MeetingEvent } from '#lib/meeting/progress.ts';
import type { Segment } from '#lib/meeting/segment.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { aHotItem, anOutcome, aSegment } from './a-meeting.ts';
import { notice, type MeetingView } from './notice.ts';
import { ruleKinds } from './suggestion.ts';

const segments = [aSegment('a items', 'hot-items', 30), aSegment('b wrap-up', 'wrap-up', 10)];
const item = (id: string, title: string) =>
	aHotItem(id, { title, question: 'Stop the rollout, or go on?', raisedBy: 'ada' });
const action = (title: string, more: Partial<Outcome> = {}) =>
	anOutcome('action', { id: title, title, owner: 'ada', due: '2026-12-01', ...more });
const people = ['Ada Lovelace', 'Grace Hopper', 'Jonas Berg'].map((name) => ({
	id: name.split(' ')[0]!.toLowerCase(),
	name,
	openActions: 2
}));
const started: MeetingEvent[] = [
	{ type: 'started', segment: 'a items', at: 0, by: 'ada' },
	{ type: 'item opened', from: null, item: 'i', at: 0, by: 'ada' }
];
const meeting = (more: Partial<MeetingView> = {}, events = started): MeetingView => ({
	progress: progress(events, (id) => minutes(id === 'i' ? 8 : 30)),
	segments,
	items: [item('i', 'Uptime fell at the sites on firmware 3.8')],
	startsAt: 0,
	endsAt: minutes(40),
	outcomes: [],
	lines: [],
	votes: [],
	people,
	present: new Set(['ada', 'grace', 'jonas']),
	memory: { items: [], decisions: [], promises: [] },
	called: [],
	offered: new Set(),
	paces: [],
	today: '2026-11-24',
	...more
});
const kinds = (view: MeetingView, now: number) =>
	new Set(notice(view, now).map(({ kind }) => kind));
const line = (id: string, of: string, text: string, author: string, at: number) => ({
	id,
	of,
	text,
	author,
	at,
	struck: false
});

test('in a meeting that goes well it says nothing', () => {
	const lines = ['ada', 'grace', 'jonas'].flatMap((author, who) =>
		Array.from({ length: 6 }, (_, at) =>
			line(`${author}${at}`, 'i', `Uptime ${who}${at}`, author, minutes(at / 2))
		)
	);
	const outcomes = [action('Ask for two access windows')];
	expect(notice(meeting({ lines, outcomes }), minutes(3.9))).toEqual([]);
});

test('of a meeting where everything goes wrong it says each kind', () => {
	const lines = [
		...Array.from({ length: 9 }, (_, at) =>
			line(`x${at}`, 'b wrap-up', `Thanks ${at}`, at % 2 ? 'ada' : 'grace', minutes(8.5) + at)
		),
		line('y', 'i', 'Jonas will call the two pilots', 'ada', 0),
		...Array.from({ length: 9 }, (_, at) => line(`z${at}`, 'i', `Up ${at}`, 'grace', 0))
	];
	const same = 'Uptime at the sites with firmware 3.8';
	const view = meeting({
		lines,
		outcomes: [action('We call somebody', { owner: null, due: null }), action('Improve morale')],
		called: [{ metric: 'm', title: 'Churn at 4 %', rule: 'red', why: '4 % misses max 2 %.' }],
		people: people.map((one) => ({ ...one, openActions: one.id === 'ada' ? 10 : 0 })),
		memory: {
			items: [
				{ id: 'e', text: same, on: '2026-10-06', outcome: '' },
				{ id: 'f', text: 'Churn', on: '2026-10-06', outcome: '' }
			],
			decisions: [
				{ id: 'd', text: same, on: '2026-10-06' },
				{ id: 'g', text: 'Churn', on: '2026-10-06' }
			],
			promises: []
		}
	});
	const reviewing: Segment[] = [aSegment('a items', 'actions', 30), segments[1]!];
	const promises = [{ id: 'p', title: 'Call Acme', ownerName: 'Ada', timesUndone: 3 }];
	const review = meeting(
		{ segments: reviewing, memory: { items: [], decisions: [], promises } },
		started.slice(0, 1)
	);
	const took = Array.from({ length: 3 }, () => ({ title: 'a items', minutes: 44 }));
	const draft = meeting({ paces: took }, []);
	expect(
		new Set([...kinds(view, minutes(9)), ...kinds(review, minutes(1)), ...kinds(draft, 0)])
	).toEqual(new Set(ruleKinds));
});

test('everybody is told the same, in whatever order their device knows it', () => {
	const view = meeting({
		outcomes: [action('One', { owner: null }), action('Two', { due: null })]
	});
	const reversed = { ...view, outcomes: view.outcomes.toReversed() };
	const keys = (one: MeetingView) => new Set(notice(one, minutes(1)).map(({ key }) => key));
	expect(keys(reversed)).toEqual(keys(view));
});

test('before it has begun, while it is parked and once it is closed it is silent', () => {
	const loose = { outcomes: [action('One', { owner: null })] };
	expect(notice(meeting(loose, []), 0)).toEqual([]);
	const parked: MeetingEvent = { type: 'parked', at: 1, by: null };
	expect(notice(meeting(loose, [...started, parked]), minutes(60))).toEqual([]);
	const closed: MeetingEvent = { type: 'closed', passed: 1, at: 1, by: 'ada' };
	expect(notice(meeting(loose, [...started, closed]), minutes(60))).toEqual([]);
});
