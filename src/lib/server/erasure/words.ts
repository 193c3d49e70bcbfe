/** What stands where a name stood. */
export const formerMember = 'A former member';

/**
 * What of a person stands in other people's sentences: the full name, and the mail address. A name of
 * one word could be any word ("Will"), so that it is looked for only as a mention.
 */
export function wordsOf({ name, email }: { name: string; email: string }): string[] {
	const plain = name.trim().replace(/\s+/g, ' ');
	return [plain.includes(' ') ? plain : `@${plain}`, email.trim()].filter((one) => one.length > 2);
}

const escape = (words: string) => words.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

/** The same words as a regular expression of PostgreSQL, where `\m` and `\M` are the ends of a word. */
export function patternOf(words: readonly string[]): string {
	return words.map((one) => `${/^\w/.test(one) ? '\\m' : ''}${escape(one)}\\M`).join('|');
}

/** A sentence without these words. */
export function without(text: string, words: readonly string[]): string {
	return words.reduce((left, one) => left.replace(finder(one), formerMember), text);
}

/** Where the words stand in a text, from the end, so that one can be replaced after the other. */
export function places(text: string, words: readonly string[]): { at: number; length: number }[] {
	return words
		.flatMap((one) => [...text.matchAll(finder(one))])
		.map((match) => ({ at: match.index, length: match[0].length }))
		.toSorted((one, other) => other.at - one.at);
}

const finder = (words: string) =>
	new RegExp(`(?<![\\p{L}\\p{N}])${escape(words).replaceAll('\\-', '-')}(?![\\p{L}\\p{N}])`, 'giu');
