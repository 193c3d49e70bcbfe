import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#lib/calendar/working-days.ts';
import { anyPicture } from './a-picture.ts';
import { departments } from './departments.ts';
import { draftPlan } from './draft-plan.ts';
import { writeReading } from '#lib/scorecard/number.ts';
import { isOpen } from './measure.ts';
import type { PlanRow } from './plan-row.ts';
import type { Kpi, Measure, PriorityPicture } from './priority-picture.ts';
import { samplePictures } from './sample-pictures.ts';
import { quote } from './title-words.ts';

const seeded = { seed: 20261122, numRuns: 150 };

const id = fc.uuid();
const words = fc.constantFrom(
	'Fleet uptime',
	'Pilots converted',
	'Churn of small accounts.',
	'Cost of a visit',
	'Reps certified',
	'Night cover staffed',
	'Release every fortnight',
	'Hand-offs in an order',
	'ISO 27001 audit passed',
	'Something else',
	'Ask {gap now} “twice”',
	'<b>Kilos</b> & more'
);
const number = fc.oneof(
	fc.integer({ min: -50, max: 500 }),
	fc.double({ min: -10, max: 100, noNaN: true })
);
const measure: fc.Arbitrary<Measure> = fc.record({
	id,
	name: words,
	unit: fc.constantFrom('%', '', 'sites', 'min', '€m', '×'),
	decimals: fc.integer({ min: 0, max: 2 }),
	baseline: fc.option(number),
	target: fc.option(number),
	current: fc.option(number)
});
const kpi: fc.Arbitrary<Kpi> = fc
	.tuple(measure, fc.option(fc.integer({ min: 1, max: 47 })))
	.map(([one, library]) => ({ ...one, library, cadence: 'week' as const }));
const day = fc
	.integer({ min: -60, max: 120 })
	.map((after) => new Date(Date.UTC(2026, 10, 19 + after)).toISOString().slice(0, 10));
const degree = fc.constantFrom(1 as const, 2 as const, 3 as const);
const people = samplePictures.uptime.people;
const owner = fc.option(fc.constantFrom(...people.map((person) => person.id), 'left'));

const picture: fc.Arbitrary<PriorityPicture> = fc.record({
	id,
	title: words,
	why: fc.oneof(fc.constant(''), words),
	owner,
	goal: fc.option(fc.record({ id, title: words })),
	cycle: fc.option(fc.record({ startsOn: day, endsOn: day })),
	lane: fc.option(fc.constantFrom('cost' as const, 'innovation' as const, 'service' as const)),
	gaps: fc.array(measure, { maxLength: 4 }),
	kpis: fc.array(kpi, { maxLength: 3 }),
	milestones: fc.array(fc.record({ id, title: words, due: fc.option(day), done: fc.boolean() }), {
		maxLength: 4
	}),
	risks: fc.array(
		fc.record({
			id,
			title: words,
			likelihood: degree,
			impact: degree,
			mitigation: fc.oneof(fc.constant(''), words),
			owner
		}),
		{ maxLength: 3 }
	),
	actions: fc.array(fc.record({ id, title: words, owner, due: fc.option(day) }), { maxLength: 3 }),
	people: fc.subarray([...people]),
	today: fc.constant('2026-11-19'),
	daysOff: fc.subarray(['2026-12-25', '2026-11-20'])
});
const worker = fc.constantFrom(...departments);

const daysIn = (row: PlanRow) =>
	row.kind === 'action'
		? [row.due]
		: row.kind === 'timeline'
			? [row.endsOn, ...(row.shape === 'phase' ? [row.startsOn] : [])]
			: [];
const textsIn = (row: PlanRow) => [
	row.title,
	row.reason,
	...(row.kind === 'risk' ? [row.mitigation] : []),
	...(row.kind === 'kpi' ? [row.definition] : [])
];

describe('whatever is known of a priority', () => {
	const forAll = (holds: (plan: ReturnType<typeof draftPlan>, of: PriorityPicture) => void) =>
		fc.assert(
			fc.property(picture, worker, (of, one) => holds(draftPlan(one, of), of)),
			seeded
		);

	test('every row has somebody of the team, or says why it has nobody', () => {
		forAll(({ rows }, of) => {
			for (const row of rows) {
				expect(row.ownerReason).not.toBe('');
				if (row.owner === null) expect(row.ownerReason).toMatch(/^Nobody/u);
				else expect(of.people.map((person) => person.id)).toContain(row.owner);
			}
		});
	});

	test('every date is a working day after today and in the cycle, or there is none and a note says so', () => {
		forAll(({ rows, notes }, { cycle, today, daysOff }) => {
			const days = rows.flatMap(daysIn);
			if (days.includes(null)) expect(notes.join()).toContain('no working day left');
			for (const one of days) {
				if (one === null) continue;
				expect(one > today).toBe(true);
				expect(isWorkingDay(one, daysOff)).toBe(true);
				if (cycle) expect(one >= cycle.startsOn && one <= cycle.endsOn).toBe(true);
			}
			for (const row of rows)
				if (row.kind === 'timeline' && row.shape === 'phase')
					expect((row.startsOn ?? '') <= (row.endsOn ?? '')).toBe(true);
		});
	});

	test('a key is there once, and the same picture gives the same plan', () => {
		forAll((plan, of) => {
			const keys = plan.rows.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			expect(draftPlan(plan.worker, structuredClone(of))).toEqual(plan);
		});
	});

	test('no number is empty, and what is not known is asked for', () => {
		forAll(({ rows }) => {
			for (const row of rows) {
				if (row.kind === 'resource' && row.days !== null) expect(row.days).toBeGreaterThan(0);
				if (row.kind !== 'kpi') continue;
				for (const value of [row.baseline, row.target])
					if (value !== null) expect(Number.isFinite(value)).toBe(true);
				const isKnown = row.baseline !== null && (row.target !== null || row.range !== null);
				expect(row.toSettle === '').toBe(isKnown);
			}
		});
	});

	test('no text is empty, has a hole or quotes what is not in the picture', () => {
		forAll(({ rows }, of) => {
			const known = JSON.stringify(of);
			for (const row of rows) {
				for (const text of textsIn(row)) {
					expect(text).not.toMatch(/undefined|null|NaN|Infinity|^\s*$| {2}/u);
					if (!known.includes('{gap now}')) expect(text).not.toMatch(/[{}]/u);
				}
				expect(row.from.length).toBeGreaterThan(0);
				for (const { kind, id: about, said } of row.from) {
					expect(said).not.toBe('');
					if (!['lane', 'cycle'].includes(kind)) expect(known).toContain(about);
				}
			}
		});
	});

	test('two departments never propose the same row', () => {
		fc.assert(
			fc.property(picture, (of) => {
				const rows = departments.flatMap((one) =>
					draftPlan(one, of).rows.map(({ kind, title }) => `${kind} ${title}`)
				);
				expect(rows.length - new Set(rows).size).toBe(0);
			}),
			{ ...seeded, numRuns: 40 }
		);
	});

	test('an open gap is quoted with where it stands and where it should be', () => {
		forAll(({ rows }, { gaps }) => {
			const open = gaps.filter(isOpen);
			if (open.length === 0) return;
			const texts = rows.flatMap(textsIn);
			const isQuoted = (words: string) => texts.some((text) => text.includes(words));
			// Without a day left, rows that speak of the end of the cycle are left out too.
			if (rows.flatMap(daysIn).includes(null)) return;
			const quoted = open.filter(({ id: about, ...gap }) => {
				const isFrom = rows.some(({ from }) => from.some((one) => one.id === about));
				const numbers = [gap.current, gap.target].map((value) => writeReading(value, gap));
				const name = quote(gap.name);
				return isFrom && isQuoted(name) && numbers.every(isQuoted);
			});
			expect(quoted.length).toBeGreaterThan(0);
		});
	});
});

describe('a well-filled priority', () => {
	const filled = Object.entries(samplePictures);
	const each = filled.flatMap(([name, of]) => departments.map((one) => [name, one, of] as const));

	test.each(each)('%s gets a whole plan from %s', (_, one, of) => {
		const { rows } = draftPlan(one, of);
		const count = (kind: PlanRow['kind']) => rows.filter((row) => row.kind === kind).length;
		expect(count('action')).toBeGreaterThanOrEqual(6);
		expect(count('timeline')).toBeGreaterThanOrEqual(4);
		expect(count('resource')).toBeGreaterThanOrEqual(3);
		expect(count('risk')).toBeGreaterThanOrEqual(3);
		expect(count('kpi')).toBeGreaterThanOrEqual(3);
		const specific = rows.filter(({ title, reason }) =>
			/[“\d]|Whitlock|Okafor|Lindqvist|Raghu|Bello|Brandt|Herrera|Vautrin|Watanabe|Haddad|fleet|sales team/u.test(
				`${title} ${reason}`
			)
		);
		expect(specific.length).toBeGreaterThanOrEqual(8);
	});

	test('nobody gets a worker’s name wrong: rows of a department without a seat say who stands in', () => {
		const of = { ...samplePictures.uptime, people: samplePictures.uptime.people.slice(2, 3) };
		const plan = draftPlan('finance', of);
		expect(plan.notes).toContain('Nobody on the team has a seat in Finance. Say who stands in.');
		expect(plan.rows[0]?.ownerReason).toBe(
			'Nobody on the team has a seat in Finance. David Lindqvist is accountable for the priority.'
		);
	});
});

describe('a poor priority', () => {
	test('gets fewer rows, and sentences why', () => {
		const plan = draftPlan('operations', anyPicture({ title: 'Be kinder to each other' }));
		expect(plan.rows.length).toBeLessThan(
			draftPlan('operations', samplePictures.uptime).rows.length
		);
		expect(plan.notes).toEqual([
			'No word of the priority says what kind it is.',
			'Nobody on the team has a seat in Operations. Say who stands in.'
		]);
		expect(plan.rows.every(({ owner }) => owner === null)).toBe(true);
	});

	test('without a cycle the dates reach a quarter ahead, and after its end there are none', () => {
		const free = draftPlan('sales', anyPicture({ cycle: null }));
		expect(free.notes).toContain('There is no cycle, so the dates reach to 18 February 2027.');
		const over = draftPlan('sales', anyPicture({ today: '2026-12-31' }));
		expect(over.rows.flatMap(daysIn).every((one) => one === null)).toBe(true);
		expect(over.notes[1]).toContain('no working day left before it ends on 31 December 2026');
	});
});
