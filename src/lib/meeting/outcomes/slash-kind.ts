import type { OutcomeKind } from '../outcome.ts';

const letters: Record<string, OutcomeKind> = {
	d: 'decision',
	a: 'action',
	i: 'insight',
	r: 'risk'
};

/**
 * The slash key puts a `/` in the box, and a small letter behind it chooses the kind. Anything else
 * begins the words, so that nobody has to know this.
 */
export function readSlash(typed: string): { kind?: OutcomeKind; words: string } {
	if (!typed.startsWith('/') || typed.length < 2) return { words: typed };
	const kind = letters[typed.charAt(1)];
	return kind ? { kind, words: typed.slice(2).trimStart() } : { words: typed.slice(1) };
}
