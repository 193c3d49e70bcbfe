import type { HotItem } from '#lib/meeting/hot-item.ts';
import { structuringPrompts } from '#lib/meeting/formats.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import type { Suggestion } from './suggestion.ts';

/** Where the work on a hot item stands; `spent` and `total` in milliseconds. */
export type ItemWork = { item: HotItem; spent: number; total: number; lines: number };

/** Fact-finding only names the question, who answers it and by when; it takes three minutes at most. */
const factFinding = minutes(3);
/** So long people may find their own way into an item. */
const ownWay = minutes(1);
/** So many lines without a decision go round in circles. */
const manyLines = 12;

const [need, room, , , owns, change] = structuringPrompts;

/**
 * One question for the chair to ask when the work on an item has no shape: what it is to decide, who
 * finds out what, what would change a mind, who owns it. Structuring is what ends complaining; the
 * questions are those of the formats.
 */
export function structure(work: ItemWork, outcomes: readonly Outcome[]): Suggestion[] {
	const { item, spent, total, lines } = work;
	if (item.state !== 'open' || spent < ownWay) return [];
	const mine = outcomes.filter((outcome) => outcome.item === item.id);
	const decided = mine.some(({ kind }) => kind === 'decision');
	const owned = mine.some(({ kind }) => kind === 'action');
	const next = nextQuestion({ item, spent, total, lines }, decided, owned);
	if (!next?.words) return [];
	return [
		{
			key: `structure ${item.id} ${next.words}`,
			kind: 'structure',
			audience: 'chair',
			words: `Ask: ${next.words}`,
			why: next.why,
			cites: [{ what: 'hot item', id: item.id, words: item.title }],
			effects: [
				{
					words: 'Write it in the notes',
					effect: { does: 'ask', of: item.id, words: next.words }
				}
			]
		}
	];
}

function nextQuestion(
	{ item, spent, total, lines }: ItemWork,
	decided: boolean,
	owned: boolean
): { words: string | undefined; why: string } | undefined {
	if (item.wants === 'fact-finding') {
		if (item.factFinder && item.backBy) return undefined;
		return spent >= factFinding
			? { words: 'Who finds it out, and by when?', why: 'Fact-finding takes three minutes.' }
			: undefined;
	}
	if (decided)
		return owned || spent < total / 2
			? undefined
			: { words: owns, why: 'Something was decided, and nobody has it yet.' };
	if (item.question.trim() === '' && !item.title.includes('?'))
		return { words: need, why: 'Nobody has said yet what there is to decide.' };
	if (spent < total / 2) return undefined;
	return lines >= manyLines
		? { words: room, why: `${lines} lines, and no decision yet.` }
		: { words: change, why: 'Half of its time has gone, and nothing is decided.' };
}
