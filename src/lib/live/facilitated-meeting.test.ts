import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { meetingView } from '#lib/facilitator/meeting-view.ts';
import { notice } from '#lib/facilitator/notice.ts';
import { ruleKinds, type Suggestion } from '#lib/facilitator/suggestion.ts';
import { byOrder } from '#lib/meeting/agenda.ts';
import { defaultFormat } from '#lib/meeting/formats.ts';
import type { RoomRows } from '#lib/meeting/room-rows.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { MeetingCommands } from './meeting-commands.ts';
import { MeetingDocument } from './meeting-document.ts';
import { appendLine, noteLines } from './note-lines.ts';

const startsAt = Date.parse('2026-11-24T09:00:00Z');
const people = ['Ada Lovelace', 'Grace Hopper', 'Jonas Berg'].map((name) => ({
	id: name.split(' ')[0]!.toLowerCase(),
	name,
	title: '',
	hue: 1,
	role: 'member' as const,
	current: true
}));
type Remembered = Parameters<typeof meetingView>[1];
const nothing: Remembered = {
	people,
	actions: [],
	history: { items: [], decisions: [] },
	offers: [],
	paces: [],
	nominations: [],
	metrics: []
};

/** A meeting on a clock of its own, with its real document and commands, and what the rules say of it. */
class Rehearsal {
	readonly document = new MeetingDocument(new Y.Doc());
	now = startsAt;
	readonly said = new Map<string, Suggestion>();
	#ids = 0;
	#rows: Remembered;

	constructor(rows: Remembered) {
		this.#rows = rows;
		this.as('ada').useAgenda(defaultFormat.steps);
	}

	as(person: string): MeetingCommands {
		return new MeetingCommands(this.document, {
			person,
			now: () => this.now,
			newId: () => this.id()
		});
	}

	id(): string {
		this.#ids += 1;
		return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
	}

	segment(title: string): string {
		return this.document.segments.all().find((one) => one.title === title)?.id ?? '';
	}

	enter(title: string): void {
		this.as('ada').enter(this.document.progress().segment?.id ?? null, this.segment(title));
	}

	write(of: string, person: string, text: string): void {
		appendLine(this.document.notes(of), { id: this.id(), by: person, at: this.now, text });
	}

	/** Lets time pass; the facilitator looks every half minute, as it does in the room. */
	pass(count: number): void {
		const until = this.now + minutes(count);
		while (this.now < until) {
			this.now = Math.min(until, this.now + minutes(0.5));
			this.look();
		}
	}

	look(): void {
		const { document } = this;
		const places = [...document.segments.all(), ...document.items.all()];
		const view = meetingView(
			{
				course: {
					segments: document.segments.all().toSorted(byOrder),
					items: document.items.all().toSorted(byOrder),
					progress: document.progress(),
					startsAt,
					endsAt: startsAt + minutes(defaultFormat.minutes)
				},
				outcomes: document.outcomes.all(),
				lines: places.flatMap(({ id: of }) =>
					noteLines(document.notes(of)).map((line) => ({ ...line, of }))
				),
				votes: document.votes.all().keys(),
				present: new Set(people.map(({ id }) => id))
			},
			this.#rows,
			'2026-11-24'
		);
		for (const suggestion of notice(view, this.now)) this.said.set(suggestion.key, suggestion);
	}
}

const review = (meeting: string, at: number) => ({ meeting, done: false, at });
const action = (id: string, title: string, count = 0) => ({
	id,
	title,
	owner: 'jonas',
	due: '2026-11-24',
	doneAt: null,
	isSealed: false,
	serves: null,
	reviews: Array.from({ length: count }, (_, at) => review(`m${at}`, at))
});

test('facilitated by rules alone, a meeting that goes wrong is helped with each kind there is', () => {
	const metric = aMetric({ id: 'm', name: 'Churn' });
	const meeting = new Rehearsal({
		...nothing,
		actions: [
			action('undone', 'Call procurement', 2),
			...Array.from({ length: 10 }, (_, at) => action(`a${at}`, `Visit site ${at}`))
		],
		history: {
			items: [
				{
					id: 'e1',
					text: 'Uptime fell at the sites on firmware 3.8',
					on: '2026-10-06',
					outcome: 'two visits were promised'
				},
				{ id: 'e2', text: 'Night cover in Tilburg', on: '2026-09-01', outcome: '' }
			],
			decisions: [
				{ id: 'd1', text: 'Freeze visits to Havenport until firmware 4', on: '2026-11-03' },
				{ id: 'd2', text: 'Two executive visits for each pilot', on: '2026-11-10' },
				{ id: 'd3', text: 'Cap overtime at two nights a week', on: '2026-11-10' }
			]
		},
		paces: Array.from({ length: 3 }, () => ({ title: 'Hot items', minutes: 41 })),
		nominations: [
			{ metric: 'm', kind: 'hot', reasons: [{ rule: 'red', words: '4 % misses max 2 %.' }] }
		],
		metrics: [{ metric } as RoomRows['metrics'][number]]
	});
	meeting.look();
	const ada = meeting.as('ada');
	ada.start();
	meeting.pass(5);
	meeting.enter('Scorecard');
	meeting.pass(16);
	// The priorities and the message are jumped over.
	meeting.enter('Actions review');
	meeting.pass(4);
	meeting.enter('Hot items');
	const uptime = ada.raise({ title: 'Uptime is down at sites with firmware 3.8' });
	meeting.as('grace').raise({ title: 'Start visits to Havenport before firmware 4?' });
	ada.openItem(uptime);
	for (let at = 0; at < 8; at += 1) meeting.write(uptime, 'ada', `Site ${at} is down`);
	for (let at = 0; at < 8; at += 1) meeting.write(uptime, 'grace', `Firmware ${at}`);
	meeting.write(uptime, 'grace', 'Jonas will call the two pilots');
	meeting.pass(3);
	ada.capture({ kind: 'decision', title: 'Improve morale' });
	ada.capture({ kind: 'action', title: 'We call the sites' });
	ada.capture({ kind: 'action', title: 'Visit Brixholm', owner: 'jonas', due: '2026-12-01' });
	for (let at = 0; at < 9; at += 1)
		meeting.write(meeting.segment('Wrap-up'), at % 2 ? 'ada' : 'grace', `We tell team ${at}`);
	meeting.pass(8);

	const kinds = new Set([...meeting.said.values()].map(({ kind }) => kind));
	expect(ruleKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
	// Each is of use: it says why, and cites something or can be done.
	for (const suggestion of meeting.said.values()) {
		expect(suggestion.why, suggestion.words).toMatch(/[.?]$/u);
		expect(suggestion.cites.length + suggestion.effects.length).toBeGreaterThan(
			suggestion.kind === 'quiet voice' ? -1 : 0
		);
	}
	// The time of a box is said at three quarters to the chair, then to all.
	const scorecard = [...meeting.said.values()].filter(({ key }) =>
		key.startsWith(`time ${meeting.segment('Scorecard')}`)
	);
	expect(scorecard.map(({ audience }) => audience)).toEqual(['chair', 'room']);
});

test('a clean meeting is told nothing at all', () => {
	const meeting = new Rehearsal({
		...nothing,
		actions: [{ ...action('a', 'Call procurement'), doneAt: startsAt - minutes(60) }],
		paces: [29, 31, 30].map((took) => ({ title: 'Hot items', minutes: took })),
		history: {
			items: [{ id: 'e', text: 'Hire a head of service', on: '2026-10-06', outcome: 'Hired' }],
			decisions: [{ id: 'd', text: 'Two night leads a site', on: '2026-10-06' }]
		}
	});
	meeting.look();
	const ada = meeting.as('ada');
	ada.start();
	meeting.pass(3.5);
	for (const [title, took] of [
		['Scorecard', 11],
		['Priorities & OKRs', 11],
		['Leadership message', 3.5],
		['Actions review', 7]
	] as const) {
		meeting.enter(title);
		for (const { id } of people) meeting.write(meeting.segment(title), id, 'On track, no change');
		meeting.pass(took);
	}
	const item = ada.raise({
		title: 'Pilots wait for a signature',
		question: 'Start without it, or wait until January?',
		minutes: 12
	});
	meeting.enter('Hot items');
	ada.openItem(item);
	for (const { id } of people) meeting.write(item, id, 'The contract is with their legal team');
	meeting.pass(5.5);
	ada.capture({ kind: 'decision', title: 'Start both pilots on 7 December without it' });
	ada.capture({ kind: 'action', title: 'Tell both pilots', owner: 'grace', due: '2026-11-27' });
	meeting.pass(3);
	ada.leaveItem(item, 'resolved');
	meeting.pass(1);
	meeting.enter('Wrap-up');
	meeting.pass(7);
	expect([...meeting.said.values()].map(({ words, why }) => `${words}: ${why}`)).toEqual([]);
});
