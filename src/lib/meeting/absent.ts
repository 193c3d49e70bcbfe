import type { HotItem } from './hot-item.ts';
import { readVoteKey, voteKey } from './voting.ts';

/** What one person voted for who is away; its id stands for them and names nobody. */
export type Ballot = { id: string; items: string[] };

/** What somebody wrote beforehand on a step or a hot item. */
export type AbsentInput = { person: string; place: string; body: string };

/** Who is away from a meeting, and what they left for it. */
export type Absent = {
	away: string[];
	/** Before the meeting begins only one's own. */
	inputs: AbsentInput[];
	/** The items this person voted for beforehand. */
	votes: string[];
	/** Null before the meeting begins, and for those who only watch. */
	ballots: Ballot[] | null;
};

const marked = 'away-';

/**
 * Which votes are to be given, and which taken back, so that every ballot counts once for each of its
 * items, or for the one that item became part of. Ballots of people who came after all count no more.
 *
 * @param keys of the votes that are there
 */
export function countBallots(
	ballots: readonly Ballot[],
	items: readonly Pick<HotItem, 'id' | 'mergedInto'>[],
	keys: Iterable<string>
): { give: string[]; take: string[] } {
	const given = new Set(keys);
	const whole = new Map(items.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
	const wanted = new Set(
		ballots.flatMap(({ id, items: chosen }) =>
			chosen.flatMap((item) => {
				const counts = whole.get(item);
				return counts ? [voteKey(item, marked + id), voteKey(counts, marked + id)] : [];
			})
		)
	);
	const isOfBallot = (key: string) => readVoteKey(key).person.startsWith(marked);
	return {
		give: [...wanted].filter((key) => !given.has(key)),
		take: [...given].filter((key) => isOfBallot(key) && !wanted.has(key))
	};
}
