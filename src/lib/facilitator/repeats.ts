import { writeDay } from '#lib/calendar/day.ts';
import { undoneTitle } from '#lib/meeting/carry-over.ts';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import { History, type Said } from './said-before.ts';
import type { Suggestion } from './suggestion.ts';

/** A problem or hot item of an earlier meeting, with what came of it. Days are ISO dates. */
export type EarlierItem = Said & { on: string; outcome: string };
export type EarlierDecision = Said & { on: string };
/** An action that was promised for an earlier meeting, and how often it was looked at undone. */
export type EarlierPromise = {
	id: string;
	title: string;
	ownerName: string | null;
	timesUndone: number;
};

/**
 * Open items that the team has had before, with what came of them then: a matter that comes again
 * was not resolved.
 */
export function saidBefore(
	items: readonly HotItem[],
	earlier: readonly EarlierItem[]
): Suggestion[] {
	const history = new History(earlier);
	return openOnes(items).flatMap((item): Suggestion[] => {
		const [like] = history.like(textOf(item));
		const found = earlier.find(({ id }) => id === like?.id);
		// What this item openly continues needs no telling.
		if (!found || found.id === item.continues) return [];
		return [
			{
				key: `before ${item.id} ${found.id}`,
				kind: 'said before',
				audience: 'room',
				words: `Look for what keeps bringing back ${item.title}`,
				why: `The team had this on ${writeDay(found.on, 'dated')}: ${found.outcome || 'nothing came of it'}.`,
				cites: [{ what: 'hot item', id: found.id, words: found.text }],
				effects: [
					{
						words: 'Note the earlier one',
						effect: { does: 'cite', item: item.id, earlier: found.id }
					}
				]
			}
		];
	});
}

/** Open items that resemble what was decided: so that nobody decides it again without knowing. */
export function decidedBefore(
	items: readonly HotItem[],
	decisions: readonly EarlierDecision[]
): Suggestion[] {
	const history = new History(decisions);
	return openOnes(items).flatMap((item): Suggestion[] => {
		const [like] = history.like(textOf(item));
		const found = decisions.find(({ id }) => id === like?.id);
		if (!found) return [];
		return [
			{
				key: `decided ${item.id} ${found.id}`,
				kind: 'decided before',
				audience: 'room',
				words: `Say what has changed since it was decided: ${found.text}`,
				why: `It was decided on ${writeDay(found.on, 'dated')}, and this looks like the same question.`,
				cites: [{ what: 'decision', id: found.id, words: found.text }],
				effects: [
					{ words: 'Note the decision', effect: { does: 'cite', item: item.id, earlier: found.id } }
				]
			}
		];
	});
}

/**
 * Actions that were looked at undone twice or more: doing the same again will not help. What stands in
 * the way becomes a hot item, unless it is one already.
 */
export function undoneAgain(
	promises: readonly EarlierPromise[],
	items: readonly HotItem[]
): Suggestion[] {
	return promises
		.filter(({ timesUndone }) => timesUndone >= 2)
		.map((promise) => ({ ...promise, raised: undoneTitle(promise, promise.timesUndone) }))
		.filter(({ raised }) => !items.some(({ title }) => title === raised))
		.map(({ id, title, ownerName, timesUndone, raised }) => ({
			key: `undone ${id} ${timesUndone}`,
			kind: 'undone again',
			audience: 'room',
			words: `Make it smaller, give it away or drop it: ${title}`,
			why: `${ownerName ?? 'Nobody'} has brought it back undone ${timesUndone} times.`,
			cites: [{ what: 'action', id, words: title }],
			effects: [
				{
					words: 'Ask what stands in its way',
					effect: {
						does: 'raise',
						title: raised,
						question: 'What stands in its way?',
						source: `Not done ${timesUndone} times`,
						metric: null
					}
				}
			]
		}));
}

const openOnes = (items: readonly HotItem[]) => items.filter(({ state }) => state === 'open');
const textOf = ({ title, question }: HotItem) => `${title} ${question}`.trim();
