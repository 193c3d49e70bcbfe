import { daysSince, writeDay } from '#lib/calendar/day.ts';
import { departmentNames } from './departments.ts';
import { dayOf, type Plan, type PlanRow } from './plan-row.ts';
import type { Person } from './priority-picture.ts';
import { sayTheSame } from './same-words.ts';
import { quote } from './title-words.ts';

export type ConflictRule = 'capacity' | 'same KPI' | 'promise' | 'dates';
/** Two rows that cannot both be meant, in one sentence that quotes them. */
export type Conflict = {
	rule: ConflictRule;
	words: string;
	rows: readonly [Held, Held];
};

/** A row and the plan it stands in; `isReal` once it was accepted and is still to be done. */
export type Held = { plan: Plan; row: PlanRow; isReal: boolean };

/** More open actions than this are not carried but kept on a list: our choice. */
export const mostOpenActions = 10;

/**
 * Where plans contradict each other, by rule; of one priority or of several. Of two that have both
 * become real nothing is said: there is no row left to decide on.
 *
 * @param plans rows that wait for an answer
 * @param people those who may own rows, with the actions each has open
 * @param real rows that were accepted, as they are now; their actions are among the open ones
 */
export function conflictsBetween(
	plans: readonly Plan[],
	people: readonly Person[],
	{ real = [], most = mostOpenActions }: { real?: readonly Plan[]; most?: number } = {}
): Conflict[] {
	const hold = (isReal: boolean) => (plan: Plan) =>
		plan.rows.map((row): Held => ({ plan, row, isReal }));
	const byId = (one: Held, other: Held) => idOf(one).localeCompare(idOf(other));
	// The order in which plans were run says nothing. What waits is named before what was applied.
	const held = [
		...plans.flatMap(hold(false)).toSorted(byId),
		...real.flatMap(hold(true)).toSorted(byId)
	];
	return [
		...overloaded(held, people, most),
		...[
			...countedTwice(held),
			...promisedTooMuch(held),
			...beforeItsNeed(held),
			...onOneDay(held, people)
		].filter(({ rows: [one, other] }) => !(one.isReal && other.isReal))
	];
}

/** A worker drafts one plan for a priority, of which some rows may be real already. */
function isSamePlan(one: Held, other: Held): boolean {
	return one.plan.worker === other.plan.worker && one.plan.priority === other.plan.priority;
}

/** One person over capacity: told once, with the two actions that lie nearest to each other. */
function overloaded(held: readonly Held[], people: readonly Person[], most: number): Conflict[] {
	return people.flatMap((person): Conflict[] => {
		const own = held.filter(
			({ row, isReal }) => !isReal && row.kind === 'action' && row.owner === person.id
		);
		const total = person.openActions + own.length;
		const pair = nearestTwo(own);
		if (total <= most || !pair) return [];
		return [
			{
				rule: 'capacity',
				rows: pair,
				words: `${person.name} would have ${total} open actions, and ${most} is the most one person can carry: ${dated(pair[0], pair[1])} and ${dated(pair[1], pair[0])} are two of them.`
			}
		];
	});
}

/** Of two plans where there are two; else of one. */
function nearestTwo(held: readonly Held[]): [Held, Held] | undefined {
	const pairs = pairsOf(held).toSorted((one, other) => gapOf(one) - gapOf(other));
	return pairs.find(([one, other]) => !isSamePlan(one, other)) ?? pairs[0];
}

function gapOf([one, other]: readonly [Held, Held]): number {
	const [first, second] = [dayOf(one.row), dayOf(other.row)];
	return first && second ? Math.abs(daysSince(first, second)) : 0;
}

/** The same KPI counted twice. What a worker counts for each priority apart is not the same. */
function countedTwice(held: readonly Held[]): Conflict[] {
	const kpis = held.filter(({ row }) => row.kind === 'kpi');
	return pairsOf(kpis).flatMap(([one, other]): Conflict[] => {
		const [first, second] = [one.row, other.row];
		if (first.kind !== 'kpi' || second.kind !== 'kpi' || isSamePlan(one, other)) return [];
		const isSame =
			first.library !== null || second.library !== null
				? first.library === second.library
				: one.plan.priority === other.plan.priority &&
					first.unit === second.unit &&
					sayTheSame(first.title, second.title);
		if (!isSame) return [];
		const words = `${named(one, other)} and ${named(other, one)} count the same: keep one, with one owner.`;
		return [{ rule: 'same KPI', rows: [one, other], words }];
	});
}

/** A promise of one department that another’s capacity contradicts: the least room decides. */
function promisedTooMuch(held: readonly Held[]): Conflict[] {
	return held.flatMap((promise): Conflict[] => {
		const { load } = promise.row;
		if (load?.side !== 'promise') return [];
		const [least] = held
			.filter(({ row, plan }) => {
				const isRoom = row.load?.side === 'room' && row.load.measure === load.measure;
				return isRoom && plan.worker !== promise.plan.worker;
			})
			.toSorted((one, other) => (one.row.load?.perWeek ?? 0) - (other.row.load?.perWeek ?? 0));
		if (!least?.row.load || least.row.load.perWeek >= load.perWeek) return [];
		const words = `${named(promise, least)} promises ${load.words}, and ${named(least, promise)} shows ${least.row.load.words}.`;
		return [{ rule: 'promise', rows: [promise, least], words }];
	});
}

/** Something that comes before what it needs; the latest of what it needs decides. */
function beforeItsNeed(held: readonly Held[]): Conflict[] {
	return held.flatMap((early): Conflict[] => {
		const day = dayOf(early.row);
		const { needs } = early.row;
		if (!day || !needs) return [];
		const [latest] = held
			.filter(({ row, plan }) => {
				const isGiven = row.gives === needs && plan.priority === early.plan.priority;
				return isGiven && plan.worker !== early.plan.worker && (dayOf(row) ?? '') > day;
			})
			.toSorted((one, other) => (dayOf(other.row) ?? '').localeCompare(dayOf(one.row) ?? ''));
		if (!latest) return [];
		const words = `${dated(early, latest)} comes before what it needs: ${dated(latest, early)}.`;
		return [{ rule: 'dates', rows: [early, latest], words }];
	});
}

/** Two milestones of two plans that one person has on one day; told once for each person and day. */
function onOneDay(held: readonly Held[], people: readonly Person[]): Conflict[] {
	const told = new Set<string>();
	const milestones = held.filter(
		({ row }) => row.kind === 'timeline' && row.shape === 'milestone' && row.endsOn !== null
	);
	return pairsOf(milestones).flatMap(([one, other]): Conflict[] => {
		const person = people.find(({ id }) => id === one.row.owner);
		const day = dayOf(one.row);
		if (!person || !day || other.row.owner !== person.id || day !== dayOf(other.row)) return [];
		if (isSamePlan(one, other) || told.has(`${person.id} ${day}`)) return [];
		told.add(`${person.id} ${day}`);
		const words = `${person.name} has ${named(one, other)} and ${named(other, one)} on the same day, ${writeDay(day)}.`;
		return [{ rule: 'dates', rows: [one, other], words }];
	});
}

function pairsOf(held: readonly Held[]): [Held, Held][] {
	return held.flatMap((one, index) =>
		held.slice(index + 1).map((other): [Held, Held] => [one, other])
	);
}

const idOf = ({ plan, row }: Held) => `${plan.priority} ${row.key}`;

/** `“Announced” (Marketing)`, with the priority where the two are of different ones. */
function named(one: Held, beside: Held): string {
	return `${quote(one.row.title)} (${whereOf(one, beside)})`;
}

function dated(one: Held, beside: Held): string {
	const day = dayOf(one.row);
	return `${quote(one.row.title)} (${whereOf(one, beside)}${day ? `, ${writeDay(day)}` : ''})`;
}

function whereOf({ plan, isReal }: Held, beside: Held): string {
	const isElsewhere = beside.plan.priority !== plan.priority;
	const where = isElsewhere ? ` for ${quote(plan.priorityTitle)}` : '';
	return `${departmentNames[plan.worker]}${where}${isReal ? ', applied' : ''}`;
}
