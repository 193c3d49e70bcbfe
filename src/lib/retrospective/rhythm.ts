import { bandOf } from './grade.ts';

/** Somebody looked in at least this share of the weeks: our choice, for nobody has agreed on any. */
const steadyShare = 0.75;

export type Rhythm = 'plan' | 'cadence' | 'fine' | 'unknown';

/**
 * Tells two kinds of low grade apart. One that was checked on steadily and still came out red was a
 * matter of strategy or quality: the plan was wrong, or the work did not do it. One that nobody
 * looked at was a matter of cadence: nobody knows whether the plan was wrong.
 *
 * @param grade of 0 to 1; null when nobody graded it
 * @param checkedWeeks weeks in which at least one value was entered
 * @param weeks how many the cycle has
 */
export function rhythmOf(grade: number | null, checkedWeeks: number, weeks: number): Rhythm {
	if (grade === null || weeks <= 0) return 'unknown';
	if (bandOf(grade) !== 'off') return 'fine';
	return checkedWeeks / weeks >= steadyShare ? 'plan' : 'cadence';
}

export const rhythmWords: Record<'plan' | 'cadence', string> = {
	plan: 'Low although it was checked steadily: look at the plan, not at the discipline.',
	cadence:
		'Low and seldom checked: begin with the rhythm, nobody can tell yet whether the plan was wrong.'
};

/** Whole weeks of a cycle; days are ISO dates, the last one belongs to it. */
export function weeksOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): number {
	return Math.max(1, Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / (7 * 86_400_000)));
}
