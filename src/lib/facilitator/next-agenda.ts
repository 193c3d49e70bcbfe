import { undoneTitle, type Offer } from '#lib/meeting/carry-over.ts';
import type { Segment } from '#lib/meeting/segment.ts';
import { longestSegment } from '#lib/meeting/segment.ts';
import type { Suggestion } from './suggestion.ts';

/** How long a segment of that title took in an earlier meeting, in whole minutes. */
export type EarlierPace = { title: string; minutes: number };

/** From so many meetings on a habit is one; and by so many minutes it must differ. */
const leastMeetings = 3;
const worthMoving = 3;
const mostLookedAt = 5;

/**
 * Minutes that a segment really takes, when the last three to five meetings that had it agree that it
 * is more or less than planned: the median of them.
 *
 * @param paces the newest first
 */
export function usualMinutes(
	{ title, minutes }: Pick<Segment, 'title' | 'minutes'>,
	paces: readonly EarlierPace[]
): { minutes: number; of: number[] } | undefined {
	const of = paces
		.filter((pace) => pace.title === title && pace.minutes > 0)
		.slice(0, mostLookedAt)
		.map((pace) => pace.minutes);
	if (of.length < leastMeetings) return undefined;
	const sorted = of.toSorted((one, other) => one - other);
	const median = Math.min(longestSegment, sorted[Math.floor(sorted.length / 2)] ?? minutes);
	const allMore = of.every((took) => took > minutes);
	const allLess = of.every((took) => took < minutes);
	const isHabit = (allMore || allLess) && Math.abs(median - minutes) >= worthMoving;
	return isHabit ? { minutes: median, of } : undefined;
}

/** Before the meeting: gives segments the minutes they take. */
export function agendaLengths(
	segments: readonly Segment[],
	paces: readonly EarlierPace[]
): Suggestion[] {
	return segments.flatMap((segment): Suggestion[] => {
		const usual = usualMinutes(segment, paces);
		if (!usual) return [];
		const { id, title, minutes } = segment;
		return [
			{
				key: `length ${id} ${usual.minutes}`,
				kind: 'next agenda',
				audience: 'room',
				words: `Give ${title} ${usual.minutes} min`,
				why: whyMinutes(minutes, usual),
				cites: [{ what: 'segment', id, words: title }],
				effects: [
					{
						words: `Make it ${usual.minutes} min`,
						effect: { does: 'plan', segment: id, minutes: usual.minutes }
					}
				]
			}
		];
	});
}

/** A line of next week's agenda, and why it is there. */
export type AgendaLine = { title: string; minutes: number; why: string };

/**
 * Next week's agenda as the rules would draft it: its segments with the minutes they usually take, and
 * the hot items that wait, what was not reached first.
 *
 * @param undone titles and counts of actions that came back undone twice or more
 */
export function draftAgenda(
	segments: readonly Pick<Segment, 'title' | 'minutes'>[],
	offers: readonly Offer[],
	undone: readonly { title: string; times: number }[],
	paces: readonly EarlierPace[]
): { segments: AgendaLine[]; items: AgendaLine[] } {
	const first: Offer['why'][] = ['not reached', 'facts due', 'parked'];
	return {
		segments: segments.map((segment) => {
			const usual = usualMinutes(segment, paces);
			return {
				title: segment.title,
				minutes: usual?.minutes ?? segment.minutes,
				why: usual ? whyMinutes(segment.minutes, usual) : ''
			};
		}),
		items: [
			...offers
				.toSorted((one, other) => first.indexOf(one.why) - first.indexOf(other.why))
				.map(({ item, why }) => ({
					title: item.title,
					minutes: item.minutes,
					why: offerWords[why]
				})),
			...undone.map(({ title, times }) => ({
				title: undoneTitle({ title }, times),
				minutes: usualItem,
				why: 'Promising it again will not help.'
			}))
		]
	};
}

/** What a hot item is given when nobody says otherwise. */
const usualItem = 8;

const offerWords: Record<Offer['why'], string> = {
	parked: 'It was parked.',
	'not reached': 'It was not reached.',
	'facts due': 'The facts are due back.'
};

function whyMinutes(planned: number, { of }: { of: readonly number[] }): string {
	const took = `${of.slice(0, -1).join(', ')} and ${of.at(-1) ?? ''}`;
	return `It has ${planned} min, and took ${took} in the last ${of.length} meetings.`;
}
