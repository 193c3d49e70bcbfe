import { writeDay } from '#lib/calendar/day.ts';
import { fold } from '#lib/search/fold.ts';
import { hitNames, type Hit, type HitKind } from '#lib/search/hit.ts';
import { excerpt, markWords, type Piece } from '#lib/search/marks.ts';
import { heading, type Terms } from '#lib/team/terms.ts';

/** Kinds a team may have another word for. */
const renamed = [
	'decision',
	'action',
	'insight',
	'risk',
	'hot item',
	'objective',
	'priority'
] as const;

/** What a passage is, as the team says it. */
export function kindOf(kind: HitKind, terms: Terms): string {
	const term = renamed.find((one) => one === kind);
	return term ? heading(terms, term) : hitNames[kind];
}

/** Where and when: `Leadership weekly 45, 17 Nov 2026`. */
export function whereOf({ meeting, on, kind, teamName }: Hit, isElsewhere: boolean): string {
	const day = writeDay(on, 'dated');
	const place = meeting && kind !== 'meeting' ? `${meeting.name} ${meeting.number}` : '';
	const standing = ['metric', 'person', 'priority', 'objective', 'key result', 'goal'].includes(
		kind
	);
	return [isElsewhere && teamName, place, !standing && day].filter(Boolean).join(', ');
}

/** The words of a passage with what was looked for marked: its title, and a part of its text. */
export function wordsOf(
	hit: Hit,
	typed: string,
	most: number
): { head: Piece[]; text: Piece[] | undefined } {
	const beginning = fold(typed.split(/\s/u).at(-1) ?? '');
	const head = markWords(hit.title || hit.body, hit.marks, beginning);
	const text = hit.title && hit.body ? markWords(hit.body, hit.marks, beginning) : undefined;
	return { head: excerpt(head, most), text: text && excerpt(text, most) };
}
