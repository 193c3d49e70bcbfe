/** How often 1 to 5 was answered, and how many cannot say. */
export type Counts = readonly [number, number, number, number, number, number];

export type Label = 'aligned' | 'mixed' | 'split';

export type Agreement = {
	/** Who answered, those who cannot say included. */
	asked: number;
	/** Who gave a number. */
	said: number;
	/** 1 to 5; null when nobody gave a number. */
	mean: number | null;
	/** 0 to 100; null when nobody gave a number. */
	score: number | null;
	/** Within-group agreement, 0 to 1; null below two numbers. */
	rwg: number | null;
	label: Label;
	/** Why it is no agreement although the index says so; null when the index alone decides. */
	because: string | null;
};

/** What five answers at random vary by: (A² − 1) ÷ 12 with A = 5. */
const randomVariance = 2;
const alignedAt = 0.7;
const mixedAt = 0.5;
/** More than this share who cannot say is no agreement. */
const mostUnsure = 0.2;

/** 1 to 5 as 0 to 100: (mean − 1) ÷ 4 × 100. */
export const scoreOf = (mean: number): number => ((mean - 1) / 4) * 100;

/**
 * How far people agree on one item. r_wg = 1 − s² ÷ 2, floored at 0, where s² is the sample variance
 * (James, Demaree and Wolf 1984); at least 0.70 is aligned, at least 0.50 mixed. Two people at 1 or 2
 * and two at 4 or 5 are split whatever it says, and more than a fifth who cannot say is no agreement.
 */
export function agreementOn([one, two, three, four, five, unsure]: Counts): Agreement {
	const counts = [one, two, three, four, five];
	const said = counts.reduce((sum, count) => sum + count, 0);
	const asked = said + unsure;
	const mean =
		said === 0 ? null : counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / said;
	const rwg =
		mean === null || said < 2
			? null
			: Math.max(
					0,
					1 -
						counts.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0) /
							(said - 1) /
							randomVariance
				);
	const shown = { asked, said, mean, score: mean === null ? null : scoreOf(mean), rwg };
	if (said === 0)
		return {
			...shown,
			label: 'split',
			because: asked === 0 ? 'Nobody answered' : 'Nobody can say'
		};
	if (unsure / asked > mostUnsure)
		return { ...shown, label: 'split', because: `${unsure} of ${asked} cannot say` };
	const [low, high] = [one + two, four + five];
	if (low >= 2 && high >= 2)
		return {
			...shown,
			label: 'split',
			because: `${low} answered 1 or 2, and ${high} answered 4 or 5`
		};
	return { ...shown, label: labelOf(rwg), because: null };
}

/** What an index is called; one answer alone agrees with nobody. */
export function labelOf(rwg: number | null): Label {
	// A sum of tenths may lie a hair below the bound it is meant to be.
	const index = rwg === null ? 0 : rwg + 1e-9;
	return index >= alignedAt ? 'aligned' : index >= mixedAt ? 'mixed' : 'split';
}

export const labelWords: Record<Label, string> = {
	aligned: 'Aligned',
	mixed: 'Mixed',
	split: 'Split'
};
