import { describe, expect, test } from 'vitest';
import { library } from '#lib/scorecard/library.ts';
import { departments } from './departments.ts';
import { alternativesOf, slotsIn } from './fill-words.ts';
import { kinds } from './kinds.ts';
import type { Template } from './pack.ts';
import { packs } from './packs.ts';

const templatesOf = (department: (typeof departments)[number]): Template[] => {
	const { always, kinds: byKind, lanes } = packs[department];
	return [...always, ...Object.values(byKind).flat(), ...Object.values(lanes)];
};

const all = departments.flatMap((department) =>
	templatesOf(department).map((template) => ({ department, template }))
);

describe('the nine packs', () => {
	test.each(departments)('%s has rows of every sort for every kind of priority', (department) => {
		for (const kind of kinds) {
			const rows = packs[department].kinds[kind];
			const count = (sort: Template['kind']) => rows.filter((row) => row.kind === sort).length;
			expect(count('action'), kind).toBeGreaterThanOrEqual(3);
			for (const sort of ['timeline', 'resource', 'risk', 'kpi'] as const)
				expect(count(sort), `${kind} ${sort}`).toBeGreaterThanOrEqual(1);
		}
	});

	test.each(departments)('%s knows each of its rows by a name of its own', (department) => {
		const { always, kinds: byKind, lanes } = packs[department];
		// The rows for one kind, with what any priority gets, are what stands side by side in a plan.
		for (const one of kinds)
			for (const other of kinds) {
				if (one === other) continue;
				const first = (sort: Template['kind']) =>
					byKind[other].filter(({ kind }) => kind === sort)[0];
				const coloured = [first('action'), first('risk')].filter((row) => row !== undefined);
				const names = [...always, ...byKind[one], lanes.cost, ...coloured].map(
					({ kind, name }) => `${kind} ${name}`
				);
				expect(names.length - new Set(names).size, `${one} and ${other}`).toBe(0);
			}
	});

	test('no two departments say the same', () => {
		const seen = new Map<string, string>();
		for (const { department, template } of all)
			for (const title of alternativesOf(template.title)) {
				const before = seen.get(title);
				expect(before === undefined || before === department, `${title} (${before})`).toBe(true);
				seen.set(title, department);
			}
	});

	test('a metric of the library is proposed by one department only, and by its own name', () => {
		const owners = new Map<number, string>();
		for (const { department, template } of all) {
			if (!('library' in template)) continue;
			const metric = library.find(({ number }) => number === template.library);
			expect(template.title).toBe(metric?.name);
			expect(owners.get(template.library) ?? department).toBe(department);
			owners.set(template.library, department);
		}
	});

	test('a target is on the good side of its baseline', () => {
		for (const { department, template } of all) {
			if (template.kind !== 'kpi' || !('measures' in template)) continue;
			const { baseline, target } = template.measures;
			if (typeof baseline !== 'number' || typeof target !== 'number') continue;
			const isGood = template.direction === 'up' ? target > baseline : target < baseline;
			expect(isGood, `${department} ${template.name}`).toBe(true);
		}
	});

	test('every sentence is one: no braces left open, no double spaces, a full stop where it ends', () => {
		for (const { template } of all) {
			for (const text of alternativesOf(template.reason)) expect(text).toMatch(/[.]$/u);
			for (const text of alternativesOf(template.title)) expect(text).not.toMatch(/[.]$/u);
			for (const text of [...alternativesOf(template.title), ...alternativesOf(template.reason)]) {
				expect(text).not.toMatch(/ {2}|^\s|\s$|'/u);
				expect(slotsIn(text).length).toBe(text.split('{').length - 1);
				expect(text.split('{').length).toBe(text.split('}').length);
			}
		}
	});

	test('no row hangs on the accountable person being somebody else than the head', () => {
		for (const { template } of all) {
			const words = [template.title, template.reason];
			if (template.kind === 'risk') words.push(template.mitigation);
			for (const one of words) expect(alternativesOf(one).at(-1)).not.toContain('{owner}');
		}
	});

	test('the plainest wording of what every priority gets needs nothing but a title', () => {
		for (const department of departments) {
			const plain = packs[department].always.filter(({ title }) =>
				slotsIn(alternativesOf(title).at(-1) ?? '').every((slot) =>
					['priority', 'aim'].includes(slot)
				)
			);
			expect(plain.length, department).toBeGreaterThanOrEqual(9);
		}
	});
});
