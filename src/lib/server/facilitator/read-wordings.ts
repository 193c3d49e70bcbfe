import * as v from 'valibot';
import { longestAnswer } from '#lib/message/message.ts';
import type { Read } from '../llm/answer.ts';
import { clean } from '../llm/clean.ts';
import type { Pseudonyms } from '../llm/pseudonyms.ts';
import { waysOut } from '../llm/ways-out.ts';
import { mostItems } from './prompts/sharpen.ts';

export type Wording = { text: string; why: string };

const Said = v.object({
	items: v.array(v.object({ text: v.string(), why: v.nullish(v.string(), '') }))
});

/** The numbers of a text, however their thousands are set apart. */
export const numbersIn = (text: string): string[] =>
	(text.match(/\d[\d.,\u202f\u00a0]*/gu) ?? []).map((number) => number.replace(/\D/gu, ''));

/**
 * The wordings that hold: other words than the answer's, without a number that nobody wrote, without a
 * person who is not there, and without a way out. An answer without one is wrong.
 */
export function readWordings(said: unknown, answer: string, people: Pseudonyms): Read<Wording[]> {
	const parsed = v.safeParse(Said, said);
	if (!parsed.success) return { wrong: 'It has no list named items.' };
	const known = new Set(numbersIn(answer));
	const wordings: Wording[] = [];
	const faults = new Set<string>();
	for (const { text: words, why: reason } of parsed.output.items.slice(0, mostItems)) {
		const text = people.show(clean(words, longestAnswer));
		const why = people.show(clean(reason ?? '', 300));
		if (text === undefined || why === undefined)
			faults.add('A wording speaks of somebody who is not there.');
		else if (!text) faults.add('A wording is empty.');
		else if (waysOut.test(text) || waysOut.test(why))
			faults.add('A wording holds a link or an address.');
		else if (numbersIn(text).some((number) => !known.has(number)))
			faults.add('A wording brings in a number that is not in the answer.');
		else if (text !== answer.trim() && !wordings.some((one) => one.text === text))
			wordings.push({ text, why });
	}
	return wordings.length > 0 || faults.size === 0
		? { value: wordings }
		: { wrong: [...faults].join(' ') };
}
