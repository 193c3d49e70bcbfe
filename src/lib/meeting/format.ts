import type { Terms } from '#lib/team/terms.ts';
import type { SegmentKind } from './segment.ts';

/**
 * One step of a format. `guide` is what the facilitator says or does: the rule the room goes by,
 * who speaks, and what the step leaves behind.
 */
export type Step = {
	key: string;
	kind: SegmentKind;
	title: string;
	minutes: number;
	guide: string;
};

/**
 * A known practice as an agenda template; a team edits its own copy. `minutes` is the sum of its
 * steps. With `allowsEmptyMiddle` the agenda is set in the room: what stands between the opening
 * and the close may be left out or filled then.
 */
export type Format = {
	key: string;
	name: string;
	summary: string;
	minutes: number;
	allowsEmptyMiddle?: boolean;
	terms: Terms;
	steps: readonly Step[];
};
