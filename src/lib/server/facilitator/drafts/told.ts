import { Pseudonyms } from '../../llm/pseudonyms.ts';
import { clean } from '../../llm/clean.ts';
import { waysOut, withoutAddresses } from '../../llm/ways-out.ts';
import { numbersIn } from '../read-wordings.ts';

type Named = { id: string; name: string };

/** What a model is told in people's words, and how what it says is turned back and held against them. */
export class Told {
	readonly people: Pseudonyms;

	constructor(people: readonly Named[]) {
		this.people = new Pseudonyms(people);
	}

	/** A text as it is sent: without names and addresses, and without what nobody sees. */
	words = (text: string, longest: number): string =>
		this.people.hide(withoutAddresses(clean(text, longest)));

	/** What the model said, with first names again, or what is wrong with it. */
	heard(said: string, longest: number): { text: string } | { wrong: string } {
		const text = this.people.show(clean(said, longest + 1));
		if (text === undefined) return { wrong: 'An item speaks of somebody who is not there.' };
		if (!text || Array.from(text).length > longest)
			return { wrong: 'A text is empty or too long.' };
		if (waysOut.test(text)) return { wrong: 'An item holds a link or an address.' };
		return { text };
	}
}

/** Whether a text names a number that what it rests on does not; `[P1]` is no number. */
export function bringsInNumber(text: string, data: string): boolean {
	const known = new Set(numbersIn(data.replace(/\[P\d+\]/gu, '')));
	return numbersIn(text.replace(/\[P\d+\]/gu, '')).some((number) => !known.has(number));
}

/** Why a text cannot be used; undefined when it can. */
export const faultOf = (...all: ({ text: string } | { wrong: string })[]): string | undefined =>
	all.flatMap((one) => ('wrong' in one ? one.wrong : []))[0];
