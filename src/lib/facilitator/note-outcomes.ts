import { toTitle } from '#lib/meeting/segment.ts';
import { guessKind } from './note-kind.ts';
import type { Suggestion } from './suggestion.ts';

/** A line of the notes, what it says, and whether it became something already. */
export type WrittenLine = { id: string; text: string; isCaptured: boolean; isStruck: boolean };

/** Lines that read as an action, a decision or a problem and are none yet. */
export function outcomesInNotes(
	lines: readonly WrittenLine[],
	people: readonly { name: string }[]
): Suggestion[] {
	const names = people.flatMap(({ name }) => [name, name.split(' ')[0] ?? '']);
	return lines
		.filter(({ id, isCaptured, isStruck }) => id !== '' && !isCaptured && !isStruck)
		.flatMap(({ id, text }): Suggestion[] => {
			const guess = guessKind(text, names);
			if (!guess) return [];
			const title = toTitle(text.replace(/^[-*•]\s*/u, ''));
			return [
				{
					key: `note ${id} ${guess.kind}`,
					kind: 'outcome in a note',
					audience: 'room',
					words: `Keep it as ${articles[guess.kind]}: ${title}`,
					why: `It says “${guess.because}”.`,
					cites: [{ what: 'note', id, words: text }],
					effects: [
						{
							words: `Make it ${articles[guess.kind]}`,
							effect: { does: 'capture', kind: guess.kind, note: id, title }
						}
					]
				}
			];
		});
}

const articles = { action: 'an action', decision: 'a decision', 'hot item': 'a hot item' };
