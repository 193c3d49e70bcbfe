import { firstName } from '#lib/meeting/person.ts';

type Named = { id: string; name: string };

/** Lets people be spoken of without their names: [P1] to [Pn], and back again. */
export class Pseudonyms {
	readonly #people: readonly Named[];
	readonly #patterns: { name: RegExp; as: string }[];

	constructor(people: readonly Named[]) {
		this.#people = people;
		this.#patterns = people
			.flatMap(({ name }, at) =>
				[name, firstName(name), name.trim().split(/\s+/u).at(-1) ?? name]
					.filter((one) => Array.from(one).length > 1)
					.map((one) => ({ length: one.length, name: whole(one), as: `[P${at + 1}]` }))
			)
			.toSorted((one, other) => other.length - one.length);
	}

	/** The text without their names. What looks like a pseudonym already is made to look otherwise. */
	hide(text: string): string {
		const plain = text.replace(/\[(P\d+)\]/gu, '($1)');
		return this.#patterns.reduce((all, { name, as }) => all.replace(name, as), plain);
	}

	/** The text with first names again; undefined when it speaks of somebody there is not. */
	show(text: string): string | undefined {
		let isKnown = true;
		const shown = text.replace(/\[P(\d+)\]/gu, (_, number: string) => {
			const person = this.#people[Number(number) - 1];
			isKnown &&= person !== undefined;
			return person ? firstName(person.name) : '';
		});
		return isKnown ? shown : undefined;
	}

	of(id: string | null): string | null {
		const at = this.#people.findIndex((person) => person.id === id);
		return at < 0 ? null : `[P${at + 1}]`;
	}

	/** Whose pseudonym this is; undefined for nobody's. */
	personOf(said: string): Named | undefined {
		const [, number] = /^\[?P(\d+)\]?$/u.exec(said.trim()) ?? [];
		return number === undefined ? undefined : this.#people[Number(number) - 1];
	}
}

/** A name where it stands as a word of its own. */
const whole = (name: string) =>
	new RegExp(
		`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}])`,
		'giu'
	);
