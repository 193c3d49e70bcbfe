import type { WayBack } from '#lib/meeting/forecast.ts';

/** What the facilitator may notice by rule. */
export const ruleKinds = [
	'time is running',
	'off the item',
	'said before',
	'decided before',
	'loose action',
	'too much for one',
	'undone again',
	'number calls',
	'next agenda',
	'structure',
	'vague words',
	'quiet voice',
	'outcome in a note'
] as const;

/** What rules notice on pages outside the room. */
export const pageKinds = ['unclear message'] as const;

/** What a model proposes when it is asked. */
export const modelKinds = [
	'ai insight',
	'ai decision',
	'ai action',
	'ai option',
	'ai recap',
	'ai message',
	'ai challenge',
	'ai wording',
	'ai plan'
] as const;
export type ModelKind = (typeof modelKinds)[number];

/** Every kind of suggestion; each can be turned off, and is counted apart. */
export const suggestionKinds = [...ruleKinds, ...pageKinds, ...modelKinds] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/**
 * The kind of suggestion that a model's proposal is; undefined for what nobody accepts, as where
 * answers agree.
 */
export function modelKindOf(proposed: string): ModelKind | undefined {
	const kind = proposed === 'cascade' ? 'ai message' : `ai ${proposed}`;
	return modelKinds.find((one) => one === kind);
}

/** What a suggestion rests on, so that people can look for themselves. */
export type Cited = {
	what: 'note' | 'hot item' | 'decision' | 'action' | 'segment' | 'metric';
	id: string;
	/** Its words, as they stand there. */
	words: string;
};

/**
 * What accepting does. A suggestion without one only tells something; it can be dismissed.
 * Times are milliseconds.
 */
export type Effect =
	| { does: 'extend'; target: string; by: number }
	| { does: 'park'; item: string }
	| { does: 'go on'; to: string }
	| { does: 'win back'; way: WayBack }
	| { does: 'capture'; kind: 'action' | 'decision' | 'hot item'; note: string; title: string }
	| { does: 'give'; action: string }
	/** Opens the words of an outcome, so that somebody finds better ones. */
	| { does: 'reword'; outcome: string }
	| { does: 'cite'; item: string; earlier: string }
	| { does: 'raise'; title: string; question: string; source: string; metric: string | null }
	/** Records a decision on an item, and opens its words. */
	| { does: 'decide'; item: string; title: string }
	/** Writes a question into the notes, for everybody to answer. */
	| { does: 'ask'; of: string; words: string }
	| { does: 'plan'; segment: string; minutes: number };

/** Something the facilitator proposes, by rule. */
export type Suggestion = {
	/** Says the same for as long as the reason is the same: whatever was answered stays answered. */
	key: string;
	kind: SuggestionKind;
	/** Whom it concerns: all, or only whoever runs the meeting. */
	audience: 'room' | 'chair';
	/** What is proposed, in one line. */
	words: string;
	/** Why, in one sentence. */
	why: string;
	cites: readonly Cited[];
	effects: readonly { words: string; effect: Effect }[];
};

/** Only whoever runs the meeting moves its clock and agenda. */
export const isForChair = ({ does }: Effect): boolean =>
	does === 'extend' || does === 'park' || does === 'go on' || does === 'win back';

/** Whether accepting opens a form: what was asked is answered there, and the rule falls silent by itself. */
export const opensForm = ({ does }: Effect): boolean => does === 'give' || does === 'reword';

/** The key of the answer when a form was opened: asking who takes it does not answer who does. */
export const openedKey = (key: string): string => `${key} opened`;

/**
 * What is still to be said: what nobody has answered, in an order that does not jump, and no more at
 * once than people can take in.
 *
 * @param off the kinds that are turned off, by the team or because they were seldom of use
 */
export function openSuggestions(
	all: readonly Suggestion[],
	answers: ReadonlyMap<string, unknown>,
	off: ReadonlySet<SuggestionKind> = new Set()
): Suggestion[] {
	const seen = new Set<string>();
	return all
		.filter(({ key, kind }) => {
			if (answers.has(key) || off.has(kind) || seen.has(key)) return false;
			seen.add(key);
			return true;
		})
		.toSorted((one, other) => rank(one) - rank(other) || (one.key < other.key ? -1 : 1))
		.slice(0, mostAtOnce);
}

/** A good facilitator says little: our choice. */
export const mostAtOnce = 5;
const rank = ({ kind }: Suggestion) => suggestionKinds.indexOf(kind);

/** How a showing ended: nobody answers `shown`. */
export const showingEnds = ['accepted', 'dismissed', 'shown'] as const;
export type ShowingEnd = (typeof showingEnds)[number];

/** So many showings are looked back on, and from this share of accepted ones on a kind is of use. */
export const lookBack = 30;
const leastOfUse = 0.2;

/** How many of the last thirty showings of a kind were accepted; the newest last. */
export const acceptedOf = (ends: readonly ShowingEnd[]): number =>
	ends.slice(-lookBack).filter((end) => end === 'accepted').length;

/**
 * Whether a kind turns itself off: of its last thirty showings fewer than a fifth were accepted. What
 * nobody answered was of no use either. Fewer than thirty say nothing yet.
 *
 * @param ends of this kind, the newest last
 */
export function isOfNoUse(ends: readonly ShowingEnd[]): boolean {
	return ends.length >= lookBack && acceptedOf(ends) / lookBack < leastOfUse;
}

/**
 * How many weeks a dismissed suggestion stays quiet beyond the meeting: our choice. A kind that is not
 * named here is about the meeting at hand, and is quiet until that has ended.
 */
const quietWeeks: Partial<Record<SuggestionKind, number>> = {
	'undone again': 4,
	'number calls': 2
};

/** How long one of the others is quiet that no meeting bounds. */
const quietOtherwise: Partial<Record<SuggestionKind, string>> = {
	'unclear message': 'for as long as these words stand',
	'ai recap': 'until a model is asked again',
	'ai message': 'until a model is asked again',
	'ai challenge': 'until a model is asked again',
	'ai wording': 'until a model is asked again',
	'ai plan': 'until it changes'
};

/** The same in words, for whoever has just dismissed it. */
export function quietFor(kind: SuggestionKind): { weeks: number; words: string } {
	const weeks = quietWeeks[kind] ?? 0;
	const otherwise = quietOtherwise[kind] ?? 'for this meeting';
	return { weeks, words: `Dismissed ${weeks === 0 ? otherwise : `for ${weeks} weeks`}.` };
}
