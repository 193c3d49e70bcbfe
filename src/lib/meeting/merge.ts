import type { HotItem } from './hot-item.ts';

/**
 * Of two items that are the same thing, the one that becomes part and the one that stays: the first
 * raised. So it is no matter who merges which into which, and two people who merge at once from two
 * sides cannot make both disappear.
 *
 * The one that stays takes in everybody's vote, once for each person; the other keeps its own words,
 * notes, votes and metric, and has them when it is taken apart again.
 */
export function becomesPart(items: readonly HotItem[]): HotItem[] {
	const [whole, part] = items.toSorted(
		(one, other) => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1)
	);
	return whole && part && whole.id !== part.id ? [part, whole] : [];
}

/** What became part of an item, and of what became part of that. */
export function partsOf(whole: HotItem, items: readonly HotItem[]): HotItem[] {
	const own = items.filter(
		(part) =>
			part.state === 'merged' &&
			part.mergedInto === whole.id &&
			// A document may say anything: what goes round in a circle is part of nothing.
			becomesPart([part, whole])[0] === part
	);
	return own.flatMap((part) => [part, ...partsOf(part, items)]);
}
