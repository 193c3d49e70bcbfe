import { addDays } from '#lib/calendar/day.ts';
import type { ActionItem } from '#lib/server/rows/actions.ts';

/** When an action is due, as the list may be cut down to. */
export const dueChoices = {
	any: 'Due any day',
	late: 'Late',
	week: 'Due within a week',
	none: 'Without a date'
};
export type DueChoice = keyof typeof dueChoices;
export type ActionFilter = { owner: string | undefined; due: DueChoice };

/** What an owner of nobody is called in an address. */
export const nobody = 'nobody';

export function readActionFilter(asked: URLSearchParams): ActionFilter {
	const due = asked.get('due') ?? '';
	return {
		owner: asked.get('owner') || undefined,
		due: Object.hasOwn(dueChoices, due) ? (due as DueChoice) : 'any'
	};
}

/** @param today ISO date */
export function filterActions(
	actions: readonly ActionItem[],
	{ owner, due }: ActionFilter,
	today: string
): ActionItem[] {
	const week = addDays(today, 7);
	const isDue = (on: string | null) =>
		({
			any: true,
			late: on !== null && on < today,
			week: on !== null && on >= today && on <= week,
			none: on === null
		})[due];
	return actions.filter(
		(action) => (owner === undefined || (action.owner ?? nobody) === owner) && isDue(action.due)
	);
}

/** The address of the list with something else asked for; undefined asks for nothing. */
export function addressOf(
	asked: Iterable<[string, string]>,
	other: Record<string, string | undefined>
): string {
	const kept = new URLSearchParams(
		[...asked].filter(([name]) => ['show', 'owner', 'due', 'change'].includes(name))
	);
	for (const [name, value] of Object.entries(other))
		if (value) kept.set(name, value);
		else kept.delete(name);
	return `?${kept.toString()}`;
}
