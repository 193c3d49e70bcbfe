import * as v from 'valibot';
import { About } from '#lib/learning/about.ts';
import { Aim } from '#lib/strategy/aim.ts';

export const outcomeKinds = ['decision', 'action', 'insight', 'risk'] as const;
export const OutcomeKind = v.picklist(outcomeKinds);
export type OutcomeKind = v.InferOutput<typeof OutcomeKind>;

/**
 * What a meeting leaves behind. An action has exactly one owner and a due date (`due`, ISO date)
 * before the meeting closes, unless the chair knowingly lets it pass.
 */
export const Outcome = v.object({
	id: v.string(),
	kind: OutcomeKind,
	title: v.string(),
	owner: v.nullish(v.string(), null),
	due: v.nullish(v.pipe(v.string(), v.isoDate()), null),
	by: v.nullish(v.string(), null),
	at: v.optional(v.number(), 0),
	/** Where it came from: the segment, the hot item and the line of the notes. */
	segment: v.nullish(v.string(), null),
	item: v.nullish(v.string(), null),
	note: v.nullish(v.string(), null),
	/** What it serves; what is no aim serves nothing. */
	serves: v.fallback(v.nullish(Aim, null), null),
	/** What an insight is about. */
	about: v.optional(v.fallback(v.nullish(About), null))
});
export type Outcome = v.InferOutput<typeof Outcome>;

/**
 * The id of the outcome that a line of the notes becomes: the line's own UUID with a digit changed
 * by kind. Whoever turns the line makes the same record, so two people in the same instant make one.
 */
export function outcomeOfLine(line: string, kind: OutcomeKind): string {
	const digit = Number.parseInt(line.slice(-1), 16) ^ (outcomeKinds.indexOf(kind) + 1);
	return line.slice(0, -1) + digit.toString(16);
}
