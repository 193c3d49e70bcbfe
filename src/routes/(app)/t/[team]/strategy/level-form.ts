import { readNumber } from '#lib/scorecard/number.ts';
import { ambitions, stages } from '#lib/strategy/cascade.ts';
import * as v from 'valibot';
import { Owner } from '../owner.ts';

const Id = v.pipe(v.string(), v.uuid());
const line = (longest: number, lacks: string) =>
	v.pipe(
		v.string(),
		v.transform((typed) => typed.replace(/\s+/gu, ' ').trim()),
		v.minLength(1, lacks),
		v.maxLength(longest, `Please keep it under ${longest} characters.`)
	);
const Title = line(300, 'Say what it is.');
/** An id, or '' for none. */
const Parent = v.pipe(
	v.optional(v.union([Id, v.literal('')]), ''),
	v.transform((id) => id || null)
);
const Year = v.pipe(
	v.string(),
	v.regex(/^\d{4}$/, 'Type a year, such as 2026.'),
	v.transform(Number),
	v.minValue(1900, 'Type a year, such as 2026.'),
	v.maxValue(2200, 'Type a year, such as 2026.')
);
const Day = v.pipe(v.string(), v.isoDate('Pick a day.'));
const NumberTyped = v.pipe(
	v.string(),
	v.transform((typed) => readNumber(typed)),
	v.number('Type a number, such as 98.4.')
);
const Weight = v.pipe(
	v.optional(v.string(), '1'),
	v.transform((typed) => readNumber(typed || '1')),
	v.number('Type a number, such as 2.'),
	v.minValue(0, 'A weight is 0 or more.'),
	v.maxValue(100, 'A weight is 100 at most.')
);

const days = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
	(Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;

/** One level of the cascade as its dialog sends it. */
export const LevelForm = v.variant('level', [
	v.pipe(
		v.object({
			level: v.literal('cycle'),
			name: line(60, 'Give it a name, such as Q1 2027.'),
			startsOn: Day,
			endsOn: Day
		}),
		v.forward(
			v.check((form) => days(form) >= 80 && days(form) <= 190, 'A cycle is three to six months.'),
			['endsOn']
		)
	),
	v.pipe(
		v.object({
			level: v.literal('imperative'),
			title: Title,
			stage: v.pipe(
				v.optional(v.string(), ''),
				v.transform((typed) => stages.find((stage) => stage === typed) ?? null)
			),
			fromYear: Year,
			untilYear: Year
		}),
		v.forward(
			v.check((form) => form.fromYear <= form.untilYear, 'It cannot end before it begins.'),
			['untilYear']
		)
	),
	v.object({
		level: v.literal('goal'),
		title: Title,
		imperative: Parent,
		year: Year,
		standing: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.maxLength(120, 'Please keep it under 120 characters.')
		),
		owner: Owner
	}),
	v.object({
		level: v.literal('objective'),
		title: Title,
		goal: Parent,
		cycle: Parent,
		ambition: v.picklist(ambitions),
		weight: Weight,
		owner: Owner,
		proposes: v.optional(v.literal('yes'))
	}),
	v.pipe(
		v.object({
			level: v.literal('key result'),
			title: Title,
			objective: v.pipe(v.string(), v.uuid('Say which objective it belongs to.')),
			unit: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(20, 'Keep the unit short.')),
			baseline: NumberTyped,
			target: NumberTyped,
			weight: Weight,
			owner: Owner
		}),
		v.forward(
			v.check(
				(form) => form.baseline !== form.target,
				'From and to are the same, so nothing would change.'
			),
			['target']
		)
	)
]);

export const EndForm = v.object({
	level: v.picklist(['imperative', 'goal', 'objective', 'key result']),
	id: Id
});

export const AnswerForm = v.object({
	id: Id,
	state: v.picklist(['accepted', 'sent back', 'proposed']),
	answer: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(500))
});

export const ValueForm = v.object({
	keyResult: Id,
	value: NumberTyped,
	note: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(300))
});

/** The decimals somebody used when they typed the bounds, so that values are written alike. */
export function decimalsIn(...numbers: number[]): number {
	const used = numbers.map((number) => String(number).split('.')[1]?.length ?? 0);
	return Math.min(4, Math.max(...used));
}
