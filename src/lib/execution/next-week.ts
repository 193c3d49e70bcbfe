import { addDays, daysSince, mondayOf, writeDay } from '#lib/calendar/day.ts';
import type { Cycle } from '#lib/strategy/cascade.ts';
import { wayGone, type Carried, type Health, type PartName } from './health.ts';

/** What would raise the score by next week: how many points, and why so many. */
export type Raise = { id: string; title: string; part: PartName; points: number; words: string };

/**
 * What would raise a score most until the Sunday after next Monday's week begins, the most first: a
 * milestone that is late or falls due until then, and a measure that makes the step an even pace to
 * the end of the cycle asks of it. Milestones of later weeks are not promised for then.
 */
export function raisesByNextWeek(
	carried: Carried,
	health: Health,
	cycle: Cycle | undefined,
	today: string
): Raise[] {
	const until = addDays(mondayOf(today), 13);
	const part = (name: PartName) => health.parts.find((one) => one.name === name);
	const each = (name: PartName) => {
		const { share = 0, counted = 0 } = part(name) ?? {};
		return counted > 0 ? (100 * share) / counted : 0;
	};
	const milestones = carried.milestones
		.filter(({ due, done }) => done === null && due !== null && due <= until)
		.map(({ id, title, due }): Raise => {
			const when = due! < today ? 'it is late' : `it is due ${writeDay(due!, 'bare')}`;
			const of = carried.milestones.length;
			const words = `One of ${of} ${of === 1 ? 'milestone' : 'milestones'}, and ${when}.`;
			return { id, title, part: 'milestones', points: each('milestones'), words };
		});
	const days = cycle ? daysSince(today, cycle.endsOn) + 1 : 0;
	const weeks = Math.max(1, days / 7);
	const measures =
		days > 0
			? (['kpis', 'gaps'] as const).flatMap((name) =>
					carried[name].flatMap((way): Raise[] => {
						const gone = wayGone(way);
						if (gone === null || gone >= 1 || way.baseline === way.target) return [];
						const words = `${Math.round(100 * gone)}% of its way; an even pace asks for ${Math.round((100 * (1 - gone)) / weeks)}% a week.`;
						const points = (each(name) * (1 - gone)) / weeks;
						return [{ id: way.id, title: way.title, part: name, points, words }];
					})
				)
			: [];
	return [...milestones, ...measures]
		.filter(({ points }) => points > 0)
		.toSorted((one, other) => other.points - one.points);
}
