import * as v from 'valibot';

/** The six areas of organisational health, in the order the scorecard shows them. */
export const areas = [
	'growth',
	'operations',
	'finance',
	'talent',
	'culture',
	'innovation'
] as const;
export const Area = v.picklist(areas);
export type Area = v.InferOutput<typeof Area>;

export const areaNames: Record<Area, string> = {
	growth: 'Growth',
	operations: 'Operations',
	finance: 'Finance',
	talent: 'Talent',
	culture: 'Culture',
	innovation: 'Innovation'
};

/**
 * Something the team counts every week. `direction` says which way is good; `tolerance` is how far
 * from the target a reading may lie and still be at risk only. Both in the metric's own unit.
 */
export type Metric = {
	id: string;
	name: string;
	area: Area;
	leading: boolean;
	unit: string;
	decimals: number;
	direction: 'up' | 'down';
	target: number | null;
	tolerance: number | null;
	owner: string | null;
};

/** What was counted in the week that starts on the Monday `period` (ISO date). */
export type Reading = { metric: string; period: string; value: number };
