import { addDays } from '#lib/calendar/day.ts';
import { hitGroups, type HitGroup } from './hit.ts';

/** How far back is looked. */
export const spans = {
	any: 'Any time',
	month: 'Last month',
	quarter: 'Last 3 months',
	year: 'Last year'
};
export type Span = keyof typeof spans;
const days: Record<Exclude<Span, 'any'>, number> = { month: 31, quarter: 92, year: 366 };

export type Filters = { group: HitGroup | undefined; team: string | undefined; span: Span };

/** Reads the filters of an address; what is none is no filter. */
export function readFilters(asked: URLSearchParams): Filters {
	const [group, team, span] = ['kind', 'team', 'time'].map((name) => asked.get(name) ?? '');
	return {
		group: isOne(hitGroups, group) ? group : undefined,
		team: team && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(team) ? team : undefined,
		span: isOne(spans, span) ? span : 'any'
	};
}

/** The first day a filter lets in; undefined when every day is in. */
export function firstDay(span: Span, today: string): string | undefined {
	return span === 'any' ? undefined : addDays(today, -days[span]);
}

function isOne<Choices extends object>(
	choices: Choices,
	name: string | undefined
): name is keyof Choices & string {
	return name !== undefined && Object.hasOwn(choices, name);
}
