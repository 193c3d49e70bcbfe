import fc from 'fast-check';
import { expect, test } from 'vitest';
import { History, likeFrom } from './said-before.ts';

const team = [
	'Fleet uptime fell at the four sites on firmware 3.8',
	'Two pilots wait for a signature from procurement',
	'Night cover in Tilburg has no lead for December',
	'Churn of small accounts rose after the price change',
	'Invoices are sent nine days after delivery',
	'The loss report arrives too late to act on',
	'Overtime in December tires the field engineers',
	'Recording spikes come from the microphone connectors'
].map((text, at) => ({ id: `${at}`, text }));
const history = new History(team);
const best = (text: string) => history.like(text)[0]?.id;

test('the same matter in other words is known again', () => {
	expect(best('Uptime is down again at the sites with firmware 3.8')).toBe('0');
	expect(best('Procurement has still not signed the two pilots')).toBe('1');
	expect(best('No lead for night cover in December')).toBe('2');
	expect(best('Invoicing takes nine days from delivery')).toBe('4');
});

test('another matter is not, though it shares a word', () => {
	for (const text of [
		'Hire a head of service',
		'The report for the board needs a new chart',
		'December party: who brings what?',
		'Price of spare parts',
		''
	])
		expect(history.like(text), text).toEqual([]);
});

test('what only says that there is a question says nothing of the matter', () => {
	const asked = new History([
		{ id: 'battery', text: 'The group was not sure whether to use a solar battery' }
	]);
	expect(asked.like('The group was not sure whether to use titanium')).toEqual([]);
});

test('a text is as like itself as can be, and no order of the history changes what is found', () => {
	const words = fc.array(fc.constantFrom('uptime', 'sites', 'pilots', 'price', 'night', 'cover'), {
		minLength: 1,
		maxLength: 8
	});
	fc.assert(
		fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.nat(), (texts, pick) => {
			const said = texts.map((text, at) => ({ id: `${at}`, text: text.join(' ') }));
			const asked = said[pick % said.length]!;
			const found = new History(said).like(asked.text, 0);
			expect(found.find(({ id }) => id === asked.id)?.likeness).toBeCloseTo(1, 9);
			for (const { likeness } of found) expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
			const reversed = new History(said.toReversed()).like(asked.text, 0);
			expect(reversed.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
		}),
		{ seed: 7 }
	);
});

test('no text breaks it', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			fc.array(fc.string(), { maxLength: 5 }),
			(asked, said) => {
				const found = new History(said.map((text, at) => ({ id: `${at}`, text }))).like(asked);
				expect(found.every(({ likeness }) => likeness >= likeFrom)).toBe(true);
			}
		),
		{ seed: 7 }
	);
});
