import * as v from 'valibot';
import type { Person } from '#lib/meeting/person.ts';
import { questions as asked, type MessageText } from '#lib/message/message.ts';
import type { RecallAnswer } from '#lib/message/recall.ts';
import type { WantedDraft } from '../drafting.ts';
import { mostItems, mostTokens, schema, task, version } from '../prompts/compare.ts';
import { quotes } from '../read-proposal.ts';
import { hashOf } from '../room-prompt.ts';
import { faultOf, Told } from './told.ts';

const Said = v.object({
	kind: v.picklist(['agreement', 'difference']),
	title: v.string(),
	why: v.string(),
	cites: v.array(v.object({ note: v.string(), quote: v.string() }))
});

/**
 * What a model is asked about the answers of a recall round that is revealed. Nobody is told who wrote
 * which: an answer is a letter and a question.
 */
export function draftComparison({
	message,
	answers,
	people
}: {
	message: MessageText | undefined;
	answers: readonly RecallAnswer[];
	people: readonly Person[];
}): Pick<WantedDraft, 'questions' | 'inputs' | 'version' | 'isKnown' | 'nothing'> {
	const told = new Told(people);
	const lines = new Map(
		answers.flatMap((answer, at) =>
			asked
				.filter(({ key }) => answer[key].trim() !== '')
				.map(({ key }): [string, { by: string; asks: string; text: string; sent: string }] => [
					`${key}-${at + 1}`,
					{ by: answer.person, asks: key, text: answer[key], sent: told.words(answer[key], 1000) }
				])
		)
	);
	const data = JSON.stringify({
		message:
			message && Object.fromEntries(asked.map(({ key }) => [key, told.words(message[key], 2000)])),
		notes: [...lines].map(([id, { asks, sent }]) => ({ id, question: asks, text: sent }))
	});
	const read = (said: unknown) => {
		const parsed = v.safeParse(Said, said);
		if (!parsed.success) return 'An item has a wrong shape.';
		const { kind, title, why, cites } = parsed.output;
		const [words, because] = [told.heard(title, 300), told.heard(why, 300)];
		const wrong = faultOf(words, because);
		if (wrong !== undefined || 'wrong' in words || 'wrong' in because)
			return wrong ?? 'An item has a wrong shape.';
		if (cites.length === 0) return 'An item cites nothing.';
		const on = new Map<string, { kind: string; id: string; words: string }>();
		for (const { note, quote } of cites.slice(0, 12)) {
			const line = lines.get(note.trim());
			if (!line) return 'An item cites what is not in the data.';
			if (!quotes(line.sent, quote)) return 'A quote is not what the answer says.';
			on.set(note, { kind: line.asks, id: line.by, words: line.text.slice(0, 300) });
		}
		return {
			...{ kind, words: words.text, why: because.text, extra: '', owner: null, due: null },
			cites: [...on.values()]
		};
	};
	return {
		version,
		questions: answers.length < 2 ? [] : [{ task, schema, mostTokens, mostItems, data, read }],
		inputs: [...lines].map(([id, { text }]) => ({ kind: 'answer', id, hash: hashOf(text) })),
		isKnown: ({ words }, before) => before.some((one) => one.words === words),
		nothing: 'It found nothing to say about these answers.'
	};
}
