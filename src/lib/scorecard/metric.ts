import * as v from 'valibot';
import { cadences, type Cadence } from './period.ts';

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

/** The four perspectives of a balanced scorecard. */
export const perspectives = ['financial', 'customer', 'operational', 'people'] as const;
export const Perspective = v.picklist(perspectives);
export type Perspective = v.InferOutput<typeof Perspective>;

export const perspectiveNames: Record<Perspective, string> = {
	financial: 'Financial',
	customer: 'Customer',
	operational: 'Operational',
	people: 'People'
};

/** Which way is good: the target or more, the target or less, or between two bounds. */
export const Direction = v.picklist(['up', 'down', 'band']);
export type Direction = v.InferOutput<typeof Direction>;

export const CadenceOf = v.picklist(cadences);

/** A target that counts from a day on (ISO date). */
export const PathStep = v.object({ from: v.pipe(v.string(), v.isoDate()), target: v.number() });
export type PathStep = v.InferOutput<typeof PathStep>;

/** What a metric is judged by, in its own unit. */
export type Bounds = {
	unit: string;
	decimals: number;
	direction: Direction;
	/** The least that is good, or the most; a band has none. */
	target: number | null;
	/** A band lies between these. */
	lower: number | null;
	upper: number | null;
	/** How far beyond its bound a reading may lie and still be at risk only. */
	tolerance: number | null;
	/** Targets that change with time, in the order of their days. */
	path: readonly PathStep[];
};

/** Something the team counts every week, month or quarter. */
export type Metric = Bounds & {
	id: string;
	name: string;
	area: Area;
	perspective: Perspective;
	leading: boolean;
	cadence: Cadence;
	owner: string | null;
	/** What is counted, how, and where the number comes from. */
	definition: string;
	formula: string;
	source: string;
	/** What is usual at some times of the year, in words. */
	season: string;
	/** The months, 1 for January, that are low or high every year. */
	lowMonths: readonly number[];
	highMonths: readonly number[];
	/** What is done when it breaks, and by whom. */
	response: string;
	responder: string | null;
	/** The lagging metric that moves after this one. */
	leads: string | null;
	/** The annual goal it tells of. */
	goal: string | null;
	/** The period its natural limits start from; the first reading, without it. */
	baselineFrom: string | null;
};

/** What was counted in the period that starts on `period` (ISO date). */
export type Reading = { metric: string; period: string; value: number };
