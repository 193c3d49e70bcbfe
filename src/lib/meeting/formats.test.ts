import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { KeptTerms } from '#lib/team/kept-terms.ts';
import { plannedMinutes } from './agenda.ts';
import { defaultFormat, formatOf, formats, structuringPrompts } from './formats.ts';
import { longestTitle, segmentKinds } from './segment.ts';

test('a new team starts with the leadership rhythm', () => {
	expect(defaultFormat.steps.map(({ title, minutes }) => [title, minutes])).toEqual([
		['Check-in', 5],
		['Scorecard', 15],
		['Priorities & OKRs', 15],
		['Leadership message', 5],
		['Actions review', 10],
		['Hot items', 30],
		['Wrap-up', 10]
	]);
	expect(defaultFormat.minutes).toBe(90);
});

test('a format that is gone falls back to the default', () => {
	expect(formatOf('ten-style').minutes).toBe(90);
	expect(formatOf('no-such-format')).toBe(defaultFormat);
});

test('no format is named after somebody else’s trademark', () => {
	const marks =
		/\b(EOS|Level 10|Scaling Up|Rockefeller|Holacracy|Lencioni|4DX|WIG|IDS|Rocks?|Segue)\b/i;

	for (const format of formats) expect(JSON.stringify(format)).not.toMatch(marks);
});

test('formats are told apart by key and by name', () => {
	expect(new Set(formats.map(({ key }) => key)).size).toBe(formats.length);
	expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
});

test('the facilitator has something to say in every situation', () => {
	expect(structuringPrompts).toHaveLength(7);
});

describe.each(formats.map((format) => [format.name, format] as const))('%s', (_, format) => {
	test('takes as long as it says', () => {
		expect(plannedMinutes(format.steps)).toBe(format.minutes);
	});

	test('tells the facilitator what to do in every step, in one to five sentences', () => {
		for (const { guide } of format.steps) {
			const sentences = guide.split(/[.?”](?:\s|$)/u).filter(Boolean);
			expect(sentences.length, guide).toBeGreaterThanOrEqual(1);
			expect(sentences.length, guide).toBeLessThanOrEqual(5);
			expect(guide).not.toContain('!');
		}
	});

	test('has steps the room can show, and closes with a wrap-up', () => {
		for (const { kind, title, minutes } of format.steps) {
			expect(segmentKinds).toContain(kind);
			expect(title.length).toBeLessThanOrEqual(longestTitle);
			expect(Number.isInteger(minutes) && minutes >= 1).toBe(true);
		}
		expect(format.steps.at(-1)?.kind).toBe('wrap-up');
		expect(new Set(format.steps.map(({ key }) => key)).size).toBe(format.steps.length);
	});

	test('renames only words a team may rename', () => {
		expect(v.parse(KeptTerms, format.terms)).toEqual(format.terms);
	});
});
