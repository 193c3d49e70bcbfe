import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Suggestion } from './suggestion.ts';

/** A metric that a rule of the scorecard nominates, and the sentence why. */
export type Called = { metric: string; title: string; rule: string; why: string };

/** More at once would be the scorecard read out. */
const most = 2;

/**
 * What the numbers say the team should look at, as hot items that are one press away. Whatever is a hot
 * item already, or is offered from an earlier meeting, is not said again.
 *
 * @param called the weightiest first
 * @param offered metrics of items that earlier meetings left open
 */
export function numbersCall(
	called: readonly Called[],
	items: readonly HotItem[],
	offered: ReadonlySet<string>
): Suggestion[] {
	const raised = new Set(items.flatMap(({ metric }) => metric ?? []));
	return called
		.filter(({ metric }) => !raised.has(metric) && !offered.has(metric))
		.slice(0, most)
		.map(({ metric, title, rule, why }) => ({
			key: `number ${metric} ${rule}`,
			kind: 'number calls',
			audience: 'room',
			words: `Make it a hot item: ${title}`,
			why,
			cites: [{ what: 'metric', id: metric, words: title }],
			effects: [
				{
					words: 'Raise it',
					effect: { does: 'raise', title, question: '', source: why.slice(0, 500), metric }
				}
			]
		}));
}
