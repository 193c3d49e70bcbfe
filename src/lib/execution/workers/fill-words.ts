import type { Facts, Slot } from './facts.ts';
import type { Amount, Template, Words } from './pack.ts';
import type { Source } from './plan-row.ts';

const braces = /\{([^}]+)\}/gu;

/** The facts a text asks for, in the order it does. */
export const slotsIn = (text: string): Slot[] =>
	[...text.matchAll(braces)].map(([, slot]) => slot as Slot);

/** The first wording whose facts are all known. */
const choose = (words: Words, facts: Facts): string | undefined =>
	alternativesOf(words).find((text) => slotsIn(text).every((slot) => facts.has(slot)));

export const alternativesOf = (words: Words): readonly string[] =>
	typeof words === 'string' ? [words] : words;

/** What a template says, each part of which must be filled or the row is left out. */
function wordsOf(template: Template): Words[] {
	const { title, reason } = template;
	if (template.kind === 'risk') return [title, reason, template.mitigation];
	if (template.kind === 'kpi' && 'definition' in template)
		return [title, reason, template.definition];
	return [title, reason];
}

function amountsOf(template: Template): (Amount | null)[] {
	if (template.kind !== 'kpi') return [];
	if (!('measures' in template)) return template.target === undefined ? [] : [template.target];
	return [template.measures.baseline, template.measures.target];
}

/** The first fact a template cannot do without and that is not known. */
export function lackIn(template: Template, facts: Facts): Slot | undefined {
	for (const words of wordsOf(template)) {
		if (choose(words, facts) !== undefined) continue;
		const plainest = alternativesOf(words).at(-1) ?? '';
		return slotsIn(plainest).find((slot) => !facts.has(slot));
	}
	return amountsOf(template).find(
		(amount) => typeof amount === 'string' && facts.get(amount)?.number === undefined
	) as Slot | undefined;
}

export type Filled = { text: string; used: Source[] };

/** Puts the facts in; only for words that lack none. */
export function fill(words: Words, facts: Facts): Filled {
	const text = choose(words, facts) ?? '';
	const used = slotsIn(text).flatMap((slot) => facts.get(slot)?.from ?? []);
	return { text: text.replace(braces, (_, slot: Slot) => facts.get(slot)?.words ?? ''), used };
}

export function numberOf(amount: Amount | null, facts: Facts): number | null {
	return typeof amount === 'string' ? (facts.get(amount)?.number ?? null) : amount;
}
