import { expect, test } from 'vitest';
import { aPriority, measure, milestone } from './a-carried-priority.ts';
import { healthOf } from './health.ts';
import { raisesByNextWeek } from './next-week.ts';

const today = '2026-11-19';
const cycle = { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' };
const raises = (more: Parameters<typeof aPriority>[0]) => {
	const priority = aPriority(more);
	return raisesByNextWeek(priority, healthOf(priority), cycle, today);
};

test('finishing what is late or due by next week raises the score by exactly what is said', () => {
	const milestones = [
		milestone({ done: '2026-11-02' }),
		milestone({ due: '2026-11-13', title: 'Late' }),
		milestone({ due: '2026-11-29', title: 'Next Sunday' }),
		milestone({ due: '2026-11-30', title: 'The week after' }),
		milestone({ due: null, title: 'Some day' })
	];
	const kpis = [measure([2.5])];
	const before = healthOf({ milestones, kpis, gaps: [] }).score ?? 0;
	const found = raises({ milestones, kpis });
	expect(found.map(({ title }) => title)).toEqual(['Late', 'Next Sunday', 'Pipeline coverage']);
	const finished = milestones.map((one) => (one.title === 'Late' ? { ...one, done: today } : one));
	const after = healthOf({ milestones: finished, kpis, gaps: [] }).score ?? 0;
	expect(after - before).toBeCloseTo(found[0]?.points ?? 0);
	expect(found[0]?.words).toBe('One of 5 milestones, and it is late.');
});

test('a measure is asked for the step of an even pace, and for none where it is there', () => {
	const [found, ...others] = raises({ gaps: [measure([2.5]), measure([3.2]), measure()] });
	expect(others).toEqual([]);
	// Two gaps count, half of one is left, and six weeks and a day are to come.
	expect(found?.points).toBeCloseTo(((100 / 2) * 0.5) / (43 / 7));
	expect(found?.words).toBe('50% of its way; an even pace asks for 8% a week.');
});

test('with nothing set there is nothing to raise', () => {
	expect(raises({})).toEqual([]);
});
