import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	healthOf,
	overallHealth,
	partNames,
	type Carried,
	type PartName,
	type Step,
	type Way
} from './health.ts';

const day = fc.constantFrom('2026-10-09', '2026-11-13', '2026-12-24');
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 4 });
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const step: fc.Arbitrary<Step> = fc.record({
	id: fc.uuid(),
	title: fc.string({ minLength: 1 }),
	due: orNone(day),
	done: fc.option(day, { nil: null, freq: 1 })
});
const way: fc.Arbitrary<Way> = fc
	.record({
		id: fc.uuid(),
		title: fc.string({ minLength: 1 }),
		baseline: orNone(number),
		target: orNone(number),
		value: orNone(number),
		direction: fc.constantFrom('up', 'down')
	})
	.chain((one) => fc.boolean().map((isHeld) => (isHeld ? { ...one, target: one.baseline } : one)));
const few = { maxLength: 8 };
const carried: fc.Arbitrary<Carried> = fc.record({
	milestones: fc.array(step, few),
	kpis: fc.array(way, few),
	gaps: fc.array(way, few)
});
const priorities = fc.array(fc.record({ weight: fc.integer({ min: 0, max: 100 }), carried }), {
	maxLength: 5
});
const hair = 1e-9;
const score = (one: Carried) => healthOf(one).score;

test('a score is none or lies between 0 and 100, and is what its parts add', () => {
	fc.assert(
		fc.property(carried, (one) => {
			const { score, parts } = healthOf(one);
			for (const { value, share, adds } of parts) {
				if (value !== null) expect(value >= 0 && value <= 100).toBe(true);
				expect(Math.abs(adds - share * (value ?? 0))).toBeLessThan(hair);
			}
			if (score === null) expect(parts.every(({ value }) => value === null)).toBe(true);
			else {
				expect(score >= 0 && score <= 100).toBe(true);
				expect(Math.abs(score - parts.reduce((sum, { adds }) => sum + adds, 0))).toBeLessThan(hair);
				expect(Math.abs(1 - parts.reduce((sum, { share }) => sum + share, 0))).toBeLessThan(hair);
			}
		})
	);
});

test('finishing a milestone never lowers the score', () => {
	fc.assert(
		fc.property(carried, fc.nat(), day, (one, at, done) => {
			fc.pre(one.milestones.length > 0);
			const finished = one.milestones.map((step, index) =>
				index === at % one.milestones.length ? { ...step, done: step.done ?? done } : step
			);
			expect(score({ ...one, milestones: finished })).toBeGreaterThanOrEqual(
				(score(one) ?? 0) - hair
			);
		})
	);
});

test('a value nearer to its target never lowers the score, whichever way is good', () => {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(carried, fc.constantFrom('kpis', 'gaps'), fc.nat(), share, (one, name, at, by) => {
			const known = one[name].filter((way) => way.value !== null && way.target !== null);
			const moved = known[at % Math.max(1, known.length)];
			fc.pre(moved !== undefined);
			const { value, target } = moved;
			const nearer = { ...moved, value: Number(value) + (Number(target) - Number(value)) * by };
			// What is held needs no nearer: past its target is as good as on it.
			fc.pre(moved.baseline !== moved.target);
			const after = { ...one, [name]: one[name].map((way) => (way === moved ? nearer : way)) };
			expect(score(after) ?? 0).toBeGreaterThanOrEqual((score(one) ?? 0) - hair);
		})
	);
});

test('the order of rows and of priorities changes nothing', () => {
	fc.assert(
		fc.property(priorities, fc.infiniteStream(fc.nat()), (all, random) => {
			const shuffle = <T>(list: readonly T[]): T[] =>
				list
					.map((one) => ({ one, key: random.next().value ?? 0 }))
					.toSorted((a, b) => a.key - b.key)
					.map(({ one }) => one);
			const of = (list: typeof all) =>
				overallHealth(list.map(({ weight, carried }) => ({ weight, health: healthOf(carried) })));
			for (const { carried: one } of all)
				expect(
					score({
						milestones: shuffle(one.milestones),
						kpis: shuffle(one.kpis),
						gaps: shuffle(one.gaps)
					})
				).toBe(score(one));
			const [before, after] = [of(all).score, of(shuffle(all)).score];
			if (before === null) expect(after).toBeNull();
			else expect(Math.abs(before - Number(after))).toBeLessThan(hair);
		})
	);
});

test('a deleted row leaves a score that holds, and one that was not counted leaves it as it was', () => {
	fc.assert(
		fc.property(carried, fc.constantFrom(...partNames), fc.nat(), (one, name, at) => {
			const rows: readonly (Step | Way)[] = one[name];
			fc.pre(rows.length > 0);
			const gone = at % rows.length;
			const after = { ...one, [name]: rows.filter((_, index) => index !== gone) };
			const was = partOf(one, name);
			const is = partOf(after, name);
			if (was?.rows[gone]?.progress === null) expect(score(after)).toBe(score(one));
			else expect(is?.counted).toBe(Number(was?.counted) - 1);
			// The last of a part leaves it not set; neither 0 nor 100.
			if (is?.counted === 0) expect([is.value, is.share, is.adds]).toEqual([null, 0, 0]);
			// The others stand where they stood.
			for (const other of partNames.filter((part) => part !== name))
				expect(partOf(after, other)?.value).toBe(partOf(one, other)?.value);
		})
	);
});

test('the health of all lies between the least and the best of them', () => {
	fc.assert(
		fc.property(priorities, (all) => {
			const each = all.map(({ weight, carried }) => ({ weight, health: healthOf(carried) }));
			const scores = each.flatMap(({ health }) => health.score ?? []);
			const overall = overallHealth(each).score;
			if (scores.length === 0) expect(overall).toBeNull();
			else {
				expect(overall).toBeGreaterThanOrEqual(Math.min(...scores) - hair);
				expect(overall).toBeLessThanOrEqual(Math.max(...scores) + hair);
			}
		})
	);
});

const partOf = (one: Carried, name: PartName) =>
	healthOf(one).parts.find((part) => part.name === name);
