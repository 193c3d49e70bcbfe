import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MeetingCommands } from '#lib/live/meeting-commands.ts';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { noteLines, removeBlankLines } from '#lib/live/note-lines.ts';
import { Reactive } from '#lib/live/reactive.svelte.ts';
import { capture } from '../capture.ts';
import { endLine, openLastLine } from './line-keys.ts';
import { stampPlugin } from './line-stamps.ts';
import { LineNode } from './line.ts';
import { readAs, turnLine, type TurnKind } from './turn-line.ts';

const schema = getSchema([Document.extend({ content: 'line+' }), Text, LineNode]);
const team = [
	{ id: 'ada', name: 'Ada Byron', title: '', hue: 1, role: 'member' as const, current: true },
	{ id: 'jonas', name: 'Jonas Brandt', title: '', hue: 2, role: 'member' as const, current: true }
];

/** One person's window: a real document and a real editor state, without a screen. */
class Writer {
	readonly doc = new Y.Doc();
	readonly meeting = new MeetingDocument(this.doc);
	readonly fragment = this.meeting.notes('item');
	readonly person: string;
	readonly live;
	state: EditorState;
	#views: { update: () => void }[] = [];

	constructor(person: string) {
		this.person = person;
		const actor = { person, now: () => 1000, newId: () => crypto.randomUUID() };
		const { meeting } = this;
		this.live = {
			items: new Reactive(meeting.items),
			outcomes: new Reactive(meeting.outcomes),
			commands: new MeetingCommands(meeting, actor),
			get progress() {
				return meeting.progress();
			}
		};
		const sync: Plugin = ySyncPlugin(this.fragment);
		const stamps = stampPlugin({ by: person, now: actor.now, newId: actor.newId }, () => {});
		this.state = EditorState.create({ schema, plugins: [stamps, sync] });
		const follow: unknown = sync.spec.view?.(this as never);
		this.#views.push(follow as { update: () => void });
	}

	get view() {
		return this;
	}

	hasFocus = () => false;

	dispatch = (tr: Transaction) => {
		this.state = this.state.apply(tr);
		for (const view of this.#views) view.update();
	};

	get lines() {
		return noteLines(this.fragment);
	}

	type(words: string) {
		this.dispatch(this.state.tr.insertText(words));
	}

	begin() {
		openLastLine(this, this.person);
	}

	place(line: number, offset: number) {
		let at = 0;
		for (let index = 0; index < line; index += 1) at += this.state.doc.child(index).nodeSize;
		const length = this.state.doc.child(line).content.size;
		const position = at + 1 + Math.min(offset, length);
		this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, position)));
	}

	turnFirst(kind: TurnKind) {
		const [line] = this.lines;
		const captured = line && readAs(kind, line.text, team, '2026-11-17');
		if (captured) turnLine(this.live, { ...line, notes: 'item' }, captured);
	}

	enter() {
		endLine(this, (line) => {
			const captured = capture(line.text, team, '2026-11-17');
			if (captured) turnLine(this.live, { ...line, notes: 'item' }, captured);
			return captured !== null;
		});
	}
}

function exchange(one: Writer, other: Writer) {
	Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)));
	Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)));
}

/** Two windows that hear of each other at once. */
function together(): [Writer, Writer] {
	const one = new Writer('ada');
	const other = new Writer('jonas');
	for (const [from, to] of [
		[one, other],
		[other, one]
	] as const)
		from.doc.on('update', (update, origin) => {
			if (origin !== 'other window') Y.applyUpdate(to.doc, update, 'other window');
		});
	return [one, other];
}

describe('lines that two people write at once', () => {
	test('two people who begin in empty notes write two lines', () => {
		const [ada, jonas] = together();
		ada.begin();
		jonas.begin();
		ada.type('From Ada');
		jonas.type('From Jonas');

		expect(ada.lines.map(({ text, author }) => [text, author])).toEqual([
			['From Ada', 'ada'],
			['From Jonas', 'jonas']
		]);
	});

	test('a line that two people turn in the same instant becomes one action', () => {
		const [ada, jonas] = [new Writer('ada'), new Writer('jonas')];
		ada.begin();
		ada.type('Call Acme about the freeze');
		exchange(ada, jonas);
		for (const writer of [ada, jonas]) writer.turnFirst('action');
		exchange(ada, jonas);

		for (const { meeting } of [ada, jonas])
			expect(meeting.outcomes.all().map(({ title }) => title)).toEqual([
				'Call Acme about the freeze'
			]);
	});

	test('one line can become one thing of each kind', () => {
		const [ada] = together();
		ada.begin();
		ada.type('Acme waits');
		for (const kind of ['action', 'risk', 'risk'] as const) ada.turnFirst(kind);

		expect(ada.meeting.outcomes.all().map(({ kind }) => kind)).toEqual(['action', 'risk']);
	});

	test('a line that is split gives two lines with ids of their own, and the first keeps its id', () => {
		const [ada, jonas] = together();
		ada.begin();
		ada.type('Freeze go-lives');
		const id = ada.lines[0]?.id;
		jonas.place(0, 6);
		jonas.enter();

		expect(ada.lines.map(({ text, author }) => [text, author])).toEqual([
			['Freeze', 'ada'],
			[' go-lives', 'jonas']
		]);
		expect(ada.lines[0]?.id).toBe(id);
		expect(ada.lines[1]?.id).not.toBe(id);
	});

	test('Enter before the first word puts a line above, and the words keep their author', () => {
		const [ada, jonas] = together();
		ada.begin();
		ada.type('Freeze');
		const id = ada.lines[0]?.id;
		jonas.place(0, 0);
		jonas.enter();

		expect(ada.lines.map(({ text }) => text)).toEqual(['', 'Freeze']);
		expect(ada.lines[1]?.id).toBe(id);
	});

	test('a copied line gets an id of its own', () => {
		const [ada] = together();
		ada.begin();
		ada.type('Twice');
		const copy = ada.state.doc.firstChild;
		if (copy) ada.dispatch(ada.state.tr.insert(ada.state.doc.content.size, copy));

		expect(new Set(ada.lines.map(({ id }) => id)).size).toBe(2);
	});

	test('a typed outcome is made once, although two editors are open', () => {
		const [ada, jonas] = together();
		ada.begin();
		ada.type('[] Call Acme @jonas due fri');
		ada.enter();
		ada.type('next');

		const outcomes = jonas.live.outcomes.all;
		expect(outcomes).toMatchObject([
			{ kind: 'action', title: 'Call Acme', owner: 'jonas', due: '2026-11-20', segment: 'item' }
		]);
		expect(jonas.lines.map(({ text }) => text)).toEqual(['Call Acme @jonas due fri', 'next']);
		expect(outcomes[0]?.note).toBe(jonas.lines[0]?.id);
	});

	test('a line becomes one outcome of a kind, however often it is asked for', () => {
		const [ada] = together();
		const captured = capture('!Freeze', team, '2026-11-17');
		const line = { id: 'line', text: '!Freeze', notes: 'item' };
		const states = captured && [1, 2, 3].map(() => turnLine(ada.live, line, captured).state);

		expect(states).toEqual(['made', 'already', 'already']);
		expect(ada.live.outcomes.all).toHaveLength(1);
	});

	test('a line that was opened and left empty is taken away, and only by who opened it', () => {
		const [ada, jonas] = together();
		ada.begin();
		ada.type('Kept');
		ada.enter();
		removeBlankLines(jonas.fragment, 'jonas');
		expect(ada.lines).toHaveLength(2);
		removeBlankLines(ada.fragment, 'ada');
		expect(jonas.lines.map(({ text }) => text)).toEqual(['Kept']);
	});

	test('no word is lost when people split and write the same lines apart from each other', () => {
		for (let seed = 1; seed <= 100; seed += 1) {
			const random = randomFrom(seed);
			const ada = new Writer('ada');
			const jonas = new Writer('jonas');
			ada.begin();
			ada.type('alpha bravo charlie delta');
			exchange(ada, jonas);
			const words = ['alpha', 'bravo', 'charlie', 'delta'];
			for (let step = 0; step < 12; step += 1) {
				const writer = random() < 0.5 ? ada : jonas;
				const line = Math.floor(random() * writer.state.doc.childCount);
				const text = writer.state.doc.child(line).textContent;
				const gaps = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index), text.length];
				writer.place(line, gaps[Math.floor(random() * gaps.length)] ?? 0);
				if (random() < 0.5) writer.enter();
				else {
					// Unlike any other from its first letter to its last: an insertion is found by comparing.
					const word = String.fromCharCode(65 + step).repeat(4);
					words.push(word);
					writer.type(` ${word} `);
				}
				if (random() < 0.3) exchange(ada, jonas);
			}
			exchange(ada, jonas);

			const all = ada.lines.map(({ text }) => text).join(' ');
			expect(words.filter((word) => !all.includes(word))).toEqual([]);
			expect(jonas.lines).toEqual(ada.lines);
			expect(new Set(ada.lines.map(({ id }) => id)).size).toBe(ada.lines.length);
		}
	});
});

/** The same numbers for the same seed, so that a failure can be seen again. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
