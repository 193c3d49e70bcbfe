import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessKind } from './note-kind.ts';

const people = ['Jonas Berg', 'Jonas', 'Ada', 'Head of Sales'];
const kindOf = (line: string) => guessKind(line, people)?.kind;

describe('a line reads as', () => {
	test.each([
		'Jonas will call the two pilots before Friday',
		'@Ada to send the loss report',
		'- Jonas and Ada need to agree on the access window',
		'Head of Sales must bring the forecast',
		'I will ask procurement',
		'Somebody should tell the customer'
	])('an action: %s', (line) => expect(kindOf(line)).toBe('action'));

	test.each([
		'We decided to stop the December pilot',
		'Agreed on two night leads a site',
		'The price list will stay as it is',
		'Firmware 4 must only go to the four worst sites',
		'We go with the second supplier'
	])('a decision: %s', (line) => expect(kindOf(line)).toBe('decision'));

	test.each([
		'Whether to open Tilburg before Christmas',
		'Do we need a second field engineer?',
		'Access windows are too late for the peak season',
		'Nobody knows what a visit costs',
		'Jonas cannot reach the customer',
		'Gateways fail before their window'
	])('a hot item: %s', (line) => expect(kindOf(line)).toBe('hot item'));

	test.each([
		'Ada presented the loss report',
		'Jonas discussed what the remote should include',
		'Uptime 98.4 %',
		'Ok',
		'',
		'Thanks to everybody who helped in Tilburg'
	])('nothing in particular: %s', (line) => expect(kindOf(line)).toBeUndefined());
});

test('it quotes the words that say so', () => {
	expect(guessKind('Jonas will call them', people)?.because).toBe('Jonas will');
	expect(guessKind("We don't know what it costs", people)?.because).toBe('don’t know');
});

test('names are names, whatever characters they have', () => {
	expect(guessKind('J. (Jo) will call them', ['J. (Jo)'])?.kind).toBe('action');
	expect(guessKind('Jxx(Jo) will call them', ['J.+(Jo)'])?.kind).not.toBe('action');
});

test('no line breaks it, nor takes long', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 3000 }),
			fc.array(fc.string()),
			(line, names) => {
				const found = guessKind(line, names);
				expect(found?.because).not.toBe('');
			}
		),
		{ seed: 7 }
	);
	const long = `${'Jonas and '.repeat(20_000)}Ada will call`;
	expect(['action', undefined]).toContain(kindOf(long));
});
