import * as v from 'valibot';

/** What a segment shows and what it leaves behind; each kind has its own work area in the room. */
export const segmentKinds = [
	'check-in',
	'scorecard',
	'priorities',
	'message',
	'headlines',
	'actions',
	'hot-items',
	'learning',
	'discussion',
	'wrap-up'
] as const;

export const SegmentKind = v.picklist(segmentKinds);
export type SegmentKind = v.InferOutput<typeof SegmentKind>;

/** The longest title anyone may give; the room shows one line and the rest on demand. */
export const longestTitle = 300;
export const longestSegment = 480;
export const mostSegments = 200;

/** One step of an agenda. `minutes` is whole, `guide` is what the facilitator says or does. */
export const Segment = v.object({
	id: v.string(),
	kind: SegmentKind,
	title: v.string(),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestSegment)),
	guide: v.optional(v.string(), ''),
	order: v.string()
});
export type Segment = v.InferOutput<typeof Segment>;

/** Whole minutes between 1 and 480 from whatever was typed; `undefined` when it is no number. */
export function toMinutes(typed: string | number): number | undefined {
	const number = typeof typed === 'number' ? typed : Number(typed.trim() || NaN);
	if (!Number.isFinite(number)) return undefined;
	return Math.min(longestSegment, Math.max(1, Math.round(number)));
}

/** A title on one line, without control characters, at most 300 characters long. */
export function toTitle(typed: string): string {
	const line = typed.replace(/\p{Cc}+/gu, ' ').trim();
	return Array.from(line).slice(0, longestTitle).join('');
}
