/** A stretch of the older text, and what stands there in the newer one. */
export type TextEdit = { from: number; to: number; text: string };

/** Words, numbers, spaces and marks, each by itself. */
const parts = (text: string) => text.match(/[\p{L}\p{M}\p{N}’']+|\s+|./gsu) ?? [];

/**
 * The fewest words to take away and put in that make one text of another, in the order of the text.
 * What stays is not touched, so that carets and remarks in it stay where they are.
 */
export function editsBetween(older: string, newer: string): TextEdit[] {
	const before = parts(older);
	const after = parts(newer);
	const kept = common(before, after);
	const edits: TextEdit[] = [];
	let at = 0;
	let one = 0;
	let other = 0;
	for (const [i, j] of [...kept, [before.length, after.length] as const]) {
		const removed = before.slice(one, i).join('');
		const text = after.slice(other, j).join('');
		if (removed || text) edits.push({ from: at, to: at + removed.length, text });
		at += removed.length + (before[i]?.length ?? 0);
		one = i + 1;
		other = j + 1;
	}
	return edits;
}

/**
 * A text that two people changed at once, with the changes of both.
 *
 * @param base the text both began with
 * @param mine what one made of it: every word put in there stays
 * @param theirs what the other made of it
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
	/** Where each letter of the base is in `mine`, or would be if it were still there. */
	const places: { at: number; isThere: boolean }[] = [];
	let at = 0;
	const keepUntil = (end: number) => {
		while (places.length < end) places.push({ at: at++, isThere: true });
	};
	for (const { from, to, text } of editsBetween(base, mine)) {
		keepUntil(from);
		while (places.length < to) places.push({ at, isThere: false });
		at += text.length;
	}
	keepUntil(base.length);
	const merged = mine.split('');
	for (const { from, to, text } of editsBetween(base, theirs).toReversed()) {
		const gone = places.slice(from, to).filter(({ isThere }) => isThere);
		for (const place of gone.toReversed()) merged.splice(place.at, 1);
		merged.splice(places[from]?.at ?? at, 0, text);
	}
	return merged.join('');
}

/** What is compared word by word; beyond it the whole middle counts as changed. */
const mostPairs = 4_000_000;

/** Pairs of places of what two lists have in common, in order, as many as possible. */
function common(before: readonly string[], after: readonly string[]): [number, number][] {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const middle = [before, after].map((all) => all.slice(head, all.length - tail));
	const [one = [], other = []] = middle;
	const inside = one.length * other.length > mostPairs ? [] : longestCommon(one, other);
	return [
		...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
		...inside.map(([i, j]): [number, number] => [head + i, head + j]),
		...Array.from({ length: tail }, (_, at): [number, number] => [
			before.length - tail + at,
			after.length - tail + at
		])
	];
}

function longestCommon(before: readonly string[], after: readonly string[]): [number, number][] {
	const width = after.length + 1;
	const lengths = new Uint16Array((before.length + 1) * width);
	const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
	for (let i = before.length - 1; i >= 0; i--)
		for (let j = after.length - 1; j >= 0; j--)
			lengths[i * width + j] =
				before[i] === after[j]
					? lengthAt(i + 1, j + 1) + 1
					: Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
	const pairs: [number, number][] = [];
	let i = 0;
	let j = 0;
	while (i < before.length && j < after.length) {
		if (before[i] === after[j]) pairs.push([i++, j++]);
		else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
		else j++;
	}
	return pairs;
}
