import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capture } from './capture.ts';
import type { Person } from './person.ts';
import { longestTitle } from './segment.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({
	id: name,
	name,
	title: '',
	hue: 1,
	role: 'member',
	current: true,
	...more
});
const people = [
	person('Jonas Brandt'),
	person('Priya Raman'),
	person('Ana Berg'),
	person('Ana Lima'),
	person('José Núñez'),
	person('Łukasz Søby'),
	person('دانا حداد'),
	person('🦊 Fox'),
	person('Leila Haddad', { current: false }),
	person('Omar Observer', { role: 'observer' })
];
/** A Tuesday. */
const today = '2026-11-17';
const read = (line: string) => capture(line, people, today);
const owner = (line: string) => read(line)?.owner?.name ?? null;

describe('what a line is', () => {
	test.each([
		['[] Call Acme', 'action'],
		['[ ] Call Acme', 'action'],
		['- [] Call Acme', 'action'],
		['/a Call Acme', 'action'],
		['!Call Acme', 'decision'],
		['! Call Acme', 'decision'],
		['/d Call Acme', 'decision'],
		['#decision Call Acme', 'decision'],
		['?Call Acme', 'hot item'],
		['#issue: Call Acme', 'hot item'],
		['i: Call Acme', 'insight'],
		['/I Call Acme', 'insight'],
		['#insight Call Acme', 'insight'],
		['~Call Acme', 'risk'],
		['#risk Call Acme', 'risk'],
		['/r Call Acme', 'risk']
	])('“%s” is captured as %s', (line, kind) => {
		expect(read(line)).toEqual({
			kind,
			title: 'Call Acme',
			owner: null,
			ownerCandidates: [],
			due: null
		});
	});

	test.each([
		'Call Acme',
		'* Call Acme',
		'Really? Call Acme!',
		'/answer the phone',
		'#risky',
		'!= 5',
		'in: the box',
		'',
		'[]',
		'[] ',
		'!',
		'?',
		'[] @jonas due fri'
	])('“%s” stays a note', (line) => {
		expect(read(line)).toBeNull();
	});
});

describe('who owns it, and when it is due', () => {
	test('an action is typed in one line', () => {
		expect(read('[] Tell Havenport about the freeze @jonas due fri')).toMatchObject({
			kind: 'action',
			title: 'Tell Havenport about the freeze',
			owner: { name: 'Jonas Brandt' },
			due: '2026-11-20'
		});
	});

	test('owner and day may stand in any order, and before a full stop', () => {
		const expected = { title: 'Call Acme', owner: { name: 'Jonas Brandt' }, due: '2026-11-23' };

		expect(read('[] Call Acme due 23 nov @Jonas Brandt.')).toMatchObject(expected);
		expect(read('[] @JB: Call Acme due: 23/11.')).toMatchObject(expected);
		expect(read('[] Call Acme @jonas, due 2026-11-23')).toMatchObject(expected);
	});

	test('“due” without a day stays part of the sentence', () => {
		expect(read('[] Pay what is due to Acme due tomorrow')).toMatchObject({
			title: 'Pay what is due to Acme',
			due: '2026-11-18'
		});
		expect(read('[] Pay what is due')).toMatchObject({ title: 'Pay what is due', due: null });
		expect(read('!Pay what is due friday')).toMatchObject({
			title: 'Pay what is due friday',
			due: null
		});
	});

	test('names are found by full name, first name and initials, whatever case and marks', () => {
		expect(owner('[] x @PRIYA')).toBe('Priya Raman');
		expect(owner('[] x @pr')).toBe('Priya Raman');
		expect(owner('[] x @jose')).toBe('José Núñez');
		expect(owner('[] x @jose nunez')).toBe('José Núñez');
		expect(owner('[] x @lukasz soby')).toBe('Łukasz Søby');
	});

	test('names in other scripts and with emoji are found', () => {
		expect(owner('[] اتصل @دانا')).toBe('دانا حداد');
		expect(owner('[] اتصل @\u200fدانا حداد\u200f')).toBe('دانا حداد');
		expect(owner('[] x @🦊')).toBe('🦊 Fox');
	});

	test('the longest name wins, and a name that fits two people asks which', () => {
		expect(owner('[] x @ana lima')).toBe('Ana Lima');
		expect(read('[] Call Acme @ana due fri')).toMatchObject({
			title: 'Call Acme',
			owner: null,
			ownerCandidates: [{ name: 'Ana Berg' }, { name: 'Ana Lima' }],
			due: '2026-11-20'
		});
	});

	test('of several who are named one owns it, and the other stays in the sentence', () => {
		expect(read('[] Ask @Priya for the figures @Jonas')).toMatchObject({
			title: 'Ask @Priya for the figures',
			owner: { name: 'Jonas Brandt' }
		});
		expect(read('[] @Jonas ask @Priya')).toMatchObject({
			title: 'ask @Priya',
			owner: { name: 'Jonas Brandt' }
		});
	});

	test('observers, people who left, strangers and e-mail addresses own nothing', () => {
		for (const name of ['omar', 'leila', 'nobody'])
			expect(read(`[] x @${name}`)).toMatchObject({ title: `x @${name}`, owner: null });
		expect(read('[] Write to jonas@jonas.example')).toMatchObject({ owner: null });
	});
});

describe('odd input', () => {
	test('a huge line is cut to a title without hanging', () => {
		const huge = read(`[] @jonas ${'word @x due '.repeat(50_000)}`);

		expect(huge).toMatchObject({ owner: { name: 'Jonas Brandt' }, due: null });
		expect(Array.from(huge?.title ?? '').length).toBeLessThanOrEqual(longestTitle);
		expect(read(`[] ${'x'.repeat(1_000_000)}`)?.title).toHaveLength(longestTitle);
	});

	test('any line is a note or has a title, an owner from the team and a real day', () => {
		const mark = fc.constantFrom('[] ', '!', '?', 'i: ', '~', '');
		const word = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('@jonas', '@ana', 'due', 'fri', '@', '[]')
		);

		fc.assert(
			fc.property(mark, fc.array(word), (start, words) => {
				const read = capture(start + words.join(' '), people, today);
				expect(read === null || read.title.length > 0).toBe(true);
				expect(read?.owner ?? people[0]).toBeOneOf(people);
				expect(read?.due ?? today).toMatch(/^\d{4}-\d\d-\d\d$/);
			})
		);
	});
});
