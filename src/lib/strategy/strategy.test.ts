import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	arrange,
	cycleOn,
	elapsedOf,
	lineageOf,
	missingIn,
	writeLineage,
	type Cycle,
	type KeyResult,
	type Objective
} from './cascade.ts';
import { gradeOf, progressOf, rollUp, standingOf, stateOfAll } from './progress.ts';
import { doubtsOf, doubtsOfGoal, doubtsOfKeyResult } from './writing.ts';

const q4: Cycle = { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' };
const objective = (id: string, more: Partial<Objective> = {}): Objective => ({
	id,
	title: id,
	goal: null,
	cycle: 'q4',
	ambition: 'committed',
	weight: 1,
	owner: 'ada',
	state: 'accepted',
	proposedBy: null,
	answer: '',
	endedAt: null,
	...more
});
const keyResult = (id: string, of: string, more: Partial<KeyResult> = {}): KeyResult => ({
	id,
	title: id,
	objective: of,
	unit: '',
	decimals: 0,
	baseline: 0,
	target: 10,
	weight: 1,
	owner: 'ada',
	value: null,
	measuredOn: null,
	...more
});

describe('progress', () => {
	test.each([
		[0, 10, 6, 0.6],
		[45, 30, 40, 1 / 3],
		[45, 30, 50, 0],
		[0, 10, 12, 1],
		[-5, 5, 0, 0.5],
		[0, 10, null, null]
	])('from %s to %s at %s', (baseline, target, value, share) =>
		expect(progressOf({ baseline, target, value })).toBe(share)
	);

	test('is the weighted mean of the parts; a part without a value is nothing done', () => {
		expect(
			rollUp([
				{ weight: 1, progress: 1 },
				{ weight: 3, progress: 0 }
			])
		).toBe(0.25);
		expect(
			rollUp([
				{ weight: 1, progress: 1 },
				{ weight: 1, progress: null }
			])
		).toBe(0.5);
		expect(
			rollUp([
				{ weight: 0, progress: 1 },
				{ weight: 0, progress: 0.5 }
			])
		).toBe(0.75);
		expect(rollUp([{ weight: 1, progress: null }])).toBeNull();
		expect(rollUp([])).toBeNull();
	});

	test('rolled up stays between its worst and its best part, whatever the weights', () => {
		const part = fc.record({
			weight: fc.double({ min: 0, max: 100, noNaN: true }),
			progress: fc.double({ min: 0, max: 1, noNaN: true })
		});
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
				const all = parts.map(({ progress }) => progress);
				const rolled = rollUp(parts) ?? -1;
				expect(rolled).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
				expect(rolled).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
			}),
			{ seed: 5, numRuns: 500 }
		);
	});

	test('grades have one decimal', () => {
		expect([0, 0.04, 0.05, 0.649, 1].map(gradeOf)).toEqual(['0.0', '0.0', '0.1', '0.6', '1.0']);
	});
});

describe('standing', () => {
	const at = (progress: number | null, elapsed: number, measuredOn: string | null = '2026-11-20') =>
		standingOf(progress, measuredOn, elapsed, '2026-11-21').status;

	test('follows an even pace', () => {
		expect([at(0.5, 0.55), at(0.4, 0.55), at(0.2, 0.55)]).toEqual(['on', 'risk', 'off']);
		expect(standingOf(0.4, '2026-11-20', 0.55, '2026-11-21').reason).toBe(
			'40% of the way, 55% of the cycle has passed.'
		);
	});

	test('an old value overrides every colour while the cycle runs, a reached target too', () => {
		for (const progress of [0.1, 0.4, 0.9]) {
			expect(at(progress, 0.5, '2026-11-07')).not.toBe('none');
			expect(at(progress, 0.5, '2026-11-06')).toBe('none');
		}
		expect(at(1, 0.5, '2026-11-07')).toBe('on');
		expect(standingOf(1, '2026-11-06', 0.5, '2026-11-21')).toEqual({
			status: 'none',
			reason: 'The target was reached, but the newest value is 15 days old.'
		});
		// Once the cycle is over nobody measures any more.
		expect(at(1, 1, '2026-11-06')).toBe('on');
		expect(at(null, 0.5, null)).toBe('none');
	});

	test('of an objective is that of its worst key result', () => {
		const of = (...all: ('on' | 'risk' | 'off' | 'none')[]) =>
			stateOfAll(all.map((status) => ({ status, reason: '' })));
		expect(of('on', 'risk', 'off').status).toBe('off');
		expect(of('on', 'none').status).toBe('none');
		expect(of('on', 'on').status).toBe('on');
		expect(of().reason).toBe('It has no key result.');
	});
});

describe('the cascade', () => {
	const rows = {
		imperatives: [{ id: 'i', title: 'i', stage: null, fromYear: 2026, untilYear: 2028 }],
		goals: [
			{ id: 'g', title: 'g', imperative: 'i', year: 2026, standing: '', owner: null },
			{ id: 'loose', title: 'loose', imperative: 'gone', year: 2026, standing: '', owner: null }
		],
		objectives: [
			objective('a', { goal: 'g', weight: 3 }),
			objective('b', { goal: 'g' }),
			objective('proposed', { goal: 'g', state: 'proposed' }),
			objective('drifting')
		],
		keyResults: [
			keyResult('a1', 'a', { value: 10, measuredOn: '2026-11-20' }),
			keyResult('b1', 'b', { value: 0, measuredOn: '2026-11-20' }),
			keyResult('p1', 'proposed', { value: 0, measuredOn: '2026-11-20' })
		]
	};
	const cascade = arrange(rows, q4, '2026-11-21');

	test('rolls progress up through weights, without what is only proposed', () => {
		const [imperative] = cascade.imperatives;
		expect(imperative?.goals[0]?.objectives.map(({ progress }) => progress)).toEqual([1, 0, 0]);
		expect(imperative?.goals[0]?.progress).toBe(0.75);
		expect(imperative?.progress).toBe(0.75);
	});

	test('shows what serves nothing as loose, and every row once', () => {
		expect(cascade.looseGoals.map(({ id }) => id)).toEqual(['loose']);
		expect(cascade.looseObjectives.map(({ id }) => id)).toEqual(['drifting']);
		const goals = [...cascade.imperatives.flatMap((one) => one.goals), ...cascade.looseGoals];
		const objectives = [...goals.flatMap((one) => one.objectives), ...cascade.looseObjectives];
		expect(objectives.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'drifting', 'proposed']);
	});

	test('knows what an objective serves', () => {
		expect(lineageOf({ goal: 'g' }, rows).map(({ id }) => id)).toEqual(['i', 'g']);
		expect(lineageOf({ goal: 'loose' }, rows).map(({ id }) => id)).toEqual(['loose']);
		expect(lineageOf({ goal: null }, rows)).toEqual([]);
	});

	test('says where a link is missing', () => {
		const words = (goal: string | null) => writeLineage(lineageOf({ goal }, rows));
		expect(words('g')).toBe('Serves i → g');
		expect(words('loose')).toBe('Serves loose, not linked to an imperative');
		expect(words(null)).toBe('Not linked to an annual goal');
		const missing = ['g', 'loose', null].map((goal) => missingIn(lineageOf({ goal }, rows)));
		expect(missing).toEqual([null, 'imperative', 'annual goal']);
	});

	test('nothing at all is an empty cascade', () => {
		const nothing = { imperatives: [], goals: [], objectives: [], keyResults: [] };
		expect(arrange(nothing, undefined, '2026-11-21')).toEqual({
			imperatives: [],
			looseGoals: [],
			looseObjectives: []
		});
	});
});

describe('cycles', () => {
	const q1 = { id: 'q1', name: 'Q1 2027', startsOn: '2027-01-01', endsOn: '2027-03-31' };

	test('the one that a day is in, else the next, else the last', () => {
		expect(cycleOn([q1, q4], '2026-12-31')).toBe(q4);
		expect(cycleOn([q1, q4], '2026-06-01')).toBe(q4);
		expect(cycleOn([q1, q4], '2028-06-01')).toBe(q1);
		expect(cycleOn([], '2028-06-01')).toBeUndefined();
	});

	test('what has passed of one stays between nothing and all of it', () => {
		expect(elapsedOf(q4, '2026-09-01')).toBe(0);
		expect(elapsedOf(q4, '2026-11-15')).toBeCloseTo(0.49, 2);
		expect(elapsedOf(q4, '2027-02-01')).toBe(1);
		expect(elapsedOf(undefined, '2027-02-01')).toBe(0);
	});
});

describe('writing', () => {
	const owner = 'ada';
	const well = { title: 'Make uptime boring', owner, cycle: 'q4', keyResults: [{ title: 'a' }] };
	const measured = { title: 'Sites on firmware 4', owner, unit: '', baseline: 0, target: 38 };
	const goal = { title: '99.2% uptime', standing: '98.4% today', owner };

	test('has nothing to ask of what is well put', () => {
		expect(doubtsOf(well)).toEqual([]);
		expect(doubtsOfKeyResult(measured)).toEqual([]);
		expect(doubtsOfGoal(goal)).toEqual([]);
	});

	test('asks for an outcome instead of a task, an owner, a measure and a day', () => {
		expect(
			doubtsOf({ title: 'Launch the portal', owner: null, cycle: null, keyResults: [] })
		).toEqual([
			'“Launch” is a task. What will be different once it is done?',
			'Nobody owns it.',
			'No cycle says by when.',
			'No key result says when it is reached.'
		]);
		expect(doubtsOfKeyResult({ ...measured, title: 'Write the manual', owner: null })).toEqual([
			'“Write” is a task. Which number changes because of it?',
			'Nobody owns it.'
		]);
		expect(doubtsOfGoal({ ...goal, title: 'Build a portal by 2027', owner: null })).toEqual([
			'“Build” is a task. What will be different once it is done?',
			'No number says when it is reached.',
			'Nobody owns it.'
		]);
	});

	test('asks for a number that moves, and from where', () => {
		expect(doubtsOfKeyResult({ ...measured, target: 1 })).toEqual([
			'From 0 to 1 is done or not done. Which number shows how far it is?'
		]);
		expect(doubtsOfKeyResult({ ...measured, target: 1, unit: '%' })).toEqual([]);
		expect(doubtsOfGoal({ ...goal, standing: '' })).toEqual([
			'Nobody has said where it stands today.'
		]);
	});

	test('asks for fewer than six key results', () => {
		const many = (length: number) => ({
			...well,
			keyResults: Array.from({ length }, () => ({ title: 'a' }))
		});
		expect(doubtsOf(many(5))).toEqual([]);
		expect(doubtsOf(many(6))).toEqual(['6 key results are hard to keep in mind; 5 are enough.']);
	});
});
