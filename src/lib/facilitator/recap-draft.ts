import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';

/** A line of the recap, and the line of the notes it rests on, when there is one. */
export type DraftLine = { id: string; words: string; note: string | null };
export type DraftPart = { title: string; lines: DraftLine[] };

/** What the draft is written from; `writeDay` says an ISO date as people do. */
export type Meant = {
	outcomes: readonly Outcome[];
	items: readonly HotItem[];
	told: readonly { id: string; body: string; audience: string }[];
	nameOf: (person: string) => string;
	writeDay: (day: string) => string;
};

/**
 * The recap as the rules would write it before the meeting closes: what was decided, who does what by
 * when, what was learned, what may go wrong, what waits, and what is told. Parts with nothing are left out.
 */
export function recapDraft({ outcomes, items, told, nameOf, writeDay }: Meant): DraftPart[] {
	const of = (kind: Outcome['kind'], words: (outcome: Outcome) => string) =>
		outcomes
			.filter((outcome) => outcome.kind === kind)
			.toSorted((one, other) => one.at - other.at)
			.map((outcome) => ({ id: outcome.id, note: outcome.note, words: words(outcome) }));
	const who = ({ owner }: Outcome) => (owner ? nameOf(owner) : 'Nobody yet');
	const by = ({ due }: Outcome) => (due ? `by ${writeDay(due)}` : 'no date');
	const later = items
		.filter(({ state }) => state === 'open' || state === 'parked' || state === 'fact-finding')
		.map((item) => ({ id: item.id, note: null, words: `${item.title}: ${waits(item, nameOf)}` }));
	const parts: DraftPart[] = [
		{ title: 'We decided', lines: of('decision', ({ title }) => title) },
		{
			title: 'We do',
			lines: of('action', (outcome) => `${outcome.title} (${who(outcome)}, ${by(outcome)})`)
		},
		{ title: 'We learned', lines: of('insight', ({ title }) => title) },
		{ title: 'What may go wrong', lines: of('risk', ({ title }) => title) },
		{ title: 'What waits', lines: later },
		{
			title: 'What we tell',
			lines: told
				.filter(({ body }) => body.trim() !== '')
				.map(({ id, body, audience }) => ({
					id,
					note: null,
					words: audience ? `${body} (${audience})` : body
				}))
		}
	];
	return parts.filter(({ lines }) => lines.length > 0);
}

function waits({ state, factFinder }: HotItem, nameOf: (person: string) => string): string {
	if (state === 'parked') return 'parked';
	if (state === 'open') return 'not reached';
	return factFinder ? `${nameOf(factFinder)} finds the facts` : 'facts to be found';
}

/** The draft as plain text, to be pasted into a mail. */
export function writeDraft(parts: readonly DraftPart[]): string {
	return parts
		.map(({ title, lines }) => [title, ...lines.map(({ words }) => `- ${words}`)].join('\n'))
		.join('\n\n');
}
