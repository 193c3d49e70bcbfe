/** How the process was: each from 1, not at all, to 5, fully. */
export const questions = {
	focus: 'We worked on few enough things.',
	'check-ins': 'Our check-ins told us in time.',
	honesty: 'We said how things really stood.',
	alignment: 'What I did served what we aimed at.'
} as const;
export type Question = keyof typeof questions;
export const questionKeys = Object.keys(questions) as Question[];

/** How often each answer from 1 to 5 was given. */
export type Counts = readonly number[];

/** The mean of what was answered; null without an answer. */
export function meanAnswer(counts: Counts): number | null {
	const given = counts.reduce((sum, count) => sum + count, 0);
	if (given === 0) return null;
	return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / given;
}
