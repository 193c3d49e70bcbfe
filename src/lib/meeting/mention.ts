import { firstName, initials, type Person } from './person.ts';

/** A person named in a line by `@`, and the words that name them. */
export type Mention = { from: number; to: number; people: Person[] };

/** Base letters only: `@jose` means José, `@soren` Søren, and case does not matter. */
const alike = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });
/** What stands around a name, or inside it without being seen, like the marks of right-to-left text. */
const edges = /^\p{P}+|\p{P}+$|\p{Cf}/gu;
/** Letters that are not written as a base letter with a mark, and so are alike to no other. */
const strokes: Record<string, string> = { ł: 'l', đ: 'd', ħ: 'h', ı: 'i' };

const plain = (name: string) =>
	name
		.replace(edges, '')
		.replace(/[łđħı]/giu, (letter) => strokes[letter.toLowerCase()] ?? letter)
		.trim();

/** What somebody may be called, ready to be compared. */
type Called = { person: Person; names: string[]; initials: string };

/**
 * Who is named in these words. The longest name counts: `@Ana Lima` is Ana Lima although there is
 * an Ana Berg. Full and first names come before initials. Several people mean: ask which one.
 */
export function mentions(words: readonly string[], people: readonly Person[]): Mention[] {
	const called = people.map((person): Called => {
		const full = person.name.trim().replace(/\s+/gu, ' ');
		const names = [full, firstName(full)].map(plain).filter(Boolean);
		return { person, names, initials: plain(initials(full)) };
	});
	const longest = Math.max(1, ...people.map(({ name }) => name.trim().split(/\s+/u).length));
	return words.flatMap((said, from) => {
		if (!said.startsWith('@')) return [];
		for (let to = Math.min(words.length, from + longest); to > from; to--) {
			const found = named(plain(words.slice(from, to).join(' ').slice(1)), called);
			if (found.length > 0) return [{ from, to, people: found }];
		}
		return [];
	});
}

function named(wanted: string, called: readonly Called[]): Person[] {
	if (!wanted) return [];
	const is = (name: string) => alike.compare(name, wanted) === 0;
	const byName = called.filter(({ names }) => names.some(is));
	const found = byName.length > 0 ? byName : called.filter(({ initials }) => is(initials));
	return found.map(({ person }) => person);
}
