import * as v from 'valibot';
import { longestWord, type Terms } from './terms.ts';

const Spelling = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestWord));
const renamed = v.optional(v.object({ one: Spelling, many: Spelling }));

/** What a team says instead, as it is kept. Apart from the words, which every page loads. */
export const KeptTerms: v.GenericSchema<unknown, Terms> = v.object({
	'hot item': renamed,
	opportunity: renamed,
	decision: renamed,
	action: renamed,
	insight: renamed,
	risk: renamed,
	'check-in': renamed,
	scorecard: renamed,
	priority: renamed,
	objective: renamed,
	'wrap-up': renamed,
	rating: renamed,
	chair: renamed,
	parked: renamed
});
