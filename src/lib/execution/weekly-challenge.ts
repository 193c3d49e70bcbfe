import { daysSince, writeDay } from '#lib/calendar/day.ts';
import type { WeeklyFacts } from './weekly-facts.ts';
import { counted, lateMilestones } from './weekly-status.ts';

/** What stands in the way most this week, and what the rule saw. */
export type Challenge = { title: string; why: string };

type Signal = Challenge & { weight: number };

/** How heavy a delay weighs on top of its kind: it grows for a month, and never beats the next kind. */
const delay = (days: number) => Math.min(days, 30) / 31;

/**
 * The key challenge of the week: the worst signal there is. In this order: a priority that nobody
 * owns, one called off track, the latest milestone, a grave risk (likelihood × impact of 6 or more)
 * whose review is overdue, the latest action, an action without an owner, no active priority at all.
 * Among those of a kind the longest delay wins, then the one named first.
 *
 * @returns null when there is none of them
 */
export function challengeOf(facts: WeeklyFacts, today: string): Challenge | null {
	const [worst] = signalsOf(facts, today).toSorted((one, other) => other.weight - one.weight);
	return worst ? { title: worst.title, why: worst.why } : null;
}

function signalsOf({ priorities, risks, actions }: WeeklyFacts, today: string): Signal[] {
	const since = (day: string | null) => (day ? Math.max(0, daysSince(day, today)) : 0);
	return [
		...priorities
			.filter(({ owner }) => owner === null)
			.map(({ title }) => ({ weight: 7, title, why: 'Nobody is accountable for this priority.' })),
		...priorities.flatMap(({ title, call }) =>
			call && !call.onTrack
				? [
						{
							weight: 6 + delay(since(call.on)),
							title,
							why: `Its owner called it off track on ${writeDay(call.on, 'long')}.`
						}
					]
				: []
		),
		...priorities.flatMap((priority) =>
			lateMilestones(priority.milestones, today).map(({ title, days }) => ({
				weight: 5 + delay(days),
				title,
				why: `A milestone of ${priority.title}, ${counted(days, 'day')} late.`
			}))
		),
		...risks
			.filter(
				(risk) => risk.likelihood * risk.impact >= 6 && risk.reviewOn && risk.reviewOn < today
			)
			.map(({ title, reviewOn, likelihood, impact }) => ({
				weight: 4 + delay(since(reviewOn)),
				title,
				why: `A risk of ${likelihood * impact} out of 9 whose review was due ${counted(since(reviewOn), 'day')} ago.`
			})),
		...actions
			.filter(({ due }) => due !== null && due < today)
			.map(({ title, due }) => ({
				weight: 3 + delay(since(due)),
				title,
				why: `An action that is ${counted(since(due), 'day')} late.`
			})),
		...actions
			.filter(({ owner }) => owner === null)
			.map(({ title }) => ({ weight: 2, title, why: 'An action that nobody has taken on.' })),
		...(priorities.length === 0
			? [
					{
						weight: 1,
						title: 'No priority is active',
						why: 'Without one, nobody knows what comes first this quarter.'
					}
				]
			: [])
	];
}
