import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '#lib/meeting/person.ts';
import { memberCalled, speakersOf } from './speakers.ts';
import { longestFile, longestTurn, mostTurns, readTranscript, type Turn } from './transcript.ts';

function turnsOf(file: string, name?: string): Turn[] {
	const read = readTranscript(file, name);
	if (typeof read === 'string') throw new Error(read);
	return read.turns;
}

describe('what meeting programs write', () => {
	test('WebVTT with voices, notes, styles, names of cues and settings', () => {
		const file = `WEBVTT - Weekly

NOTE made by a program
it goes on

STYLE
::cue { color: red }

intro-1
00:00:01.500 --> 00:00:03.000 align:start
<v Ada Lovelace>We start with <b>churn</b> &amp; uptime.</v>

00:03.000 --> 00:05.000
<v.loud Grace Hopper>I call</v> <v Ada Lovelace>Good.</v>
`;
		expect(readTranscript(file)).toEqual({
			form: 'vtt',
			turns: [
				{ speaker: 'Ada Lovelace', at: 1500, text: 'We start with churn & uptime.' },
				{ speaker: 'Grace Hopper', at: 3000, text: 'I call' },
				{ speaker: 'Ada Lovelace', at: 3000, text: 'Good.' }
			]
		});
	});

	test('SubRip with line ends of Windows, a byte order mark and names before colons', () => {
		const file =
			'\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nAda: We start.\r\n\r\n2\r\n01:00:02,250 --> 01:00:04,000\r\n{\\an8}<i>Grace: I call\r\nHavenport.</i>\r\n';
		expect(readTranscript(file)).toEqual({
			form: 'srt',
			turns: [
				{ speaker: 'Ada', at: 1000, text: 'We start.' },
				{ speaker: 'Grace', at: 3_602_250, text: 'I call Havenport.' }
			]
		});
	});

	test('cues that lack their empty lines are told apart by their times', () => {
		const file =
			'1\n00:00:01,000 --> 00:00:02,000\nAda: One.\n2\n00:00:02,000 --> 00:00:03,000\nGrace: Two.';
		expect(turnsOf(file).map(({ text }) => text)).toEqual(['One.', 'Two.']);
	});

	test.each([
		['a name before each turn', 'Ada Lovelace: We start.\nChurn first.\nGRACE: I call.'],
		[
			'times before names',
			'[00:00:01] Ada Lovelace: We start.\nChurn first.\n[00:01:00] GRACE: I call.'
		],
		[
			'names with times above the words',
			'Ada Lovelace  0:01\nWe start.\nChurn first.\n\nGRACE   1:00\nI call.'
		]
	])('plain text with %s', (_, file) => {
		expect(turnsOf(file).map(({ speaker, text }) => [speaker, text])).toEqual([
			['Ada Lovelace', 'We start. Churn first.'],
			['GRACE', 'I call.']
		]);
	});

	test('a sentence with a colon in it names no speaker', () => {
		expect(turnsOf('Ada: We start.\nOne thing is clear: nobody called.')).toEqual([
			{ speaker: 'Ada', at: null, text: 'We start. One thing is clear: nobody called.' }
		]);
	});

	test('text without any speaker is kept, with nobody speaking', () => {
		expect(turnsOf('we just talked\nand talked')).toEqual([
			{ speaker: '', at: null, text: 'we just talked and talked' }
		]);
	});

	test('what one person says on and on is one turn, until it is too long to cite', () => {
		const cue = (at: number) =>
			`00:00:${String(at).padStart(2, '0')}.000 --> 00:00:59.000\n<v Ada>${'word '.repeat(40)}`;
		const turns = turnsOf(`WEBVTT\n\n${[1, 2, 3, 4].map(cue).join('\n\n')}`);
		expect(turns.map(({ at }) => at)).toEqual([1000, 4000]);
	});
});

describe('files that are none', () => {
	test.each([
		['nothing', '', 'nothing in this file'],
		['a header alone', 'WEBVTT\n\n', 'no cues'],
		['cues without words', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', 'no cues'],
		['bytes', 'PK\u0003\u0004\0\0', 'no text file'],
		['too much', 'a'.repeat(longestFile + 1), 'too long'],
		[
			'too many turns',
			Array.from({ length: mostTurns + 1 }, (_, at) => `Ada ${at}: hm`).join('\n'),
			'turns'
		]
	])('%s is refused in a sentence', (_, file, why) => {
		expect(readTranscript(file)).toContain(why);
	});

	test('whatever the file holds, no turn is empty, too long or marked up, and it ends in time', () => {
		const pieces = fc.constantFrom(
			...[
				'WEBVTT\n',
				'\n\n',
				'00:01.000 --> 00:02.000',
				'99:99:99,999 -->',
				'<v Ada>',
				'<v',
				'>>',
				'Ada: ',
				': ',
				'-->',
				'\r\n',
				'{\\an8}',
				'&lt;',
				'\ufeff',
				'[00:00:01] '
			]
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }))), (parts) => {
				const read = readTranscript(parts.join(''));
				if (typeof read === 'string') return;
				for (const { text, speaker, at } of read.turns) {
					expect(text.length).toBeGreaterThan(0);
					expect(text.length).toBeLessThanOrEqual(longestTurn);
					expect(speaker.length).toBeLessThanOrEqual(120);
					if (at !== null) expect(Number.isSafeInteger(at)).toBe(true);
				}
			}),
			{ numRuns: 300 }
		);
		expect(typeof readTranscript('<'.repeat(longestFile))).not.toBe('number');
		expect(
			typeof readTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v A>'.repeat(50_000)}`)
		).not.toBe('number');
	});
});

describe('who speaks', () => {
	const people = ['Ada Lovelace', 'Grace Hopper', 'Grace Kelly', 'Zoë Núñez'].map(
		(name, at): Person => ({ id: `p${at}`, name, title: '', hue: 1, role: 'member', current: true })
	);

	test.each([
		['Ada Lovelace', 'p0'],
		['ada', 'p0'],
		['LOVELACE', 'p0'],
		['Lovelace, Ada', 'p0'],
		['Ada Lovelace (Guest)', 'p0'],
		['AL', 'p0'],
		['Zoe Nunez', 'p3'],
		['Grace', null],
		['Grace Hopper', 'p1'],
		['Speaker 1', null],
		['', null]
	])('%s is taken for %s', (name, id) => {
		expect(memberCalled(name, people)).toBe(id);
	});

	test('speakers are listed once each, those who say most first', () => {
		const turns = turnsOf('Ada: One.\nGrace: Two.\nAda: Three.');
		expect(speakersOf(turns, people)).toEqual([
			{ name: 'Ada', turns: 2, says: 'One.', suggested: 'p0' },
			{ name: 'Grace', turns: 1, says: 'Two.', suggested: null }
		]);
	});
});
