import * as v from 'valibot';
import { departments } from '#lib/execution/workers/departments.ts';
import { readNumber } from '#lib/scorecard/number.ts';
import type { AppliedRows } from '#lib/execution/workers/worker-run.ts';

export const Workers = v.pipe(
	v.array(v.picklist(departments)),
	v.minLength(1),
	v.maxLength(departments.length)
);
/** Ids of rows; a plan has fewer than this. */
export const Ids = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1), v.maxLength(500));

const Day = v.optional(v.pipe(v.string(), v.isoDate('Choose a day.')));
const Degree = v.optional(
	v.pipe(
		v.picklist(['1', '2', '3'], 'Choose one.'),
		v.transform((typed) => Number(typed))
	)
);
/** A number as people write it; empty where nobody knows it yet. */
const Amount = v.optional(
	v.pipe(
		v.string(),
		v.check((typed) => typed.trim() === '' || readNumber(typed) !== undefined, 'Write a number.'),
		v.transform((typed) => readNumber(typed) ?? null)
	)
);

/** What may be written over a row; which fields there are depends on its kind. */
export const EditForm = v.object({
	row: v.pipe(v.string(), v.uuid()),
	title: v.pipe(
		v.string('Write what it is.'),
		v.transform((typed) => typed.replace(/\p{Cc}+/gu, ' ').trim()),
		v.minLength(1, 'Write what it is.'),
		v.maxLength(300, 'Keep it to 300 characters or fewer.')
	),
	owner: v.optional(
		v.pipe(
			v.string(),
			v.transform((typed) => typed || null)
		)
	),
	due: Day,
	startsOn: Day,
	endsOn: Day,
	likelihood: Degree,
	impact: Degree,
	mitigation: v.optional(
		v.pipe(v.string(), v.trim(), v.maxLength(500, 'Keep it to 500 characters or fewer.'))
	),
	baseline: Amount,
	target: Amount
});

type Problem = Extract<AppliedRows, { problem: string }>['problem'];

/** What happened, what is safe and what to do, for each thing a row may lack. */
export const problemWords: Record<Problem, string> = {
	title: 'Nothing was applied: a row has no words. Edit it, or leave it out.',
	long: 'Nothing was applied: the name of a phase or KPI is longer than 120 characters. Edit it.',
	owner: 'Nothing was applied: a row has nobody who is on the team now. Give it to one person.',
	day: 'Nothing was applied: a row has no day, or ends before it begins. Edit its dates.',
	risk: 'Nothing was applied: a risk has no likelihood or impact. Edit it.',
	number: 'Nothing was applied: a number in a row cannot be kept. Edit it.',
	meeting:
		'Nothing was applied: an action is in a meeting under way. Apply it when the meeting is closed.'
};
