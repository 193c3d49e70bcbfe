import * as v from 'valibot';
import type { Person } from '#lib/meeting/person.ts';
import type { WantedDraft } from '../drafting.ts';
import { mostItems, mostTokens, schema, task, version } from '../prompts/challenge.ts';
import { hashOf } from '../room-prompt.ts';
import { bringsInNumber, faultOf, Told } from './told.ts';

const Said = v.object({
	question: v.string(),
	why: v.string(),
	wording: v.nullish(v.string(), null),
	about: v.array(v.string())
});

/**
 * What a model is asked about an objective or a key result.
 *
 * @param goal its fields by name, in people's words
 * @param doubts what the rules ask already
 */
export function draftChallenge({
	id,
	goal,
	doubts,
	people
}: {
	id: string;
	goal: Readonly<Record<string, string>>;
	doubts: readonly string[];
	people: readonly Person[];
}): Pick<WantedDraft, 'questions' | 'inputs' | 'version' | 'isKnown' | 'nothing'> {
	const told = new Told(people);
	const fields = Object.entries(goal).filter(([, text]) => text.trim() !== '');
	const data = JSON.stringify({
		goal: Object.fromEntries(fields.map(([name, text]) => [name, told.words(text, 600)])),
		doubts: doubts.map((doubt) => told.words(doubt, 300))
	});
	const read = (said: unknown) => {
		const parsed = v.safeParse(Said, said);
		if (!parsed.success) return 'An item has a wrong shape.';
		const { question, why, wording, about } = parsed.output;
		const title = wording?.trim() ? told.heard(wording, 300) : { text: '' };
		const [asks, because] = [told.heard(question, 300), told.heard(why, 300)];
		const wrong = faultOf(title, asks, because);
		if (wrong !== undefined || 'wrong' in title || 'wrong' in asks || 'wrong' in because)
			return wrong ?? 'An item has a wrong shape.';
		const on = fields.filter(([name]) => about.includes(name));
		if (on.length === 0 || about.some((name) => goal[name] === undefined))
			return 'An item rests on no field of the goal.';
		if (bringsInNumber(`${question} ${why} ${wording ?? ''}`, data))
			return 'An item brings in a number that is not in the data.';
		return {
			...{ kind: 'challenge' as const, words: asks.text, why: because.text },
			...{ extra: title.text === goal['title'] ? '' : title.text, owner: null, due: null },
			cites: on.map(([name, text]) => ({ kind: name, id, words: text.slice(0, 300) }))
		};
	};
	return {
		version,
		questions: [{ task, schema, mostTokens, mostItems, data, read }],
		inputs: fields.map(([name, text]) => ({ kind: name, id, hash: hashOf(text) })),
		isKnown: ({ words }, before) => [...doubts, ...before.map((one) => one.words)].includes(words),
		nothing: 'It found nothing to ask that the rules do not ask already.'
	};
}
