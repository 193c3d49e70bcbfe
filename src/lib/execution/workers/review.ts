import { writeDay } from '#lib/calendar/day.ts';
import type { Department } from './departments.ts';
import { dayOf, type PlanRow, type RowKind } from './plan-row.ts';

/** A row of a plan before the team: as it was drafted, with what people wrote over it. */
export type ReviewRow = {
	id: string;
	row: PlanRow;
	change: 'new' | 'changed' | 'there';
	/** Why it comes again, or the title of what is there already. */
	because: string;
	/** What the row it says anew said. */
	before: PlanRow | null;
	isEdited: boolean;
};

/** A row that was accepted, and may still be taken back. */
export type AppliedRow = {
	id: string;
	title: string;
	kind: RowKind;
	worker: Department;
	by: string | null;
	/** ISO instant; rows applied together share it. */
	at: string;
};

export type Lack = 'person' | 'day' | 'title';

/** What a row needs from people before it can become real; undefined when nothing. */
export function lackOf({ row }: Pick<ReviewRow, 'row'>): Lack | undefined {
	if (row.title.trim() === '') return 'title';
	if (row.kind === 'action' && row.owner === null) return 'person';
	if (row.kind === 'timeline' && row.shape === 'phase' && row.startsOn === null) return 'day';
	return (row.kind === 'action' || row.kind === 'timeline') && dayOf(row) === null
		? 'day'
		: undefined;
}

/**
 * Whether a row is taken at first: everything that could become real, but for what costs, and what
 * comes after the cycle has ended.
 *
 * @param cycleEnd its last day (ISO date); null when there is no cycle
 */
export function isTakenAtFirst(one: ReviewRow, cycleEnd: string | null = null): boolean {
	const isLate = cycleEnd !== null && (dayOf(one.row) ?? '') > cycleEnd;
	const isReady = one.change !== 'there' && lackOf(one) === undefined;
	return isReady && one.row.kind !== 'resource' && !isLate;
}

/** What a row that comes again says otherwise: `20 Nov` to `23 Nov`; undefined when nothing short. */
export function changeInWords(
	{ row, before }: Pick<ReviewRow, 'row' | 'before'>,
	nameOf: (id: string | null) => string
): { from: string; to: string } | undefined {
	if (!before) return undefined;
	const [then, now] = [dayOf(before), dayOf(row)];
	if (then && now && then !== now)
		return { from: writeDay(then, 'bare'), to: writeDay(now, 'bare') };
	if (before.owner !== row.owner) return { from: nameOf(before.owner), to: nameOf(row.owner) };
	return undefined;
}

export type Effect = { kind: RowKind | 'moved'; before: number; after: number };

/**
 * What applying these rows does to the plan of a priority, kind by kind: how many there are, and how
 * many there would be. Changes of what is there move it and add nothing.
 */
export function effectsOf(
	taken: readonly ReviewRow[],
	counts: Readonly<Record<RowKind, number>>
): Effect[] {
	const kinds: readonly RowKind[] = ['action', 'timeline', 'resource', 'risk', 'kpi'];
	const moved = taken.filter(({ change }) => change === 'changed').length;
	const effects = kinds.map((kind): Effect => {
		const added = taken.filter(({ change, row }) => change === 'new' && row.kind === kind).length;
		return { kind, before: counts[kind], after: counts[kind] + added };
	});
	return [
		...effects.filter(({ before, after }) => after > before),
		...(moved > 0 ? [{ kind: 'moved' as const, before: 0, after: moved }] : [])
	];
}

export type Carrying = { person: string; open: number; then: number };

/** How many open actions each owner of a taken action has, and would have; the busiest first. */
export function whoCarries(
	taken: readonly ReviewRow[],
	people: readonly { id: string; openActions: number }[]
): Carrying[] {
	return people
		.flatMap(({ id, openActions }): Carrying[] => {
			const own = taken.filter(({ row }) => row.kind === 'action' && row.owner === id);
			if (own.length === 0) return [];
			const added = own.filter(
				({ change, before }) => change === 'new' || before?.owner !== id
			).length;
			return [{ person: id, open: openActions, then: openActions + added }];
		})
		.toSorted((one, other) => other.then - one.then);
}

/** What a row puts before the team in a few words: `3 new, 1 change, 1 already there`. */
export function countInWords(rows: readonly ReviewRow[]): string {
	const of = (change: ReviewRow['change']) => rows.filter((one) => one.change === change).length;
	const [fresh, changed, there] = [of('new'), of('changed'), of('there')];
	return [
		...(fresh ? [`${fresh} new`] : []),
		...(changed ? [`${changed} ${changed === 1 ? 'change' : 'changes'}`] : []),
		...(there ? [`${there} already there`] : [])
	].join(', ');
}
