import type { Suggestion } from './suggestion.ts';

/** What somebody has done in the meeting so far: lines written, edits, votes, turns at speaking. */
export type Voice = { person: string; name: string; acts: number };

/**
 * Below this share of what would be theirs somebody is quiet. Counted by turns it names somebody in 2
 * of 16 recorded meetings of four (AMI), and in 7 of 8 of a group of five to nine (ICSI).
 */
const fairShare = 0.4;
/** Before so many acts a head a share says nothing. */
const leastActs = 5;

/**
 * Who has been heard far less than the others; told only to the chair, as a question to ask and never
 * as a figure about somebody.
 *
 * @param present those in the room; a room of two has no quiet voice
 */
export function quietVoices(present: readonly Voice[]): Suggestion[] {
	const total = present.reduce((sum, { acts }) => sum + acts, 0);
	if (present.length < 3 || total < leastActs * present.length) return [];
	const quiet = present.filter(({ acts }) => acts < (fairShare * total) / present.length);
	// When most are quiet, one is loud: that is another matter.
	if (quiet.length > present.length / 2) return [];
	return quiet.map(({ person, name }) => ({
		key: `quiet ${person}`,
		kind: 'quiet voice',
		audience: 'chair',
		words: `Ask ${name} what they think`,
		why: `${name} has said or written little so far.`,
		cites: [],
		effects: []
	}));
}
