/** A hot item, a problem or a question the team has dealt with; the newest may come in any order. */
export type Said = { id: string; text: string };

/** How much two texts say the same, 0 to 1, and which earlier one it is. */
export type SaidBefore = { id: string; likeness: number };

/**
 * From this likeness on it is worth showing: our choice. `npm run eval` says how often it is reached in 24 recorded meetings, and how often rightly.
 */
export const likeFrom = 0.3;

/** Shares of what two texts have in common by words and by spelling: the words weigh more. */
const byWords = 0.6;
const bySpelling = 0.4;

/** The usual constants of BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const saturation = 1.2;
const lengthWeight = 0.75;

/** What a team has said before, ready to be asked many times. */
export class History {
	#entries: {
		id: string;
		words: ReadonlyMap<string, number>;
		length: number;
		trigrams: Set<string>;
	}[];
	#holding = new Map<string, number>();
	#meanLength: number;

	constructor(said: readonly Said[]) {
		this.#entries = said.map(({ id, text }) => {
			const words = wordsOf(text);
			return { id, words: counted(words), length: words.length, trigrams: trigramsOf(words) };
		});
		for (const { words } of this.#entries)
			for (const word of words.keys()) this.#holding.set(word, (this.#holding.get(word) ?? 0) + 1);
		const total = this.#entries.reduce((sum, { length }) => sum + length, 0);
		this.#meanLength = Math.max(1, total / Math.max(1, this.#entries.length));
	}

	/**
	 * The earlier texts that say the same as this one, the likest first, none below `from`. BM25 over
	 * stems, as a share of what the text would score against itself, and the trigrams two texts share.
	 */
	like(text: string, from = likeFrom): SaidBefore[] {
		const words = wordsOf(text);
		const asked = [...counted(words).keys()];
		const trigrams = trigramsOf(words);
		const itself = this.#score(asked, { words: counted(words), length: words.length });
		if (itself <= 0) return [];
		return this.#entries
			.filter(
				({ words }) => asked.filter((word) => words.has(word)).length >= Math.min(2, asked.length)
			)
			.map((entry) => ({
				id: entry.id,
				likeness:
					byWords * Math.min(1, this.#score(asked, entry) / itself) +
					bySpelling * overlap(trigrams, entry.trigrams)
			}))
			.filter(({ likeness }) => likeness >= from)
			.toSorted((one, other) => other.likeness - one.likeness || (one.id < other.id ? -1 : 1));
	}

	#score(
		asked: readonly string[],
		{ words, length }: { words: ReadonlyMap<string, number>; length: number }
	): number {
		const norm = saturation * (1 - lengthWeight + (lengthWeight * length) / this.#meanLength);
		return asked.reduce((sum, word) => {
			const count = words.get(word) ?? 0;
			return sum + (this.#rarity(word) * count * (saturation + 1)) / (count + norm);
		}, 0);
	}

	/** A word that few texts hold says more. */
	#rarity(word: string): number {
		const holding = this.#holding.get(word) ?? 0;
		return Math.log(1 + (this.#entries.length - holding + 0.5) / (holding + 0.5));
	}
}

/** Words that say nothing of the matter. */
const little = new Set(
	`a about after all also an and any are as at be been being but by can could did do does for from had has
	have he her his how i if in into is it its just may might more most must need needs no not of on one only
	or other our out over shall she should so some such than that the their them then there these they this
	those to too under unsure until up us was we were what when where whether which while who why will with
	would you your sure group team question problem issue sort kind type use used using`.split(/\s+/u)
);

function wordsOf(text: string): string[] {
	const words =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.filter((word) => !little.has(word)).map(stem);
}

/** English endings, cut where a stem of four letters is left: enough to know `sites` by `site`. */
const stem = (word: string) =>
	word.replace(/^(\p{L}{4,}?)(?:ations?|ments?|ings?|ness|ies|ied|ers?|ed|es|ly|s|e|y)$/u, '$1');

function counted(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** Three letters in a row of each word, with its beginning and end, as pg_trgm has them. */
function trigramsOf(words: readonly string[]): Set<string> {
	return new Set(
		words.flatMap((word) => {
			const padded = `  ${word} `;
			return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
		})
	);
}

/** The share of two sets that is in both (Jaccard). */
function overlap<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
	if (one.size === 0 || other.size === 0) return 0;
	const both = [...one].filter((value) => other.has(value)).length;
	return both / (one.size + other.size - both);
}
