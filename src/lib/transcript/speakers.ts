import { firstName, type Person } from '#lib/meeting/person.ts';
import type { Turn } from './transcript.ts';

/** Somebody a file names, how much they say, and whom that may be. */
export type Speaker = {
	/** As the file says it; empty for what has no speaker. */
	name: string;
	turns: number;
	/** The first words, so that people know who it is. */
	says: string;
	/** A member that the name fits and no other; a person says whether it is so. */
	suggested: string | null;
};

/**
 * Who speaks in a transcript, those who say most first. A name is taken for a member when it is theirs
 * whole, or when it is the first or last name, or the initials, of exactly one of them.
 */
export function speakersOf(turns: readonly Turn[], people: readonly Person[]): Speaker[] {
	const found = new Map<string, Speaker>();
	for (const { speaker: name, text } of turns) {
		const known = found.get(name);
		if (known) known.turns++;
		else
			found.set(name, {
				name,
				turns: 1,
				says: text.slice(0, 120),
				suggested: memberCalled(name, people)
			});
	}
	return [...found.values()].toSorted((one, other) => other.turns - one.turns);
}

/** @returns the id of the one member a name fits; null for nobody and for several */
export function memberCalled(name: string, people: readonly Person[]): string | null {
	const said = plain(name);
	if (said === '') return null;
	const fits: ((person: Person) => boolean)[] = [
		(person) => plain(person.name) === said,
		(person) => plain(person.name).split(' ').toReversed().join(' ') === said.replace(',', ''),
		(person) => plain(firstName(person.name)) === said,
		(person) => plain(person.name).split(' ').at(-1) === said,
		(person) =>
			said.length > 1 &&
			plain(person.name)
				.split(' ')
				.map((word) => word[0])
				.join('') === said
	];
	for (const fit of fits) {
		const who = people.filter(fit);
		if (who.length > 0) return who.length === 1 ? (who[0]?.id ?? null) : null;
	}
	return null;
}

/** Without what meeting programs add: `Ada Lovelace (Guest)`, `ADA LOVELACE | Northwind`. */
const plain = (name: string): string =>
	name
		.replace(/\([^)]*\)/gu, '')
		.replace(/[|/].*$/u, '')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}, ]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
