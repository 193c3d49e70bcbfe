import * as v from 'valibot';
import { carryOf } from '#lib/retrospective/disposition.ts';
import type { RetrospectiveRecord } from '#lib/retrospective/record.ts';
import { readNumber } from '#lib/scorecard/number.ts';

export const longestTitle = 300;

/** Other words and another target for a key result of the next cycle. */
export type Change = { key_result: string; title: string; target: number };

const Title = v.pipe(
	v.string(),
	v.transform((typed) => typed.replace(/\s+/gu, ' ').trim()),
	v.minLength(1, 'Say what it is.'),
	v.maxLength(longestTitle, `Please keep it under ${longestTitle} characters.`)
);
const Target = v.pipe(
	v.string(),
	v.transform((typed) => readNumber(typed)),
	v.number('Type a number, such as 98.4.')
);

/**
 * Reads what was typed for the key results that are to be changed. One that the form does not name
 * comes along as it is.
 *
 * @returns the changes, and by field what is wrong with them
 */
export function readChanges(
	typed: FormData,
	objectives: RetrospectiveRecord['objectives']
): { changes: Change[]; problems: Record<string, [string]> } {
	const problems: Record<string, [string]> = {};
	const changes = objectives.flatMap(({ disposition, next, keyResults }) =>
		keyResults.flatMap((one): Change[] => {
			const fields = [`title:${one.id}`, `target:${one.id}`] as const;
			const given = fields.map((field) => typed.get(field));
			const isChanged = next === null && carryOf(one.carry, disposition, one) === 'change';
			if (!isChanged || given.every((field) => field === null)) return [];
			const title = v.safeParse(Title, given[0]);
			const target = v.safeParse(Target, given[1]);
			if (!title.success) problems[fields[0]] = [title.issues[0].message];
			if (!target.success) problems[fields[1]] = [target.issues[0].message];
			else if (target.output === (one.value ?? one.baseline))
				problems[fields[1]] = ['It stands there already: choose another target.'];
			if (!title.success || !target.success) return [];
			return [{ key_result: one.id, title: title.output, target: target.output }];
		})
	);
	return { changes, problems };
}
