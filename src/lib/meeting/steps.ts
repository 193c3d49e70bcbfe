import * as v from 'valibot';
import type { Step } from './format.ts';
import { longestSegment, mostSegments, SegmentKind, toTitle } from './segment.ts';

/** The longest facilitator text of one step. */
export const longestGuide = 2000;

const length = `A segment takes 1 to ${longestSegment} minutes.`;

export const StepFields = v.object({
	key: v.pipe(v.string(), v.maxLength(60)),
	kind: SegmentKind,
	title: v.pipe(
		v.string(),
		v.transform((typed) => toTitle(typed) || 'Untitled')
	),
	minutes: v.pipe(
		v.number(length),
		v.integer(length),
		v.minValue(1, length),
		v.maxValue(longestSegment, length)
	),
	guide: v.pipe(
		v.string(),
		v.maxLength(longestGuide, `A facilitator text has at most ${longestGuide} characters.`)
	)
}) satisfies v.GenericSchema<unknown, Step>;

/** The steps of a team's own agenda. */
export const Steps = v.pipe(
	v.array(StepFields),
	v.minLength(1, 'An agenda needs at least one segment.'),
	v.maxLength(mostSegments, `An agenda holds at most ${mostSegments} segments.`)
);
