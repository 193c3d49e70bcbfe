import * as v from 'valibot';
import { readNumber } from '#lib/scorecard/number.ts';
import { parts, resourceKinds } from '#lib/execution/carried-priority.ts';
import { askedAfter } from '#lib/execution/lasting.ts';
import { rowKinds } from '#lib/server/rows/carried-rows.ts';
import { Owner } from '../../owner.ts';
import { Id, line } from '../priority-form.ts';

const typed = (longest: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(longest, `Please keep it under ${longest} characters.`)
	);
const Day = v.pipe(v.string(), v.isoDate('Pick a day.'));
const DayOrNone = v.pipe(
	v.optional(v.union([Day, v.literal('')]), ''),
	v.transform((day) => day || null)
);
const IdOrNone = v.pipe(
	v.optional(v.union([Id, v.literal('')]), ''),
	v.transform((id) => id || null)
);
const lacksNumber = 'Type a number, such as 98.4.';
const NumberTyped = v.pipe(
	v.string(),
	v.transform((text) => readNumber(text)),
	v.number(lacksNumber)
);
const NumberOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => (text.trim() === '' ? null : readNumber(text))),
	v.nullable(v.number(lacksNumber))
);
const Grade = v.pipe(v.picklist(['1', '2', '3'], 'Pick one of the three.'), v.transform(Number));
const Ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((ticked) => ticked === 'yes')
);
const Title = line(300, 'Say what it is.');

/** A row of a priority as its form sends it. */
export const RowForm = v.variant('kind', [
	v.object({
		kind: v.literal('milestone'),
		title: Title,
		due: DayOrNone,
		owner: Owner,
		isChange: Ticked
	}),
	v.pipe(
		v.object({
			kind: v.literal('measure'),
			of: v.picklist(['kpi', 'gap']),
			name: line(120, 'Give it a name.'),
			definition: typed(500),
			unit: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(20, 'Keep the unit short.')),
			baseline: NumberOrNone,
			target: NumberOrNone,
			direction: v.picklist(['up', 'down']),
			metric: IdOrNone,
			owner: Owner,
			foundOn: DayOrNone
		}),
		v.forward(
			v.check(
				({ of, baseline }) => of === 'kpi' || baseline !== null,
				'Say where it stood: a gap without its two ends is a feeling.'
			),
			['baseline']
		),
		v.forward(
			v.check(
				({ of, target }) => of === 'kpi' || target !== null,
				'Say where it is to stand: a gap without its two ends is a feeling.'
			),
			['target']
		)
	),
	v.object({
		kind: v.literal('risk'),
		title: Title,
		likelihood: Grade,
		impact: Grade,
		mitigation: typed(500),
		owner: Owner,
		reviewOn: DayOrNone
	}),
	v.pipe(
		v.object({
			kind: v.literal('phase'),
			name: line(120, 'Give it a name.'),
			startsOn: Day,
			endsOn: Day
		}),
		v.forward(
			v.check(({ startsOn, endsOn }) => startsOn <= endsOn, 'It cannot end before it begins.'),
			['endsOn']
		)
	),
	v.object({
		kind: v.literal('resource'),
		title: Title,
		of: v.picklist(resourceKinds, 'Say what kind of thing it is.'),
		days: v.pipe(
			NumberOrNone,
			v.check((days) => days === null || (days >= 0 && days <= 10_000), 'Type days, such as 5.')
		),
		phase: IdOrNone,
		owner: Owner
	}),
	v.object({
		kind: v.literal('dependency'),
		title: Title,
		other: IdOrNone,
		neededBy: DayOrNone,
		owner: Owner
	})
]);
export type Typed = v.InferOutput<typeof RowForm>;

export const RemoveForm = v.object({ kind: v.picklist(rowKinds), row: Id });

export const EndForm = v.object({
	kind: v.picklist(['milestone', 'risk', 'phase', 'resource', 'dependency']),
	row: Id,
	done: v.picklist(['yes', 'no'])
});

export const ValueForm = v.object({
	measure: Id,
	value: NumberTyped,
	on: Day,
	note: typed(300)
});

export const ActionForm = v.object({
	action: v.optional(Id),
	title: line(300, 'Say what is to be done.'),
	owner: v.pipe(v.string(), v.uuid('Somebody has to do it.')),
	due: Day
});

export const AboutForm = v.object({
	title: Title,
	why: typed(2000),
	expectation: typed(2000),
	notDoing: typed(2000),
	goal: IdOrNone,
	weight: v.pipe(
		NumberTyped,
		v.minValue(0, 'A weight is 0 or more.'),
		v.maxValue(100, 'A weight is 100 at most.')
	),
	weeklyAlert: Ticked
});

export const OwnerForm = v.object({ owner: Owner });

export const PartForm = v.object({
	person: Id,
	part: v.union([
		v.picklist(parts),
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		)
	])
});

export const CloseForm = v.object({ as: v.picklist(['finished', 'parked']) });

export const CheckForm = v.object({
	priority: Id,
	milestone: IdOrNone,
	days: v.pipe(v.picklist(['30', '60', '90']), v.transform(Number), v.picklist(askedAfter)),
	answer: v.picklist(['yes', 'partly', 'no'], 'Say whether it is still in use.'),
	note: typed(500)
});

/** The decimals somebody used, so that values are written alike. */
export function decimalsOf(...numbers: (number | null)[]): number {
	const used = numbers.map((number) => String(number ?? 0).split('.')[1]?.length ?? 0);
	return Math.min(4, Math.max(...used));
}
