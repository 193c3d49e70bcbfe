/** What was noted or proposed, and the places of the turns it rests on. */
export type Resting = { evidence: readonly number[] };

/** A turn is one dialogue act: so many turns away is still the same sentence or its answer. */
const near = 3;

/** Whether two rest on the same stretch of talk. */
export const restOnTheSame = (one: Resting, other: Resting): boolean =>
	one.evidence.some((at) => other.evidence.some((place) => Math.abs(at - place) <= near));

export type Score = { proposed: number; right: number; noted: number; found: number };

/**
 * How many of what was proposed rest on something annotators noted, and how many of what they noted
 * was found. Notes that rest on no turn cannot be judged and are left out.
 */
export function score(proposed: readonly Resting[], noted: readonly Resting[]): Score {
	const judged = noted.filter(({ evidence }) => evidence.length > 0);
	return {
		proposed: proposed.length,
		right: proposed.filter((one) => judged.some((note) => restOnTheSame(one, note))).length,
		noted: judged.length,
		found: judged.filter((note) => proposed.some((one) => restOnTheSame(one, note))).length
	};
}

export const add = (one: Score, other: Score): Score => ({
	proposed: one.proposed + other.proposed,
	right: one.right + other.right,
	noted: one.noted + other.noted,
	found: one.found + other.found
});

/** A share for people: a dash when there is nothing to share. */
export const share = (part: number, whole: number): string =>
	whole === 0 ? '–' : (part / whole).toFixed(2);
