import * as v from 'valibot';
import { expect, test } from 'vitest';
import { defaultFormat } from '#lib/meeting/formats.ts';
import { AskingForm, readSteps, RhythmForm } from './rhythm-form.ts';

function form(
	rows: { kind?: string; title?: string; minutes: string; guide?: string }[]
): FormData {
	const data = new FormData();
	for (const row of rows) {
		data.append('step-key', 'k');
		data.append('step-kind', row.kind ?? 'discussion');
		data.append('step-title', row.title ?? 'Talk');
		data.append('step-guide', row.guide ?? '');
		data.append('step-minutes', row.minutes);
	}
	return data;
}

test('an agenda keeps its order, its lengths and its words', () => {
	const read = readSteps(
		form(defaultFormat.steps.map((step) => ({ ...step, minutes: String(step.minutes) })))
	);

	expect('steps' in read && read.steps.map(({ title, minutes }) => [title, minutes])).toEqual(
		defaultFormat.steps.map(({ title, minutes }) => [title, minutes])
	);
});

test.each(['0', '-5', '600', '7.5', '', 'soon', '1e9'])('a length of %j is refused', (minutes) => {
	expect(readSteps(form([{ minutes }]))).toEqual({
		problem: 'Talk: A segment takes 1 to 480 minutes.'
	});
});

test('an agenda has at least one segment, and at most 200', () => {
	const many = (count: number) => form(Array.from({ length: count }, () => ({ minutes: '1' })));

	expect(readSteps(form([]))).toEqual({ problem: 'An agenda needs at least one segment.' });
	expect(readSteps(many(201))).toEqual({ problem: 'An agenda holds at most 200 segments.' });
	expect(readSteps(many(200))).toHaveProperty('steps.length', 200);
});

test('a title of 10,000 letters is cut to one line that fits', () => {
	const read = readSteps(
		form([{ minutes: '5', title: `${'🦾'.repeat(5000)}\n${'x'.repeat(5000)}` }])
	);

	expect('steps' in read && Array.from(read.steps[0]?.title ?? '')).toHaveLength(300);
});

test('a segment of a kind nobody knows is refused', () => {
	expect(readSteps(form([{ minutes: '5', kind: 'dance' }]))).toHaveProperty('problem');
});

test.each([
	['minutes', '0'],
	['minutes', '-1'],
	['minutes', '600'],
	['weekday', '8'],
	['startsAt', '25:00'],
	['timeZone', '+02:00'],
	['timeZone', 'Mars/Olympus'],
	['facilitator', 'me'],
	['place', 'x'.repeat(10_000)]
])('a rhythm with %s %s is refused', (field, value) => {
	const good = { weekday: '2', startsAt: '09:00', minutes: '90', timeZone: 'Europe/Paris' };

	expect(v.safeParse(RhythmForm, good).success).toBe(true);
	expect(v.safeParse(RhythmForm, { ...good, [field]: value }).success).toBe(false);
});

test('owners are asked by mail on a day and at a time, or never', () => {
	const read = (form: Record<string, string>) => v.safeParse(AskingForm, form);
	expect(read({ asksBefore: '2', asksAt: '16:30' }).output).toEqual({ daysBefore: 2, at: '16:30' });
	expect(read({ asksBefore: '' }).output).toBeNull();
	expect(read({}).output).toEqual({ daysBefore: 1, at: '09:00' });
	for (const wrong of [
		{ asksBefore: '6', asksAt: '09:00' },
		{ asksBefore: '-1', asksAt: '09:00' },
		{ asksBefore: '1', asksAt: '24:00' },
		{ asksBefore: '1', asksAt: '' }
	])
		expect(read(wrong).success).toBe(false);
});
