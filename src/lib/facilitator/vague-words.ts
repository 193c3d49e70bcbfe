import type { Outcome } from '#lib/meeting/outcome.ts';
import { emptyWords } from '#lib/message/clarity.ts';
import type { Suggestion } from './suggestion.ts';

/** Words for a day that nobody can hold anybody to. */
const someday =
	/\b(?:soon(?:er or later)?|asap|shortly|at some point|eventually|in due course|when (?:possible|there is time)|in the near future|regularly|from time to time)\b/iu;

/**
 * Decisions and actions of which nobody can tell next week whether they were kept: they say `improve`
 * or `soon` and no number, day or thing beside it.
 */
export function vagueOutcomes(outcomes: readonly Outcome[]): Suggestion[] {
	return outcomes
		.filter(({ kind }) => kind === 'decision' || kind === 'action')
		.flatMap(({ id, kind, title }): Suggestion[] => {
			const words = vagueIn(title);
			if (words === undefined) return [];
			return [
				{
					key: `vague ${id} ${words.toLowerCase()}`,
					kind: 'vague words',
					audience: 'room',
					words: `Say how anybody will see that it was done: ${title}`,
					why: `“${words}” could mean anything. What exactly, how much of it, or by when?`,
					cites: [{ what: kind === 'action' ? 'action' : 'decision', id, words: title }],
					effects: [{ words: 'Find better words', effect: { does: 'reword', outcome: id } }]
				}
			];
		});
}

/** The first phrase of a title that commits to nothing; undefined when there is none. */
export function vagueIn(title: string): string | undefined {
	const day = /\d/u.test(title) ? undefined : someday.exec(title)?.[0];
	const [found] = emptyWords(title);
	return day ?? (found && title.slice(found.from, found.to));
}
