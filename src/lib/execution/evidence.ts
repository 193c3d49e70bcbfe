import { writeReading } from '#lib/scorecard/number.ts';
import type { CarriedPriority } from './carried-priority.ts';

/** The newest thing that shows how a priority goes: `words` goes on after its title. */
export type Evidence = { id: string; title: string; words: string; on: string };

type Shown = Pick<CarriedPriority, 'milestones' | 'kpis' | 'gaps' | 'actions'>;

/**
 * The latest evidence of a priority: what was measured, a milestone that was reached, or an action
 * that was done. Of one day a measured value says most, then a milestone. Undefined when nothing has
 * been shown yet.
 */
export function evidenceOf({ milestones, kpis, gaps, actions }: Shown): Evidence | undefined {
	const measured = [...kpis, ...gaps].flatMap((measure): Evidence[] => {
		const newest = measure.values.at(-1);
		if (!newest) return [];
		const words = `at ${writeReading(newest.value, measure)}`;
		return [{ id: measure.id, title: measure.title, words, on: newest.on }];
	});
	const reached = milestones.flatMap(({ id, title, done }): Evidence[] =>
		done === null ? [] : [{ id, title, words: 'reached', on: done }]
	);
	const finished = actions.flatMap(({ id, title, doneAt, droppedBecause }): Evidence[] =>
		doneAt === null || droppedBecause !== ''
			? []
			: [{ id, title, words: 'done', on: doneAt.slice(0, 10) }]
	);
	return [...measured, ...reached, ...finished].reduce<Evidence | undefined>(
		(latest, one) => (latest === undefined || one.on > latest.on ? one : latest),
		undefined
	);
}
