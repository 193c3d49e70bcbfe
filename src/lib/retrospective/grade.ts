/** Why a key result was missed, from the usual list. */
export const causes = [
	'ambition',
	'wrong key result',
	'dependency',
	'capacity',
	'priority shifted',
	'external',
	'too many',
	'no cadence',
	'other'
] as const;
export type Cause = (typeof causes)[number];
export const causeNames: Record<Cause, string> = {
	ambition: 'Ambition too high',
	'wrong key result': 'Wrong key result',
	dependency: 'Dependency',
	capacity: 'Capacity',
	'priority shifted': 'Priority shifted',
	external: 'External',
	'too many': 'Too many objectives',
	'no cadence': 'No owner or cadence',
	other: 'Other'
};

export type Ambition = 'committed' | 'aspirational';

/** The grades somebody may give: 0.0 to 1.0 in tenths. */
export const grades = Array.from({ length: 11 }, (_, tenths) => tenths / 10);

/**
 * The colour of a grade, as Doerr and Google draw it: up to 0.3 red, up to 0.6 yellow, from 0.7 on
 * green. Between two tenths the nearer one counts.
 */
export function bandOf(grade: number): 'off' | 'risk' | 'on' {
	const tenths = Math.round(grade * 10);
	return tenths <= 3 ? 'off' : tenths <= 6 ? 'risk' : 'on';
}

/** What is to be expected: all of what was committed, and 0.7 of what was aspired to. */
export function expectedOf(ambition: Ambition): number {
	return ambition === 'committed' ? 1 : 0.7;
}

/** A committed key result that was missed needs a sentence that says why. */
export function owesSentence(
	ambition: Ambition,
	{ grade, why }: { grade: number | null; why: string }
): boolean {
	return ambition === 'committed' && grade !== null && grade < 1 && why.trim() === '';
}

/** A grade for a progress of 0 to 1, to begin from: nobody is bound by it. */
export function suggestedGrade(progress: number | null): number | null {
	return progress === null ? null : Math.round(progress * 10) / 10;
}

/**
 * The grade of what is made of weighted parts: the mean of those that are graded. Weights that are
 * all zero count alike; null while nothing is graded.
 */
export function meanGrade(
	parts: readonly { grade: number | null; weight: number }[]
): number | null {
	const graded = parts.flatMap(({ grade, weight }) => (grade === null ? [] : [{ grade, weight }]));
	if (graded.length === 0) return null;
	const total = graded.reduce((sum, { weight }) => sum + weight, 0);
	const share = (weight: number) => (total > 0 ? weight / total : 1 / graded.length);
	return graded.reduce((sum, { grade, weight }) => sum + grade * share(weight), 0);
}

/** `0.4`; an en dash where there is none. */
export function writeGrade(grade: number | null): string {
	return grade === null ? '–' : (Math.round(grade * 10) / 10).toFixed(1);
}

/** What a set of grades says of itself; empty when there is nothing to say. */
export function remarkOn(all: readonly (number | null)[]): string {
	const given = all.filter((grade) => grade !== null);
	if (given.length >= 3 && given.every((grade) => grade >= 1))
		return 'Everything is at 1.0: the next targets can ask for more.';
	return '';
}
