import { fold } from './fold.ts';

/** What is looked for, as public.search takes it. */
export type Query = {
	words: string[];
	/** Words that must follow each other. */
	phrases: string[];
	/** The last word may go on. */
	typing: boolean;
};

/** Longer questions are read up to here; whoever pastes a page still gets an answer. */
export const longestQuestion = 300;
const mostWords = 12;
const mostPhrases = 4;
const quotes = /["“”„«»]/u;

/**
 * Reads what somebody typed into the search box: words, and phrases in quotation marks; a phrase whose
 * end is still to be typed reaches to the end.
 *
 * @param typing whether more may come, so that the last word is only a beginning
 * @returns undefined when there is no word in it
 */
export function readQuery(typed: string, typing = false): Query | undefined {
	const parts = plain(typed).slice(0, longestQuestion).toWellFormed().split(quotes);
	const inside = parts.filter((_, place) => place % 2 === 1).map(fold);
	const outside = parts.filter((_, place) => place % 2 === 0).join(' ');
	const words = [...outside.split(/\s+/u), ...inside.filter((one) => !one.includes(' '))]
		.map(fold)
		.filter(Boolean)
		.slice(0, mostWords);
	const phrases = inside.filter((one) => one.includes(' ')).slice(0, mostPhrases);
	if (words.length + phrases.length === 0) return undefined;
	const isOpen = parts.length % 2 === 1 && /\S$/u.test(outside) && parts.at(-1)?.trim() !== '';
	return { words, phrases, typing: typing && isOpen };
}

/** Control characters are nobody's words, and a zero byte is refused by every database. */
function plain(typed: string): string {
	return typed.replace(/\p{Cc}/gu, ' ');
}
