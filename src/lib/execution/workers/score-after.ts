import { healthOf, writeScore, type Carried, type Health } from '../health.ts';
import type { ReviewRow } from './review.ts';

/**
 * What applying rows does to the score on the day it is done, in a sentence; undefined when nothing.
 * New milestones are still open, so they lower it; a KPI counts from its first value on, and actions,
 * risks and resources never do.
 */
export function scoreAfter(carried: Carried, taken: readonly ReviewRow[]): string | undefined {
	const fresh = taken.filter(
		({ row, change }) => change === 'new' && row.kind === 'timeline' && row.shape === 'milestone'
	);
	if (fresh.length === 0) return undefined;
	const before = healthOf(carried);
	const after = healthOf({
		...carried,
		milestones: [
			...carried.milestones,
			...fresh.map(({ id, row }) => ({ id, title: row.title, due: null, done: null }))
		]
	});
	const ones = fresh.length === 1 ? 'one new one is' : `${fresh.length} new ones are`;
	const score = `the score goes from ${writeScore(before.score)} to ${writeScore(after.score)}`;
	const was = milestonesOf(before);
	if (was === null)
		return `Milestones count from the day you apply, and ${ones} still open: ${score}.`;
	if (was === 0) return undefined;
	return `Milestones drop from ${writeScore(was)} to ${writeScore(milestonesOf(after))} on the day you apply, because ${ones} still open; ${score}.`;
}

const milestonesOf = ({ parts }: Health) =>
	parts.find(({ name }) => name === 'milestones')?.value ?? null;
