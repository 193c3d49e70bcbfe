import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type Cycle, type KeyResult, type Objective, type Rows } from './cascade.ts';
import { columns, linesOf, list, type Line } from './listing.ts';

const cycle: Cycle = { id: 'q', name: 'Q4', startsOn: '2026-10-01', endsOn: '2026-12-31' };
const today = '2026-11-21';
const objective = (id: string, goal: string | null): Objective => ({
	id,
	title: id,
	goal,
	cycle: 'q',
	ambition: 'committed',
	weight: 0,
	owner: 'ada',
	state: 'accepted',
	proposedBy: null,
	answer: '',
	endedAt: null
});
const result = (id: string, of: string, value: number | null, more = {}): KeyResult => ({
	id,
	title: id,
	objective: of,
	unit: '',
	decimals: 0,
	baseline: 0,
	target: 10,
	weight: 0,
	owner: 'ada',
	value,
	measuredOn: value === null ? null : '2026-11-20',
	...more
});
const goal = { year: 2026, standing: '', owner: null };
const rows: Rows = {
	imperatives: [{ id: 'i', title: 'i', stage: null, fromYear: 2026, untilYear: 2027 }],
	goals: [
		{ id: 'g', title: 'Uptime', imperative: 'i', ...goal },
		{ id: 'h', title: 'Margin', imperative: null, ...goal }
	],
	objectives: [
		objective('linked', 'g'),
		objective('half', 'h'),
		objective('drifting', null),
		objective('empty', 'g')
	],
	keyResults: [
		result('k10', 'linked', 9),
		result('k9', 'linked', 1, { owner: 'grace' }),
		result('falling', 'half', 2, { baseline: 10, target: 0 }),
		result('unknown', 'drifting', null, { owner: null })
	]
};
const lines = linesOf(arrange(rows, cycle, today));
const nameOf = (id: string) => id;
const ids = (all: Line[]) => all.map(({ id }) => id);

describe('the list', () => {
	test('has each key result once, an objective without any, and the numbers of the tree', () => {
		expect(ids(lines)).toEqual(['k10', 'k9', 'empty', 'falling', 'unknown']);
		expect(lines.map(({ progress }) => progress)).toEqual([0.9, 0.1, null, 0.8, null]);
	});

	test('finds what serves no imperative, however far up the link is missing', () => {
		const order = { by: 'title', isFalling: false } as const;
		expect(ids(list(lines, { orphansOnly: true }, order, nameOf))).toEqual(['falling', 'unknown']);
		expect(ids(list(lines, { owner: 'grace' }, order, nameOf))).toEqual(['k9']);
		expect(ids(list(lines, { owner: '' }, order, nameOf))).toEqual(['unknown']);
		expect(ids(list(lines, { status: 'off' }, order, nameOf))).toEqual(['k9']);
	});

	test('sorts names by their numbers, the worst status first, and what is unknown last', () => {
		const by = (column: (typeof columns)[number], isFalling = false) =>
			ids(list(lines, {}, { by: column, isFalling }, nameOf));
		expect(by('title').slice(-3)).toEqual(['k9', 'k10', 'unknown']);
		expect(by('status')[0]).toBe('k9');
		expect(by('grade').slice(-2)).toEqual(['empty', 'unknown']);
		expect(by('grade', true)).toEqual(['k10', 'falling', 'k9', 'empty', 'unknown']);
	});

	test('loses nothing, whatever it is sorted by', () => {
		fc.assert(
			fc.property(fc.constantFrom(...columns), fc.boolean(), (by, isFalling) => {
				const sorted = ids(list(lines, {}, { by, isFalling }, nameOf));
				expect(sorted.toSorted()).toEqual(ids(lines).toSorted());
			}),
			{ seed: 3, numRuns: 30 }
		);
	});

	test('of a cycle with no objectives is empty', () => {
		expect(linesOf(arrange({ ...rows, objectives: [], keyResults: [] }, cycle, today))).toEqual([]);
	});
});
