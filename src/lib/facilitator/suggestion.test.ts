import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { progress, type MeetingEvent } from '#lib/meeting/progress.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { looseActions, overloadedOwners } from './loose-actions.ts';
import { outcomesInNotes } from './note-outcomes.ts';
import { offTheItem } from './off-the-item.ts';
import { quietVoices } from './quiet-voices.ts';
import { decidedBefore, saidBefore, undoneAgain } from './repeats.ts';
import { isOfNoUse, mostAtOnce, openSuggestions, type Suggestion } from './suggestion.ts';
import { nudge } from './time-is-running.ts';

describe('what is still to be said', () => {
	const suggestion = (key: string, kind: Suggestion['kind'] = 'loose action'): Suggestion => ({
		key,
		kind,
		audience: 'room',
		words: key,
		why: '',
		cites: [],
		effects: []
	});
	const answer = { answer: 'dismissed', by: 'ada', at: 0 } as const;

	test('what was answered stays answered, what is off is not said, and nothing twice', () => {
		const all = [suggestion('a'), suggestion('a'), suggestion('b'), suggestion('c', 'quiet voice')];
		const open = openSuggestions(all, new Map([['b', answer]]), new Set(['quiet voice']));
		expect(open.map(({ key }) => key)).toEqual(['a']);
	});

	test('in whatever order it is noticed, it is said in one, and never more than a few', () => {
		const all = ['f', 'd', 'b', 'a', 'c', 'e'].map((key) => suggestion(key));
		const first = openSuggestions(all, new Map());
		expect(first).toHaveLength(mostAtOnce);
		expect(openSuggestions(all.toReversed(), new Map())).toEqual(first);
		const time = suggestion('z', 'time is running');
		expect(openSuggestions([...all, time], new Map())[0]).toBe(time);
	});

	test('a kind that hardly anybody takes up turns itself off, and not before thirty showings', () => {
		const answers = (accepted: number, all: number) =>
			Array.from({ length: all }, (_, at) =>
				at < accepted ? ('accepted' as const) : at % 2 ? ('dismissed' as const) : ('shown' as const)
			);
		expect(isOfNoUse(answers(0, 29))).toBe(false);
		expect(isOfNoUse(answers(5, 30))).toBe(true);
		expect(isOfNoUse(answers(6, 30))).toBe(false);
		// What was liked long ago says nothing of today.
		expect(isOfNoUse(answers(20, 60))).toBe(true);
	});
});

describe('a timebox', () => {
	const said = (at: number, more: MeetingEvent[] = []) => {
		const events: MeetingEvent[] = [{ type: 'started', at: 0, by: 'ada', segment: 's' }, ...more];
		const course = progress(events, () => minutes(20));
		const total = minutes(20) + (course.granted.s ?? 0);
		return nudge(
			{ id: 's', title: 'Uptime', isItem: false },
			total,
			undefined,
			course,
			minutes(at)
		);
	};

	test('is mentioned to the chair at three quarters, to all at its end and a fifth beyond', () => {
		expect(said(14)).toEqual([]);
		expect(said(15)[0]).toMatchObject({
			audience: 'chair',
			why: '5 min are left of the 20 min it was given.'
		});
		expect(said(20)[0]).toMatchObject({ audience: 'room' });
		expect(said(23)[0]?.key).toBe(said(20)[0]?.key);
		expect(said(24)[0]?.key).not.toBe(said(20)[0]?.key);
	});

	test('that was given more time is spoken of anew, and one that stands still is not', () => {
		const more: MeetingEvent = {
			type: 'extended',
			target: 's',
			by_ms: minutes(10),
			at: minutes(20),
			by: 'ada'
		};
		expect(said(21, [more])).toEqual([]);
		expect(said(30, [more])[0]?.audience).toBe('room');
		const pause: MeetingEvent = { type: 'paused', at: minutes(19), by: 'ada' };
		expect(said(40, [pause])).toEqual([]);
	});

	test('of a hot item can be parked', () => {
		const events: MeetingEvent[] = [
			{ type: 'started', at: 0, by: 'ada', segment: 's' },
			{ type: 'item opened', from: null, item: 'i', at: 0, by: 'ada' }
		];
		const course = progress(events, (id) => minutes(id === 'i' ? 8 : 45));
		const box = { id: 'i', title: 'Uptime', isItem: true };
		const next = { id: 'j', title: 'Pilots' };
		const [found] = nudge(box, minutes(8), next, course, minutes(9));
		expect(found?.effects.map(({ words }) => words)).toEqual([
			'3 min more',
			'Park it',
			'Decide it',
			'Go on to Pilots'
		]);
	});
});

describe('quiet voices', () => {
	const voices = (...acts: number[]) =>
		acts.map((acts, at) => ({ person: `${at}`, name: `P${at}`, acts }));

	test('whoever is heard far less than the others is somebody to ask', () => {
		expect(quietVoices(voices(20, 15, 18, 3)).map(({ words }) => words)).toEqual([
			'Ask P3 what they think'
		]);
		expect(quietVoices(voices(20, 15, 18, 12))).toEqual([]);
	});

	test('nobody is named early, in a room of two, or when one talks for all', () => {
		expect(quietVoices(voices(4, 3, 4, 0))).toEqual([]);
		expect(quietVoices(voices(90, 0))).toEqual([]);
		expect(quietVoices(voices(90, 1, 1, 1))).toEqual([]);
	});

	test('it says nothing of how much anybody said, and only to the chair', () => {
		const [found] = quietVoices(voices(20, 15, 18, 3));
		expect(found?.audience).toBe('chair');
		expect(found?.why).not.toMatch(/\d%|\d+ of/u);
	});
});

describe('actions', () => {
	const action = (title: string, more: Partial<Outcome> = {}): Outcome => ({
		id: title,
		kind: 'action',
		title,
		owner: null,
		due: null,
		by: null,
		at: 0,
		segment: null,
		item: null,
		note: null,
		serves: null,
		...more
	});
	const loose = (one: Outcome) =>
		looseActions([one], (person) => person === 'ada', '2026-11-24')[0];

	test('without an owner, owned by a group or undated are asked about', () => {
		expect(loose(action('Call Acme'))?.why).toBe('It has no owner, and it has no date.');
		expect(loose(action('We call Acme', { due: '2026-12-01' }))?.why).toBe('“We” names nobody.');
		expect(loose(action('Call Acme', { owner: 'ada' }))?.words).toBe('By when: Call Acme?');
		expect(loose(action('Call Acme', { owner: 'gone', due: '2026-12-01' }))?.why).toBe(
			'Its owner has left the team.'
		);
		expect(loose(action('Ada and Jonas call Acme', { due: '2026-12-01' }))?.why).toBe(
			'What two people own, neither does.'
		);
		expect(loose(action('Call Acme', { owner: 'ada', due: '2026-11-23' }))?.why).toBe(
			'Its date has gone by.'
		);
		expect(loose(action('Call Acme', { owner: 'ada', due: '2026-12-01' }))).toBeUndefined();
		expect(loose(action('Weather', { kind: 'decision' }))).toBeUndefined();
	});

	test('are too many for one person from the eleventh on, counting those of before', () => {
		const people = [{ id: 'ada', name: 'Ada', openActions: 9 }];
		const given = [action('One', { owner: 'ada' }), action('Two', { owner: 'ada' })];
		expect(overloadedOwners(given, people)[0]?.why).toMatch(/^Ada would have 11 open actions/u);
		expect(overloadedOwners(given.slice(0, 1), people)).toEqual([]);
		expect(overloadedOwners([], [{ ...people[0]!, openActions: 40 }])).toEqual([]);
	});

	test('that came back undone twice are not simply promised again', () => {
		const promise = { id: 'a', title: 'Call Acme', ownerName: 'Ada' };
		expect(undoneAgain([{ ...promise, timesUndone: 1 }], [])).toEqual([]);
		const [found] = undoneAgain([{ ...promise, timesUndone: 2 }], []);
		expect(found?.why).toBe('Ada has brought it back undone 2 times.');
		expect(found?.effects[0]?.effect).toMatchObject({
			does: 'raise',
			title: 'Not done twice: Call Acme'
		});
	});
});

describe('the same matter', () => {
	const item = (title: string, more: Partial<HotItem> = {}): HotItem => ({
		id: 'now',
		title,
		question: '',
		kind: 'hot',
		wants: 'resolution',
		minutes: 8,
		raisedBy: null,
		raisedAt: 0,
		source: '',
		order: 'a',
		state: 'open',
		mergedInto: null,
		metric: null,
		watch: 3,
		continues: null,
		factFinder: null,
		backBy: null,
		serves: null,
		...more
	});
	const earlier = [
		{
			id: 'e1',
			text: 'Uptime fell at the sites on firmware 3.8',
			on: '2026-10-06',
			outcome: 'two visits were promised'
		},
		{ id: 'e2', text: 'Pilots wait for procurement', on: '2026-09-08', outcome: '' },
		{ id: 'e3', text: 'Night cover in Tilburg', on: '2026-09-01', outcome: '' }
	];

	test('again is told with what came of it', () => {
		const [found] = saidBefore([item('Uptime is down at sites with firmware 3.8')], earlier);
		expect(found?.why).toBe('The team had this on 6 October 2026: two visits were promised.');
		expect(found?.cites).toEqual([{ what: 'hot item', id: 'e1', words: earlier[0]!.text }]);
	});

	test('that is openly gone on with, closed, or new is not told', () => {
		const title = 'Uptime is down at sites with firmware 3.8';
		expect(saidBefore([item(title, { continues: 'e1' })], earlier)).toEqual([]);
		expect(saidBefore([item(title, { state: 'resolved' })], earlier)).toEqual([]);
		expect(saidBefore([item('Hire a head of service')], earlier)).toEqual([]);
		expect(saidBefore([item(title)], [])).toEqual([]);
	});

	test('that was decided is not decided again unknowingly', () => {
		const decisions = [
			{ id: 'd1', text: 'Freeze visits to Havenport until firmware 4', on: '2026-11-03' },
			{ id: 'd2', text: 'Two executive visits for each pilot', on: '2026-11-10' },
			{ id: 'd3', text: 'Cap overtime at two nights a week', on: '2026-11-10' }
		];
		const [found] = decidedBefore(
			[item('Start visits to Havenport before firmware 4?')],
			decisions
		);
		expect(found?.cites[0]?.id).toBe('d1');
		expect(found?.why).toContain('3 November 2026');
	});
});

describe('where people write', () => {
	const floor = { id: 'item', title: 'Uptime', since: 0 };
	const titles = (id: string) => ({ actions: 'Actions', item: 'Uptime' })[id];
	const edits = (of: string, count: number, from = 20) =>
		Array.from({ length: count }, (_, at) => ({ of, at: minutes(from) + at * 1000 }));

	test('most of it elsewhere is told to the chair', () => {
		const [found] = offTheItem(
			[...edits('actions', 5), ...edits('item', 2)],
			floor,
			titles,
			minutes(21)
		);
		expect(found).toMatchObject({
			audience: 'chair',
			words: 'Come back to Uptime, or go to Actions'
		});
	});

	test('a few lines, an older drift, or what was being finished is none', () => {
		const off = (all: ReturnType<typeof edits>, now: number, since = 0) =>
			offTheItem(all, { ...floor, since }, titles, minutes(now));
		expect(off(edits('actions', 5), 21)).toEqual([]);
		expect(off([...edits('actions', 5), ...edits('item', 5)], 21)).toEqual([]);
		expect(off(edits('actions', 9), 25)).toEqual([]);
		expect(off(edits('actions', 9), 21, minutes(20))).toEqual([]);
		expect(off(edits('deleted', 9), 21)).toEqual([]);
	});
});

test('a line that reads as an outcome is offered once, with the words that say so', () => {
	const line = (text: string, more = {}) => ({
		id: text,
		text,
		isCaptured: false,
		isStruck: false,
		...more
	});
	const lines = [
		line('Jonas will call the two pilots'),
		line('Ada presented the loss report'),
		line('We decided to stop the pilot', { isCaptured: true }),
		line('Whether to open Tilburg at all', { isStruck: true })
	];
	expect(outcomesInNotes(lines, [{ name: 'Jonas Berg' }])).toMatchObject([
		{ words: 'Keep it as an action: Jonas will call the two pilots', why: 'It says “Jonas will”.' }
	]);
});

test('whatever is written, each line has a suggestion of its own or none', () => {
	fc.assert(
		fc.property(fc.array(fc.string(), { maxLength: 6 }), (texts) => {
			const lines = texts.map((text, at) => ({
				id: `l${at}`,
				text,
				isCaptured: false,
				isStruck: false
			}));
			const keys = outcomesInNotes(lines, [{ name: 'Jonas Berg' }]).map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
		}),
		{ seed: 7 }
	);
});
