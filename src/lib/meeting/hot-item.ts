import * as v from 'valibot';
import { usualWatch } from '#lib/scorecard/life.ts';
import { Aim } from '#lib/strategy/aim.ts';

/**
 * What needs the team now. `wants` says how it is worked on: *fact-finding* ends with a person, a
 * question and a date; *resolution* ends with a decision.
 */
export const HotItem = v.object({
	id: v.string(),
	title: v.string(),
	question: v.optional(v.string(), ''),
	kind: v.optional(v.picklist(['hot', 'opportunity']), 'hot'),
	wants: v.optional(v.picklist(['resolution', 'fact-finding']), 'resolution'),
	minutes: v.optional(v.number(), 8),
	raisedBy: v.nullish(v.string(), null),
	raisedAt: v.optional(v.number(), 0),
	/** The reason a rule gave, or where it was raised from. */
	source: v.optional(v.string(), ''),
	order: v.string(),
	state: v.optional(
		v.picklist(['open', 'resolved', 'fact-finding', 'parked', 'dropped', 'merged']),
		'open'
	),
	/** The item it became part of. */
	mergedInto: v.nullish(v.string(), null),
	/** The metric it was raised from. */
	metric: v.nullish(v.string(), null),
	/** How many periods in a row its metric must be good after the resolution; 0 for unwatched. */
	watch: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(26)), usualWatch),
	/** The row of an earlier meeting that this one continues. */
	continues: v.nullish(v.string(), null),
	factFinder: v.nullish(v.string(), null),
	backBy: v.nullish(v.string(), null),
	/** What it serves; what is no aim serves nothing. */
	serves: v.fallback(v.nullish(Aim, null), null)
});
export type HotItem = v.InferOutput<typeof HotItem>;
