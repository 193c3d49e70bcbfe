import { expect, test } from 'vitest';
import { action, aPriority, measure, milestone, risk } from './a-carried-priority.ts';
import { lineOf, marksOf, weeksOf } from './dashboard.ts';

const today = '2026-11-19';
const cycle = { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' };

test('a line counts what is done, due, late and open', () => {
	const line = lineOf(
		aPriority({
			milestones: [
				milestone({ due: '2026-10-09', done: '2026-10-09' }),
				milestone({ due: '2026-11-27', planned: '2026-11-13', title: 'Moved' }),
				milestone({ due: '2026-11-17', title: 'Late' })
			],
			actions: [action(), action({ doneAt: '2026-11-18T09:00:00Z' })],
			risks: [risk(), risk({ closedOn: '2026-11-18' })],
			gaps: [measure([2.5])]
		}),
		55,
		cycle,
		today
	);
	expect(line.milestones).toEqual({ done: 1, all: 3, due: 3, doneOfDue: 1, late: 2 });
	expect(line).toMatchObject({ actions: { done: 1, all: 2 }, risks: 1 });
	expect(line.next?.title).toBe('Late');
	expect(line.evidence).toMatchObject({ title: 'Call the agency', on: '2026-11-18' });
	// A third and a half, weighted four to three.
	expect(line.health.score).toBeCloseTo((0.4 * (100 / 3) + 0.3 * 50) / 0.7);
	expect(line.change).toBe(40 - 55);
	expect(lineOf(aPriority(), 55, cycle, today).change).toBeNull();
});

test('milestones stand on the day they were done or promised, and only in their cycle', () => {
	const marks = marksOf(
		[
			milestone({ due: '2026-11-27', planned: '2026-11-13' }),
			milestone({ due: '2026-11-20', done: '2026-10-01' }),
			milestone({ due: '2027-01-04' }),
			milestone({ due: null })
		],
		cycle,
		today
	);
	expect(marks.map(({ due, state }) => [due, state])).toEqual([
		['2026-11-13', 'late'],
		['2026-10-01', 'done']
	]);
	expect(marks[1]?.left).toBeCloseTo(50 / 92);
	expect(marksOf([milestone()], undefined, today)).toEqual([]);
});

test('a cycle knows its week, and when it is not running', () => {
	expect(weeksOf(cycle, today)).toEqual({ week: 8, weeks: 13, isRunning: true });
	expect(weeksOf(cycle, '2027-01-04').isRunning).toBe(false);
});

test('an action that is not going to happen is neither done nor still to come, nor evidence', () => {
	const dropped = { doneAt: '2026-11-18T09:00:00Z', droppedBecause: 'The supplier is gone' };
	const line = lineOf(aPriority({ actions: [action(), action(dropped)] }), null, cycle, today);
	expect(line.actions).toEqual({ done: 0, all: 1 });
	expect(line.evidence).toBeUndefined();
});
