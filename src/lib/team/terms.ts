/** The longest word a team may choose; buttons and column heads must still hold it. */
export const longestWord = 40;

type Word = { one: string; many: string };

/** As Drumbeat says it, in lower case, for the middle of a sentence. */
const ours = {
	'hot item': { one: 'hot item', many: 'hot items' },
	opportunity: { one: 'opportunity', many: 'opportunities' },
	decision: { one: 'decision', many: 'decisions' },
	action: { one: 'action', many: 'actions' },
	insight: { one: 'insight', many: 'insights' },
	risk: { one: 'risk', many: 'risks' },
	'check-in': { one: 'check-in', many: 'check-ins' },
	scorecard: { one: 'scorecard', many: 'scorecards' },
	priority: { one: 'priority', many: 'priorities' },
	objective: { one: 'objective', many: 'objectives' },
	'wrap-up': { one: 'wrap-up', many: 'wrap-ups' },
	rating: { one: 'rating', many: 'ratings' },
	chair: { one: 'chair', many: 'chairs' },
	parked: { one: 'parked', many: 'parked' }
} satisfies Record<string, Word>;

/** The words a team may rename, in the order its settings show them. */
export const termKeys = [
	'hot item',
	'opportunity',
	'decision',
	'action',
	'insight',
	'risk',
	'check-in',
	'scorecard',
	'priority',
	'objective',
	'wrap-up',
	'rating',
	'chair',
	'parked'
] as const satisfies readonly (keyof typeof ours)[];
export type Term = (typeof termKeys)[number];

/** What a team says instead. A word it did not rename is missing. */
export type Terms = Partial<Record<Term, Word | undefined>>;

/** `hot item`, `hot items` or what the team calls them; singular unless counted otherwise. */
export function word(terms: Terms, term: Term, count = 1): string {
	const { one, many } = terms[term] ?? ours[term];
	return count === 1 ? one : many;
}

/** The same at the start of a sentence, a button or a heading. */
export function heading(terms: Terms, term: Term, count = 1): string {
	const said = word(terms, term, count);
	const [first = ''] = said;
	return first.toLocaleUpperCase('en-GB') + said.slice(first.length);
}

/** `1 decision`, `3 decisions`. */
export function counted(terms: Terms, term: Term, count: number): string {
	return `${count} ${word(terms, term, count)}`;
}
