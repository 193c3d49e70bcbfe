import * as v from 'valibot';
import { Area, CadenceOf, Direction, Perspective } from '#lib/scorecard/metric.ts';
import { readNumber } from '#lib/scorecard/number.ts';
import { Owner } from '../owner.ts';

const Bound = v.pipe(
	v.optional(v.string(), ''),
	v.check(
		(typed) => typed.trim() === '' || readNumber(typed) !== undefined,
		'Type a number, or leave it empty.'
	),
	v.transform((typed) => readNumber(typed) ?? null)
);

const words = (longest: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(longest, `Please keep it under ${longest} characters.`)
	);

/** Months, 1 to 12, such as `8 12`. */
const Months = v.pipe(
	v.optional(v.string(), ''),
	v.regex(/^(?:(?:1[0-2]|[1-9])(?: |$))*$/u, 'Choose months.'),
	v.transform((typed) => [...new Set(typed.split(' ').filter(Boolean).map(Number))])
);

/** An id, or '' for none. */
const Other = v.pipe(
	v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())]), ''),
	v.transform((id) => id || null)
);

const Fields = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Give it a name.'),
		v.maxLength(120, 'Please keep the name under 120 characters.')
	),
	area: Area,
	perspective: v.optional(Perspective, 'operational'),
	cadence: v.optional(CadenceOf, 'week'),
	leading: v.pipe(
		v.picklist(['leading', 'lagging']),
		v.transform((kind) => kind === 'leading')
	),
	unit: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(12, 'Please keep the unit under 12 characters.')
	),
	decimals: v.pipe(v.string(), v.transform(Number), v.picklist([0, 1, 2, 3, 4])),
	direction: Direction,
	target: Bound,
	lower: Bound,
	upper: Bound,
	tolerance: v.pipe(
		Bound,
		v.check((value) => value === null || value >= 0, 'It is a distance: nought or more.')
	),
	owner: Owner,
	responder: v.optional(Owner, ''),
	leads: Other,
	goal: Other,
	definition: words(1000),
	formula: words(1000),
	source: words(1000),
	season: words(300),
	lowMonths: Months,
	highMonths: Months,
	response: words(1000)
});

/** What the dialog for a metric sends: a band has two bounds in order, the others one. */
export const MetricForm = v.pipe(
	Fields,
	v.forward(
		v.partialCheck(
			[['lowMonths'], ['highMonths']],
			({ lowMonths, highMonths }) => !lowMonths.some((month) => highMonths.includes(month)),
			'A month is low or high, not both.'
		),
		['highMonths']
	),
	v.forward(
		v.partialCheck(
			[['direction'], ['lower'], ['upper']],
			({ direction, lower, upper }) =>
				direction !== 'band' || (lower !== null && upper !== null && lower < upper),
			'A band needs two numbers, the lower one first.'
		),
		['upper']
	),
	v.transform(({ lower, upper, target, ...metric }) =>
		metric.direction === 'band'
			? { ...metric, target: null, lower, upper }
			: { ...metric, target, lower: null, upper: null }
	)
);
