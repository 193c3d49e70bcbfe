import * as v from 'valibot';
import { Confidence } from '#lib/strategy/check-in.ts';

const Id = v.pipe(v.string(), v.uuid());

/** What stands before the id of a key result in the name of its answer. */
export const answerTo = 'confidence ';

/** Answers of one person, by key result; nothing said takes an answer back. */
export const AnswersForm = v.pipe(
	v.instance(FormData),
	v.transform((form) => ({
		cycle: form.get('cycle'),
		week: form.get('week'),
		answers: Object.fromEntries(
			[...form]
				.filter(([name]) => name.startsWith(answerTo))
				.map(([name, typed]) => [name.slice(answerTo.length), typed === '' ? null : Number(typed)])
		)
	})),
	v.object({
		cycle: Id,
		week: v.pipe(v.string(), v.isoDate()),
		answers: v.record(Id, v.nullable(Confidence))
	})
);
