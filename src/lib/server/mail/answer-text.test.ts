import { expect, test } from 'vitest';
import { answerIn } from './answer-text.ts';
import { answerAbove } from './letter.ts';

const quoted = `> -- ${answerAbove} --\n>\n> Leadership team\n> Ada wrote to you`;

test.each([
	['Thunderbird', `The one in Leeds.\n\nOn 24/11/2026 10:31, Drumbeat wrote:\n${quoted}`],
	[
		'Gmail, whose introduction breaks',
		`The one in Leeds.\n\nOn Tue, 24 Nov 2026 at 10:31, Drumbeat <\nreplies+abc@drumbeat.example> wrote:\n\n${quoted}`
	],
	['German', `The one in Leeds.\r\n\r\nAm 24.11.2026 um 10:31 schrieb Drumbeat:\r\n${quoted}`],
	[
		'Outlook',
		`The one in Leeds.\n\n________________________________\nFrom: Drumbeat <replies@drumbeat.example>\nSent: Tuesday, 24 November 2026 10:31\nTo: Grace\nSubject: Ada wrote to you\n\n-- ${answerAbove} --\n\nLeadership team`
	],
	[
		'a language nobody listed',
		`The one in Leeds.\n\n2026. november 24., 10:31 Drumbeat írta:\n\n${quoted}`
	],
	[
		'a marker that was broken over two lines',
		`The one in Leeds.\n\nOn Tuesday Drumbeat wrote:\n> -- Answer above this line, and your words\n> become a comment. --\n> Ada`
	],
	['a signature', `The one in Leeds.\n\n-- \nGrace Hopper\nCOO, Northwind\n\n${quoted}`],
	['no quote at all', 'The one in Leeds.'],
	['a phone', 'The one in Leeds.\n\nSent from my iPhone\n']
])('an answer is what was written above the quote: %s', (_program, text) => {
	expect(answerIn(text)).toBe('The one in Leeds.');
});

test('paragraphs, and a sentence that ends in a colon, stay', () => {
	expect(answerIn(`Two banks:\n\nLeeds and York.\n\nOn Tuesday Drumbeat wrote:\n${quoted}`)).toBe(
		'Two banks:\n\nLeeds and York.'
	);
});

test('whoever only quotes says nothing', () => {
	expect(answerIn(`On Tuesday Drumbeat wrote:\n${quoted}`)).toBe('');
	expect(answerIn('')).toBe('');
});

test('a mail made to keep the parser busy is read at once', () => {
	expect(answerIn(`On ${'a '.repeat(500_000)}wrote`).length).toBeLessThan(20_001);
	expect(answerIn(`${'> '.repeat(500_000)}`)).toBe('');
});
