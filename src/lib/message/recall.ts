import { contentWords } from './content-words.ts';
import { questions, type MessageText } from './message.ts';

/** What one leader wrote from memory. */
export type RecallAnswer = MessageText & { person: string; priorities: string[] };

/** How long a round takes, in milliseconds. */
export const recallMs = 90_000;
/** The longest answer to one element from memory. */
export const longestRecall = 1000;
/** How many priorities are asked for. */
export const mostNamed = 5;
/** From here on an answer says the same as the message: our choice, stated where it is shown. */
export const matchAt = 0.5;
/** How many priorities a leader has to name to count as recalling the strategy. */
export const enoughPriorities = 3;

/** What a leader's answer has of the message. */
export type RecallOf = {
	person: string;
	/** Overlap with the published message, 0 to 1; null where the message says nothing. */
	overlap: Record<keyof MessageText, number | null>;
	/** Whether it says what the message says, all in all. */
	matches: boolean;
	/** Numbers of How much that the message does not have. */
	otherNumbers: string[];
	/** The active priorities that were named. */
	named: string[];
};

export type Recall = {
	answers: RecallOf[];
	/** Overlap between every two leaders, on average; null with fewer than two answers. */
	agreement: Record<keyof MessageText, number | null>;
	/** Share of those who answered that named enough priorities, 0 to 1; null without answers. */
	recalled: number | null;
};

/**
 * How much of what two texts say is the same, 0 to 1: the overlap coefficient |A ∩ B| ÷ min(|A|, |B|)
 * of their content words (Szymkiewicz 1934, Simpson 1943). An answer from memory is shorter than the
 * message, which this does not count against it; so that one lucky word is not everything, the
 * smaller set counts as at least three words, or as the longer one where that has fewer.
 */
export function overlapOf(one: string, other: string): number {
	const [first, second] = [contentWords(one), contentWords(other)];
	const shared = [...first].filter((word) => second.has(word)).length;
	const smaller = Math.min(first.size, second.size);
	const least = Math.max(smaller, Math.min(3, Math.max(first.size, second.size)));
	return least === 0 ? 0 : shared / least;
}

/**
 * What a round shows once it is revealed. An answer matches when its overlap with the message,
 * averaged over the elements the message has, is at least one half, and How much names no number
 * that the message does not have. A priority is named when some line overlaps with its title by at
 * least one half; each line names one. Strategy recall is the share of leaders who named three of
 * the active priorities (field/metrics.md, row 39), or all where there are fewer.
 */
export function readRecall(
	message: MessageText,
	priorities: readonly string[],
	answers: readonly RecallAnswer[]
): Recall {
	const read = answers.map((answer): RecallOf => {
		const overlap = byElement((key) =>
			message[key].trim() === '' ? null : overlapOf(answer[key], message[key])
		);
		const said = Object.values(overlap).filter((value) => value !== null);
		const otherNumbers = numbersOnlyIn(answer.howMuch, message.howMuch);
		return {
			person: answer.person,
			overlap,
			otherNumbers,
			matches: said.length > 0 && mean(said) >= matchAt && otherNumbers.length === 0,
			named: namedPriorities(answer.priorities, priorities)
		};
	});
	const enough = Math.min(enoughPriorities, priorities.length);
	const recalling = read.filter(({ named }) => named.length >= enough).length;
	return {
		answers: read,
		agreement: byElement((key) => agreementOn(answers.map((answer) => answer[key]))),
		recalled: read.length === 0 || enough === 0 ? null : recalling / read.length
	};
}

/** Which of the priorities these lines name; each line names the one it fits best. */
export function namedPriorities(lines: readonly string[], priorities: readonly string[]): string[] {
	const named = new Set<string>();
	for (const line of lines) {
		const [best] = priorities
			.filter((title) => !named.has(title))
			.map((title) => ({ title, overlap: overlapOf(line, title) }))
			.toSorted((one, other) => other.overlap - one.overlap);
		if (best && best.overlap >= matchAt) named.add(best.title);
	}
	return priorities.filter((title) => named.has(title));
}

/**
 * What the round says, in a sentence or two.
 *
 * @param version how the version is called, as in "version 3"
 * @param nameOf what a person is called
 */
export function recallSentence(
	{ answers }: Recall,
	version: string,
	nameOf: (person: string) => string
): string {
	const total = answers.length;
	if (total === 0) return 'Nobody answered.';
	const matching = answers.filter(({ matches }) => matches).length;
	const others = answers.filter(({ otherNumbers }) => otherNumbers.length > 0);
	const names = new Intl.ListFormat('en-GB').format(others.map(({ person }) => nameOf(person)));
	const first = `${matching} of ${total} ${total === 1 ? 'answer matches' : 'answers match'} ${version}.`;
	if (others.length === 0) return first;
	const targets = others.length === 1 ? 'a different target' : 'different targets';
	return `${first} ${names} named ${targets} for How much.`;
}

/** Years are dates, and dates are often left out from memory: they are not targets. */
function numbersOnlyIn(answer: string, message: string): string[] {
	const known = contentWords(message);
	return [...contentWords(answer)].filter(
		(word) => /^\d/u.test(word) && !/^(?:19|20)\d\d$/u.test(word) && !known.has(word)
	);
}

function agreementOn(answers: readonly string[]): number | null {
	const pairs = answers.flatMap((one, index) =>
		answers.slice(index + 1).map((other) => overlapOf(one, other))
	);
	return pairs.length === 0 ? null : mean(pairs);
}

function byElement<T>(of: (key: keyof MessageText) => T): Record<keyof MessageText, T> {
	const made = questions.map(({ key }) => [key, of(key)] as const);
	return Object.fromEntries(made) as Record<keyof MessageText, T>;
}

const mean = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
