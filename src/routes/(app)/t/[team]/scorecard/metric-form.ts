import * as v from 'valibot';
import { Area } from '#lib/scorecard/metric.ts';
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

/** What the dialog for a metric sends. */
export const MetricForm = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Give it a name.'),
		v.maxLength(120, 'Please keep the name under 120 characters.')
	),
	area: Area,
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
	direction: v.picklist(['up', 'down']),
	target: Bound,
	tolerance: v.pipe(
		Bound,
		v.check((value) => value === null || value >= 0, 'It is a distance: nought or more.')
	),
	owner: Owner
});
