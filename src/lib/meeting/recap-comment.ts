import { mentions } from './mention.ts';
import type { Person } from './person.ts';

/** What a comment can be about. */
export const lineKinds = [
	'meeting',
	'decision',
	'action',
	'insight',
	'risk',
	'hot item',
	'note',
	'told'
] as const;
export type LineKind = (typeof lineKinds)[number];

/** A reaction, by what it means; the drawing is the page's business. */
export const signWords = {
	agree: 'Agree',
	thanks: 'Thanks',
	look: 'I am on it',
	unsure: 'Not sure'
} as const;
export type Sign = keyof typeof signWords;

export type RecapComment = {
	id: string;
	kind: LineKind;
	line: string;
	/** The words of the line when it was said, for when the line is gone. */
	lineWords: string;
	body: string;
	author: string | null;
	/** An ISO instant. */
	at: string;
	resolvedAt: string | null;
	mentioned: string[];
	reactions: { sign: Sign; person: string }[];
};

/** What was said about each line, the oldest first, by the line's id. */
export function threads(comments: readonly RecapComment[]): Map<string, RecapComment[]> {
	return Map.groupBy(comments, ({ line }) => line);
}

/** The threads whose line is gone, each with the words the line had. */
export function orphans(
	comments: readonly RecapComment[],
	lines: ReadonlySet<string>
): { line: string; words: string; comments: RecapComment[] }[] {
	return [...threads(comments)]
		.filter(([line]) => !lines.has(line))
		.map(([line, said]) => ({ line, words: said[0]?.lineWords ?? '', comments: said }));
}

/** Whom a comment names with @, when it is clear who is meant. */
export function namedIn(body: string, people: readonly Person[]): string[] {
	const current = people.filter((person) => person.current);
	return [
		...new Set(
			mentions(body.split(/\s+/u), current).flatMap(({ people: meant }) => {
				const [only, another] = meant;
				return only && !another ? [only.id] : [];
			})
		)
	];
}
