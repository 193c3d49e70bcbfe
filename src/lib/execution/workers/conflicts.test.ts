import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflictsBetween, type Conflict } from './conflicts.ts';
import { departments, type Department } from './departments.ts';
import { draftPlan } from './draft-plan.ts';
import type { ActionRow, KpiRow, Plan, PlanRow, TimelineRow } from './plan-row.ts';
import { samplePictures } from './sample-pictures.ts';

const { uptime, firmware } = samplePictures;
const { people } = uptime;

const base = (worker: Department, title: string) => ({
	key: `${worker}/${title}`,
	worker,
	title,
	reason: 'Because.',
	from: [],
	owner: 'dl' as string | null,
	ownerReason: 'David Lindqvist sits in Operations.'
});
const action = (worker: Department, title: string, due = '2026-11-24'): ActionRow => ({
	...base(worker, title),
	kind: 'action',
	due
});
const milestone = (worker: Department, title: string, endsOn: string): TimelineRow => ({
	...base(worker, title),
	kind: 'timeline',
	shape: 'milestone',
	startsOn: null,
	endsOn
});
const count = (worker: Department, title: string, library: number | null = null): KpiRow => ({
	...base(worker, title),
	kind: 'kpi',
	unit: '%',
	decimals: 0,
	direction: 'up',
	baseline: 50,
	target: 80,
	range: null,
	toSettle: '',
	cadence: 'week',
	definition: '',
	library
});
const plan = (worker: Department, rows: PlanRow[], priority = 'Uptime'): Plan => ({
	worker,
	priority,
	priorityTitle: priority,
	rows,
	notes: []
});
const wordsOf = (conflicts: readonly Conflict[]) => conflicts.map(({ words }) => words);

describe('plans contradict each other', () => {
	test('when one person is over capacity', () => {
		const ours = [1, 2, 3].map((number) => action('operations', `Step ${number}`));
		const plans = [plan('operations', ours), plan('it', [action('it', 'Watch', '2026-11-26')])];
		expect(wordsOf(conflictsBetween(plans, people, { most: 7 }))).toEqual([
			'David Lindqvist would have 8 open actions, and 7 is the most one person can carry: “Watch” (IT, Thu 26 Nov) and “Step 1” (Operations, Tue 24 Nov) are two of them.'
		]);
		expect(conflictsBetween(plans, people, { most: 8 })).toEqual([]);
	});

	test('when they count the same KPI, by the library or in nearly the same words', () => {
		const twice = [
			plan('operations', [count('operations', 'Service availability', 20)]),
			plan('it', [count('it', 'Hours the service is up', 20), count('it', 'Sites visited')]),
			plan('sales', [count('sales', 'Visited sites')])
		];
		expect(wordsOf(conflictsBetween(twice, people))).toEqual([
			'“Hours the service is up” (IT) and “Service availability” (Operations) count the same: keep one, with one owner.',
			'“Sites visited” (IT) and “Visited sites” (Sales) count the same: keep one, with one owner.'
		]);
		const apart = [
			plan('it', [count('it', 'Steps kept')]),
			plan('it', [count('it', 'Steps kept')], 'Pilots')
		];
		expect(conflictsBetween(apart, people)).toEqual([]);
	});

	test('when one promises what another has no room for', () => {
		const promise: PlanRow = {
			...action('sales', 'Give each site a date'),
			load: { measure: 'sites', side: 'promise', perWeek: 4.2, words: '4.2 a week' }
		};
		const room = (perWeek: number): PlanRow => ({
			...base('operations', 'Two days of a crew'),
			kind: 'resource',
			what: 'people',
			days: 12,
			load: { measure: 'sites', side: 'room', perWeek, words: `${perWeek} a week so far` }
		});
		const plans = (perWeek: number) => [
			plan('sales', [promise]),
			plan('operations', [room(perWeek)])
		];
		expect(wordsOf(conflictsBetween(plans(2.4), people))).toEqual([
			'“Give each site a date” (Sales) promises 4.2 a week, and “Two days of a crew” (Operations) shows 2.4 a week so far.'
		]);
		expect(conflictsBetween(plans(4.2), people)).toEqual([]);
	});

	test('when something comes before what it needs', () => {
		const plans = (ready: string) => [
			plan('marketing', [
				{ ...milestone('marketing', 'Announced', '2026-12-01'), needs: 'ready', owner: 'lh' }
			]),
			plan('product', [{ ...milestone('product', 'Version 4 done', ready), gives: 'ready' }])
		];
		expect(wordsOf(conflictsBetween(plans('2026-12-07'), people))).toEqual([
			'“Announced” (Marketing, Tue 1 Dec) comes before what it needs: “Version 4 done” (Product, Mon 7 Dec).'
		]);
		expect(conflictsBetween(plans('2026-12-01'), people)).toEqual([]);
	});

	test('when one person has milestones of two priorities on one day', () => {
		const plans = [
			plan('operations', [milestone('operations', 'Rota signed', '2026-12-10')]),
			plan('operations', [milestone('operations', 'First wave', '2026-12-10')], 'Firmware')
		];
		expect(wordsOf(conflictsBetween(plans, people))).toEqual([
			'David Lindqvist has “First wave” (Operations for “Firmware”) and “Rota signed” (Operations for “Uptime”) on the same day, Thu 10 Dec.'
		]);
	});
});

describe('rows that were accepted stand for what the team has decided', () => {
	const promise: PlanRow = {
		...action('sales', 'Give each site a date'),
		load: { measure: 'sites', side: 'promise', perWeek: 4.2, words: '4.2 a week' }
	};
	const room: PlanRow = {
		...base('operations', 'Two days of a crew'),
		kind: 'resource',
		what: 'people',
		days: 12,
		load: { measure: 'sites', side: 'room', perWeek: 2.4, words: '2.4 a week so far' }
	};

	test('what waits may contradict them, in the plan of another priority too', () => {
		const real = [
			plan('sales', [promise]),
			plan('it', [count('it', 'Hours the service is up', 20)], 'Pilots')
		];
		const open = [plan('operations', [room, count('operations', 'Service availability', 20)])];
		expect(wordsOf(conflictsBetween(open, people, { real }))).toEqual([
			'“Service availability” (Operations for “Uptime”) and “Hours the service is up” (IT for “Pilots”, applied) count the same: keep one, with one owner.',
			'“Give each site a date” (Sales, applied) promises 4.2 a week, and “Two days of a crew” (Operations) shows 2.4 a week so far.'
		]);
	});

	test('between two of them nothing is left to decide', () => {
		const real = [plan('sales', [promise]), plan('operations', [room])];
		expect(conflictsBetween([], people, { real })).toEqual([]);
	});

	test('their actions are counted once, among the open ones', () => {
		const ours = [1, 2].map((number) => action('operations', `Step ${number}`));
		const real = [plan('it', [action('it', 'Watch'), action('it', 'Log')])];
		expect(conflictsBetween([plan('operations', ours)], people, { real, most: 6 })).toEqual([]);
		expect(conflictsBetween([plan('operations', ours)], people, { most: 5 })).toHaveLength(1);
	});

	test('a worker that says its own row anew counts nothing twice', () => {
		const real = [plan('it', [count('it', 'Hours the service is up', 20)])];
		const open = [plan('it', [{ ...count('it', 'Hours the service is up', 20), target: 90 }])];
		expect(conflictsBetween(open, people, { real })).toEqual([]);
	});
});

describe('the packs themselves', () => {
	const forAll = (of: typeof uptime) => departments.map((worker) => draftPlan(worker, of));

	test('never put something before what it needs, nor count the same twice', () => {
		for (const of of Object.values(samplePictures))
			for (const left of [1, 3, 8, 20, 30, 60]) {
				const end = new Date(Date.UTC(2026, 10, 19 + left)).toISOString().slice(0, 10);
				const cut = { ...of, cycle: { startsOn: '2026-10-01', endsOn: end } };
				const found = conflictsBetween(forAll(cut), people, { most: 99 });
				expect(
					wordsOf(
						found.filter(
							({ rule, words }) => rule === 'same KPI' || words.includes('what it needs')
						)
					)
				).toEqual([]);
			}
	});

	test('show that customers are promised sites faster than they have been done', () => {
		expect(
			wordsOf(conflictsBetween(forAll(firmware), people).filter(({ rule }) => rule === 'promise'))
		).toContain(
			'“Give every customer behind ‘Sites on gateway firmware 4’ a date for their turn: 21 sites are left” (Customer Success) promises 3.6 a week, and “One day a week of an engineer on call for ‘Sites on gateway firmware 4’: 3.6 a week are needed, 2.4 a week so far” (IT) shows 2.4 a week so far.'
		);
	});

	test('in whatever order they ran, and each sentence quotes both rows', () => {
		const plans = Object.values(samplePictures).flatMap(forAll);
		const said = conflictsBetween(plans, people);
		expect(said.length).toBeGreaterThan(5);
		for (const { rows, words } of said)
			for (const { row } of rows)
				expect(words).toContain(row.title.replaceAll('“', '‘').replaceAll('”', '’'));
		fc.assert(
			fc.property(
				fc.shuffledSubarray(plans, { minLength: plans.length, maxLength: plans.length }),
				(shuffled) => {
					expect(wordsOf(conflictsBetween(shuffled, people))).toEqual(wordsOf(said));
				}
			),
			{ seed: 4, numRuns: 5 }
		);
	});
});
