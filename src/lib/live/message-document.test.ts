import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { longestAnswer } from '#lib/message/message.ts';
import { anchorAt, readAnswer, replaceWords, rewriteAnswer, spanOf } from './answer-text.ts';
import { MessageCommands, unpublishable } from './message-commands.ts';
import { MessageDocument } from './message-document.ts';
import { seedMessage } from './seed-message.ts';

const seed = {
	what: 'We move from robots to picks.',
	why: 'Renewals fell to 81%.\nIf we wait, we lose.',
	how: '',
	howMuch: 'By December 2027: 40% of revenue and best-in-class uptime.'
};
const ids = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

function writers(count: number) {
	let made = 0;
	return Array.from({ length: count }, (_, index) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, seedMessage(seed));
		const message = new MessageDocument(doc);
		const actor = {
			person: ids(900 + index),
			now: () => 1000 + made,
			newId: () => ids((made += 1))
		};
		return { doc, message, commands: new MessageCommands(message, actor) };
	});
}

function meet(people: { doc: Y.Doc }[]) {
	for (const one of people)
		for (const other of people) {
			Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)));
		}
	for (const { doc } of people.slice(1))
		Y.applyUpdate(people[0]!.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(people[0]!.doc)));
}

test('two nodes that begin a message write the very same bytes', () => {
	expect(seedMessage(seed)).toEqual(seedMessage(seed));
	expect(writers(1)[0]!.message.text()).toEqual(seed);
});

test('five people in one sentence lose no word, and end with the same one', () => {
	const people = writers(5);
	people.forEach(({ message }, index) => {
		const fragment = message.answer('what');
		const at = readAnswer(fragment).indexOf('robots');
		replaceWords(fragment, { from: at, to: at }, `word${index} `);
		const end = readAnswer(fragment).length;
		replaceWords(fragment, { from: end, to: end }, ` end${index}`);
	});
	meet(people);
	const [first] = people.map(({ message }) => message.text().what);
	for (const { message } of people) expect(message.text().what).toBe(first);
	for (let index = 0; index < 5; index += 1) {
		expect(first).toContain(`word${index}`);
		expect(first).toContain(`end${index}`);
	}
	expect(first).toMatch(/^We move from .*robots to picks\./u);
});

test('a text becomes any other, whatever lines it has', () => {
	const text = fc
		.array(fc.constantFrom('we', ' ', 'sell', '\n', '40%', 'é', '🤖'), { maxLength: 20 })
		.map((words) => words.join(''));
	fc.assert(
		fc.property(text, text, (one, other) => {
			const fragment = writers(1)[0]!.message.answer('how');
			rewriteAnswer(fragment, one);
			expect(readAnswer(fragment)).toBe(one);
			rewriteAnswer(fragment, other);
			expect(readAnswer(fragment)).toBe(other);
		}),
		{ seed: 20261122 }
	);
});

test('a remark stays with its words, and keeps them as a quote when they are gone', () => {
	const [ada] = writers(1);
	const { message, commands } = ada!;
	const from = seed.why.indexOf('81%');
	const id = commands.comment({ on: 'why', from, to: from + 3 }, 'Audited: 81.4%')!;
	replaceWords(message.answer('why'), { from: 0, to: 0 }, 'Hardware-only. ');
	const comment = message.comments.get(id)!;
	expect(message.placeOf(comment)).toEqual({ from: from + 15, to: from + 18 });
	rewriteAnswer(message.answer('why'), 'Nothing of it.');
	expect(message.placeOf(comment)).toBeUndefined();
	expect(message.comments.get(id)?.quote).toBe('81%');
	expect(spanOf(message.answer('why'), { from: 'x', to: '{"type":7}' }, '')).toBeUndefined();
});

test('a suggestion changes nothing until it is accepted, and then once', () => {
	const [ada, grace] = writers(2);
	const from = seed.howMuch.indexOf('best-in-class uptime');
	const id = ada!.commands.suggest({ on: 'howMuch', from, to: from + 20 }, '99.2% uptime');
	meet([ada!, grace!]);
	expect(grace!.message.text()).toEqual(seed);
	ada!.commands.accept(id);
	grace!.commands.accept(id);
	meet([ada!, grace!]);
	const { message } = ada!;
	for (const event of message.events()) if (event.type === 'accepted') message.accept(event);
	expect(message.text().howMuch).toBe('By December 2027: 40% of revenue and 99.2% uptime.');
	expect(message.rewordings.get(id)?.state).toBe('accepted');
	message.settled(new Set(message.events().map((event) => event.id)));
	expect(message.events()).toEqual([]);
});

test('accepted words never write over what somebody typed there meanwhile', () => {
	const [ada, grace] = writers(2);
	const from = seed.howMuch.indexOf('best-in-class');
	const id = ada!.commands.suggest({ on: 'howMuch', from, to: from + 20 }, '99.2% uptime');
	meet([ada!, grace!]);
	ada!.commands.accept(id);
	const at = readAnswer(grace!.message.answer('howMuch')).indexOf('class');
	replaceWords(grace!.message.answer('howMuch'), { from: at, to: at + 5 }, 'town');
	meet([ada!, grace!]);
	const { message } = grace!;
	for (const event of message.events()) if (event.type === 'accepted') message.accept(event);
	expect(message.text().howMuch).toContain('best-in-town uptime');
	expect(message.rewordings.get(id)?.state).toBe('open');
});

test('two people who take what a rule offers in the same moment get it once', () => {
	const [ada, grace] = writers(2);
	const from = seed.howMuch.indexOf('best-in-class uptime');
	for (const { commands } of [ada!, grace!])
		commands.take({ on: 'howMuch', from, to: from + 20 }, '99.2% uptime');
	meet([ada!, grace!]);
	const { message } = ada!;
	for (const event of message.events()) if (event.type === 'accepted') message.accept(event);
	expect(message.text().howMuch).toBe('By December 2027: 40% of revenue and 99.2% uptime.');
});

test('a message without a word, or with too many, is not published', () => {
	const [ada] = writers(1);
	const { message, commands } = ada!;
	for (const key of ['what', 'why', 'how', 'howMuch'] as const)
		rewriteAnswer(message.answer(key), '');
	expect(commands.publish()).toMatch(/^Write at least one/);
	rewriteAnswer(message.answer('how'), 'a'.repeat(longestAnswer + 1));
	expect(commands.publish()).toMatch(/^How has 4,001 characters/);
	expect(message.events()).toEqual([]);
	expect(unpublishable({ ...seed, how: 'a'.repeat(longestAnswer) })).toBeUndefined();
});

test('a version is called what whoever publishes it says, in one short line', () => {
	const [ada] = writers(1);
	const { message, commands } = ada!;
	for (const name of ['', '  Q4\n offsite ', 'a'.repeat(200)])
		expect(commands.publish(name)).toBeUndefined();
	expect(message.events()).toMatchObject([
		{ name: '' },
		{ name: 'Q4 offsite' },
		{ name: 'a'.repeat(80) }
	]);
});

test('what is no event is not read as one, and goes away', () => {
	const doc = new Y.Doc();
	doc
		.getArray('events')
		.push([7, { type: 'published', at: 1 }, { type: 'closed', at: 2, id: ids(1) }]);
	const message = new MessageDocument(doc);
	expect(message.events()).toEqual([]);
	message.settled(new Set());
	expect(doc.getArray('events').length).toBe(0);
});

test('anchors hold on in the middle of a line and over two', () => {
	const { message } = writers(1)[0]!;
	const fragment = message.answer('why');
	const anchor = anchorAt(fragment, { from: 9, to: 30 });
	expect(spanOf(fragment, anchor, '')).toEqual({ from: 9, to: 30 });
});
