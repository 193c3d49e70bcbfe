import { expect, test } from 'vitest';
import { gap } from './a-picture.ts';
import { aboutPeople, feltByCustomers, isOpen, isOutThere, leftOf, midway } from './measure.ts';
import { aimOf, quote } from './title-words.ts';

const known = (more = {}) => ({ ...gap(more), baseline: 90, target: 99, current: 98, ...more });

test('a gap is open until its target is reached, whichever way is good', () => {
	expect(isOpen(known())).toBe(true);
	expect(isOpen(known({ current: 99.2 }))).toBe(false);
	expect(isOpen(known({ baseline: 60, target: 45, current: 50 }))).toBe(true);
	expect(isOpen(known({ baseline: 60, target: 45, current: 44 }))).toBe(false);
	expect(isOpen(known({ current: null }))).toBe(false);
});

test('half of the way is no number of its own when only one step is left', () => {
	expect(midway(known({ decimals: 1 }))).toBe(98.5);
	expect(midway(known({ decimals: 0 }))).toBeUndefined();
	expect(midway(known({ decimals: 0, target: 12, current: 10 }))).toBe(11);
});

test('what is left of a percentage is points, and one thing is one thing', () => {
	expect(leftOf(known({ decimals: 1, current: 98.4 }))).toBe('0.6 points');
	expect(leftOf(known({ unit: 'sites', decimals: 0, target: 38, current: 37 }))).toBe('1 site');
});

test('people are told from places, and what customers notice from what they do not', () => {
	expect(aboutPeople(gap({ name: 'Reps certified' }))).toBe('learn');
	expect(aboutPeople(gap({ name: 'Night cover staffed' }))).toBe('hire');
	expect(aboutPeople(gap({ name: 'Sites live', unit: 'sites' }))).toBeUndefined();
	expect(isOutThere(gap({ name: 'Controls with evidence', unit: 'controls' }))).toBe(false);
	expect(isOutThere(gap({ name: 'Live on version 4', unit: 'sites' }))).toBe(true);
	expect(feltByCustomers(gap({ name: 'Fleet uptime' }))).toBe(true);
	expect(feltByCustomers(gap({ name: 'Gross margin' }))).toBe(false);
});

test('a title stands in a sentence as its verb allows', () => {
	expect(aimOf('Reach 99% fleet uptime')).toBe('reach 99% fleet uptime');
	expect(aimOf('Project Falcon')).toBe('deliver “Project Falcon”');
	expect(quote('Say “no” more often.')).toBe('“Say ‘no’ more often”');
});
