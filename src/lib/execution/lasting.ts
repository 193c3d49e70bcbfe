import { addDays } from '#lib/calendar/day.ts';
import type { CarriedPriority, Check } from './carried-priority.ts';

/** Days after a change is done on which its owner is asked whether it is still in use. */
export const askedAfter = [30, 60, 90] as const;
/** Nobody is asked about a day long gone: what lasted is seen at the next one. */
const askedFor = 29;

/** A question to the owner of a change; `milestone` is null when it is about the priority. */
export type Lasting = {
	priority: string;
	milestone: string | null;
	title: string;
	owner: string | null;
	days: Check['days'];
	doneOn: string;
	askedOn: string;
};

type Finished = Pick<
	CarriedPriority,
	'id' | 'title' | 'owner' | 'endedAt' | 'endedAs' | 'checks'
> & {
	milestones: readonly Pick<
		CarriedPriority['milestones'][number],
		'id' | 'title' | 'owner' | 'done' | 'isChange'
	>[];
};

/**
 * What is to be asked today about finished priorities and changes: of each the latest day that has
 * come, unless somebody has answered it.
 */
export function askedToday(priorities: readonly Finished[], today: string): Lasting[] {
	return priorities.flatMap((priority) => {
		const changes = priority.milestones
			.filter(({ isChange, done }) => isChange && done !== null)
			.map(({ id, title, owner, done }) => ({
				milestone: id,
				title,
				owner: owner ?? priority.owner,
				doneOn: done!
			}));
		const whole =
			priority.endedAs === 'finished' && priority.endedAt
				? [
						{
							milestone: null,
							title: priority.title,
							owner: priority.owner,
							doneOn: priority.endedAt.slice(0, 10)
						}
					]
				: [];
		return [...whole, ...changes].flatMap((change): Lasting[] => {
			const days = askedAfter.findLast((after) => addDays(change.doneOn, after) <= today);
			if (!days) return [];
			const askedOn = addDays(change.doneOn, days);
			if (addDays(askedOn, askedFor) < today) return [];
			const isAnswered = priority.checks.some(
				(check) => check.milestone === change.milestone && check.days >= days
			);
			return isAnswered ? [] : [{ ...change, priority: priority.id, days, askedOn }];
		});
	});
}
