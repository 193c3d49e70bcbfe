import { dueDate } from './due.ts';
import { mentions, type Mention } from './mention.ts';
import type { OutcomeKind } from './outcome.ts';
import type { Person } from './person.ts';
import { toTitle } from './segment.ts';

export type Captured = {
	kind: OutcomeKind | 'hot item';
	title: string;
	owner: Person | null;
	/** Who may be meant when the name fits several; empty otherwise. */
	ownerCandidates: Person[];
	/** An ISO date; only an action has one. */
	due: string | null;
};

/** How each kind is typed at the start of a line. A bullet before it does not matter. */
const marks: readonly (readonly [Captured['kind'], RegExp])[] = [
	['action', /^(?:\[\s?\]|\/a(?=\s)|#action(?!\p{L}))/iu],
	['decision', /^(?:[!!](?![=[])|\/d(?=\s)|#decision(?!\p{L}))/iu],
	['hot item', /^(?:[??]|\/h(?=\s)|#(?:issue|hot)(?!\p{L}))/iu],
	['insight', /^(?:i:|\/i(?=\s)|#insight(?!\p{L}))/iu],
	['risk', /^(?:~|\/r(?=\s)|#risk(?!\p{L}))/iu]
];
const bullet = /^[-*•]\s+/u;
/** Characters of a line that are read: far more than a title holds, and no pasted book. */
const longestLine = 2000;
/** The longest way to say a day, `in 3 days` or `23 nov 2026`, in words. */
const longestDue = 3;

/**
 * Reads a line that somebody typed as an outcome or a hot item: `[] Call Acme @jonas due fri`.
 * Null for any other line, and for a mark with nothing behind it. `today` is an ISO date.
 */
export function capture(line: string, people: readonly Person[], today: string): Captured | null {
	const typed = line.trimStart().slice(0, longestLine).trimEnd().replace(bullet, '');
	for (const [kind, mark] of marks) {
		const rest = typed.replace(mark, '');
		if (rest !== typed) return read(kind, rest, people, today);
	}
	return null;
}

function read(
	kind: Captured['kind'],
	text: string,
	people: readonly Person[],
	today: string
): Captured | null {
	const words = text.split(/\s+/u).filter(Boolean);
	const day = kind === 'action' ? dueIn(words, today) : null;
	const undated = day ? words.toSpliced(day.from, day.to - day.from) : words;
	const mention = ownerIn(undated, people);
	const rest = mention ? undated.toSpliced(mention.from, mention.to - mention.from) : undated;
	const title = toTitle(rest.join(' ').replace(/^:\s*/u, ''));
	if (!title) return null;

	const [first, ...others] = mention?.people ?? [];
	return {
		kind,
		title,
		owner: first && others.length === 0 ? first : null,
		ownerCandidates: others.length > 0 ? (mention?.people ?? []) : [],
		due: day?.due ?? null
	};
}

/** The last `due` that a day follows; any other stays part of the sentence. */
function dueIn(
	words: readonly string[],
	today: string
): { from: number; to: number; due: string } | null {
	for (let from = words.length - 2; from >= 0; from--) {
		if (!/^due:?$/i.test(words[from] ?? '')) continue;
		for (let to = Math.min(words.length, from + 1 + longestDue); to > from + 1; to--) {
			const said = words.slice(from + 1, to).join(' ');
			const due = dueDate(said.replace(/[.,;]$/u, ''), today);
			if (due) return { from, to, due };
		}
	}
	return null;
}

/**
 * One owner: who is named first in the line, or else whoever is named last, so that
 * `[] Ask @Priya for the figures @Jonas` is for Jonas. Only people of the team can own.
 */
function ownerIn(words: readonly string[], people: readonly Person[]): Mention | undefined {
	const mayOwn = people.filter(({ current, role }) => current && role !== 'observer');
	const all = mentions(words, mayOwn);
	return all.find(({ from }) => from === 0) ?? all.at(-1);
}
