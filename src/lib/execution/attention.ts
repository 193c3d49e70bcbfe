import { addDays, daysSince, mondayOf, writeDay } from '#lib/calendar/day.ts';
import type { CarriedPriority, Measure } from './carried-priority.ts';
import { wayGone } from './health.ts';
import { gravestFirst, isOverdue } from './risk-review.ts';
import { slipOf, slipOfPhase, stateOf } from './standing.ts';

export type AttentionKind =
	'unowned' | 'owner left' | 'blocker' | 'milestone' | 'phase' | 'risk' | 'kpi' | 'stale';

/** Something the team should look at: the thing, what is wrong with it, and what else is known. */
export type Attention = {
	kind: AttentionKind;
	priority: string;
	/** The row it is about; the priority itself where it is about all of it. */
	id: string;
	title: string;
	/** Goes on after the title: `is 4 days late`. */
	words: string;
	more: string;
};

const order: readonly AttentionKind[] = [
	'unowned',
	'owner left',
	'blocker',
	'milestone',
	'phase',
	'risk',
	'kpi',
	'stale'
];
/** Worse this many times in a row is no accident: our choice. */
const worseInARow = 3;
const staleAfter = 21;

/**
 * What needs attention in the active priorities, the weightiest kind first, in their order.
 *
 * @param isCurrent whether somebody is still in the team
 * @param nameOf what people call somebody
 */
export function attentionOf(
	priorities: readonly CarriedPriority[],
	today: string,
	isCurrent: (person: string) => boolean,
	nameOf: (person: string | null) => string
): Attention[] {
	const all = priorities
		.filter(({ endedAt }) => endedAt === null)
		.flatMap((priority) => ofOne(priority, today, isCurrent, nameOf));
	return order.flatMap((kind) => all.filter((one) => one.kind === kind));
}

function ofOne(
	priority: CarriedPriority,
	today: string,
	isCurrent: (person: string) => boolean,
	nameOf: (person: string | null) => string
): Attention[] {
	const found: Attention[] = [];
	const say = (kind: AttentionKind, row: { id: string; title: string }, words: string, more = '') =>
		found.push({ kind, priority: priority.id, id: row.id, title: row.title, words, more });
	if (priority.owner === null) say('unowned', priority, 'has no owner', 'Nobody answers for it');
	else if (!isCurrent(priority.owner))
		say(
			'owner left',
			priority,
			'has lost its owner',
			`${nameOf(priority.owner)} has left the team`
		);
	for (const one of priority.dependencies) {
		if (one.clearedOn !== null || one.neededBy === null || one.neededBy >= today) continue;
		say('blocker', one, 'is in the way', `Needed by ${writeDay(one.neededBy, 'bare')}`);
	}
	for (const one of priority.milestones) {
		if (stateOf(one, today) !== 'late') continue;
		const promised = one.planned ?? one.due ?? today;
		const late = daysSince(promised, today);
		const isMoved = one.moved !== null && one.due !== null && one.due !== one.planned;
		const by = one.moved?.by ? ` by ${nameOf(one.moved.by)}` : '';
		say(
			'milestone',
			one,
			`is ${late} ${late === 1 ? 'day' : 'days'} late`,
			isMoved ? `moved to ${writeDay(one.due ?? '', 'bare')}${by}` : ''
		);
	}
	for (const one of priority.milestones) {
		const slip = slipOf(one, today);
		if (stateOf(one, today) === 'planned' && slip > 0)
			say('milestone', one, `has slipped ${slip} ${slip === 1 ? 'day' : 'days'}`);
	}
	for (const phase of priority.phases) {
		const slip = slipOfPhase(phase, today);
		if (phase.doneOn === null && slip > 0)
			say(
				'phase',
				{ id: phase.id, title: phase.name },
				`has slipped ${slip} ${slip === 1 ? 'day' : 'days'}`,
				`planned to end ${writeDay(phase.planned ?? phase.endsOn, 'bare')}`
			);
	}
	for (const risk of gravestFirst(priority.risks)) {
		if (risk.closedOn !== null) continue;
		const lacks = [
			...(risk.mitigation.trim() === '' ? ['mitigation'] : []),
			...(risk.owner === null || !isCurrent(risk.owner) ? ['owner'] : [])
		];
		const raised = `raised ${writeDay(risk.raisedAt.slice(0, 10), 'bare')}`;
		if (isOverdue(risk, today))
			say('risk', risk, 'waits for its review', `due ${writeDay(risk.reviewOn ?? '', 'bare')}`);
		else if (lacks.length > 0) say('risk', risk, `has no ${lacks.join(' and no ')}`, raised);
	}
	for (const kpi of priority.kpis) {
		const worse = worseFor(kpi);
		if (worse >= worseInARow) say('kpi', kpi, `has got worse ${worse} times in a row`, 'KPI');
	}
	const quiet = daysSince(lastChange(priority).slice(0, 10), today);
	if (quiet >= staleAfter)
		say(
			'stale',
			priority,
			'stands still',
			`Nothing was added, moved or done for ${Math.floor(quiet / 7)} weeks`
		);
	return found;
}

/** How many times in a row a measure has moved away from its target, up to its newest value. */
export function worseFor({ values, baseline, target, direction }: Measure): number {
	const isUp =
		baseline === null || target === null || baseline === target
			? direction === 'up'
			: target > baseline;
	let times = 0;
	for (let at = values.length - 1; at > 0; at -= 1) {
		const step = (values[at]?.value ?? 0) - (values[at - 1]?.value ?? 0);
		if (isUp ? step >= 0 : step <= 0) break;
		times += 1;
	}
	return times;
}

/** When anything of a priority was last added, moved, measured, done or said (ISO instant or day). */
export function lastChange(priority: CarriedPriority): string {
	const today = (day: string | null) => day ?? '';
	return [
		priority.createdAt,
		...priority.owners.map(({ since }) => since),
		...priority.milestones.flatMap(({ done, moved }) => [today(done), moved?.at ?? '']),
		...[...priority.kpis, ...priority.gaps].map(({ values }) => values.at(-1)?.on ?? ''),
		...priority.risks.flatMap(({ raisedAt, closedOn }) => [raisedAt, today(closedOn)]),
		...priority.dependencies.flatMap(({ raisedAt, clearedOn }) => [raisedAt, today(clearedOn)]),
		...priority.phases.map(({ doneOn }) => today(doneOn)),
		...priority.resources.map(({ grantedOn }) => today(grantedOn)),
		...priority.actions.flatMap(({ capturedAt, doneAt }) => [capturedAt, doneAt ?? '']),
		...priority.checks.map(({ at }) => at)
	].reduce((latest, one) => (one > latest ? one : latest), '');
}

/** How many measures of a kind have come to their target. */
export function reached(measures: readonly Measure[]): number {
	return measures.filter((one) => wayGone(one) === 1).length;
}

/** Who has more to do than a week or two can hold, the most first. */
export type Load = { person: string; due: number; late: number };

/** From here on somebody is overloaded, our choice: more than one thing every two working days. */
const overloadedFrom = 6;

/**
 * People with many things that are late or fall due within two weeks: their open actions, wherever
 * they were promised, and the milestones they own, or whose priority they answer for.
 *
 * @param actions every open action of the team
 */
export function overloaded(
	priorities: readonly CarriedPriority[],
	actions: readonly { owner: string | null; due: string | null }[],
	today: string
): Load[] {
	const until = addDays(mondayOf(today), 13);
	const owed = [
		...actions,
		...priorities
			.filter(({ endedAt }) => endedAt === null)
			.flatMap(({ milestones, owner: accountable }) =>
				milestones
					.filter(({ done }) => done === null)
					.map(({ owner, due }) => ({ owner: owner ?? accountable, due }))
			)
	];
	const loads = new Map<string, Load>();
	for (const { owner, due } of owed) {
		if (owner === null || due === null || due > until) continue;
		const load = loads.get(owner) ?? { person: owner, due: 0, late: 0 };
		loads.set(owner, {
			...load,
			due: load.due + 1,
			late: load.late + (due < today ? 1 : 0)
		});
	}
	return [...loads.values()]
		.filter(({ due }) => due >= overloadedFrom)
		.toSorted((one, other) => other.due - one.due || other.late - one.late);
}
