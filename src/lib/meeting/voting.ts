import { byOrder } from './agenda.ts';

/** One vote for each person and item: whoever votes twice writes the same key again. */
export function voteKey(item: string, person: string): string {
	return `${item}:${person}`;
}

/** Whose vote it is, and for which item. */
export function readVoteKey(key: string): { item: string; person: string } {
	const end = key.lastIndexOf(':');
	return { item: key.slice(0, end), person: key.slice(end + 1) };
}

/** Votes for each item, from the keys of the votes that are there. */
export function tally(keys: Iterable<string>): Map<string, number> {
	const votes = new Map<string, number>();
	for (const key of new Set(keys)) {
		const { item } = readVoteKey(key);
		votes.set(item, (votes.get(item) ?? 0) + 1);
	}
	return votes;
}

/** Most votes first; those with as many stay in the order they were put in by hand. */
export function byVotes<Item extends { id: string; order: string }>(
	items: readonly Item[],
	keys: Iterable<string>
): Item[] {
	const votes = tally(keys);
	const of = ({ id }: Item) => votes.get(id) ?? 0;
	return items.toSorted((one, other) => of(other) - of(one) || byOrder(one, other));
}
