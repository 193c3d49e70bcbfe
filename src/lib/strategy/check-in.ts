import * as v from 'valibot';

/** What can be in the way of a key result (the list of the weekly OKR check-in). */
export const blockerKinds = [
	'resource',
	'dependency',
	'clarity',
	'priority conflict',
	'external',
	'approach not working',
	'other'
] as const;
export type BlockerKind = (typeof blockerKinds)[number];
export const blockerWords: Record<BlockerKind, string> = {
	resource: 'People, time or money',
	dependency: 'We wait for somebody',
	clarity: 'Nobody agrees what it means',
	'priority conflict': 'Something else comes first',
	external: 'Something outside the company',
	'approach not working': 'The approach does not work',
	other: 'Something else'
};

/** How sure somebody is that a key result reaches its target: 0 not at all, 10 certain. */
export const Confidence = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
export type Given = { keyResult: string; person: string; confidence: number };

/** What everybody gave for one key result. */
export type Opinion = {
	keyResult: string;
	/** Lowest first: those speak first. */
	given: Given[];
	lowest: number;
	highest: number;
	mean: number;
	/** Against the mean of the round before; null when nobody gave one then. */
	change: number | null;
};

/**
 * A round laid open: the key result with the lowest voice first, among equals the one with the
 * lower mean, then the one about which people differ most.
 *
 * @param before what was given in the last round that was revealed
 */
export function opinionsOf(given: readonly Given[], before: readonly Given[]): Opinion[] {
	const earlier = byKeyResult(before);
	return [...byKeyResult(given)]
		.map(([keyResult, all]): Opinion => {
			const sorted = all.toSorted((one, other) => one.confidence - other.confidence);
			const mean = meanOf(all);
			const then = earlier.get(keyResult);
			return {
				keyResult,
				given: sorted,
				lowest: sorted[0]?.confidence ?? 0,
				highest: sorted.at(-1)?.confidence ?? 0,
				mean,
				change: then ? mean - meanOf(then) : null
			};
		})
		.toSorted(
			(one, other) =>
				one.lowest - other.lowest || one.mean - other.mean || other.highest - one.highest
		);
}

function byKeyResult(given: readonly Given[]): Map<string, Given[]> {
	const groups = new Map<string, Given[]>();
	for (const one of given) groups.set(one.keyResult, [...(groups.get(one.keyResult) ?? []), one]);
	return groups;
}

const meanOf = (given: readonly Given[]) =>
	given.reduce((sum, { confidence }) => sum + confidence, 0) / given.length;

/** `7.3`, without a decimal that says nothing. */
export function writeConfidence(mean: number): string {
	return String(Math.round(mean * 10) / 10);
}

/** `up 0.5`, `down 2` or `as before`; nothing when there is nothing to compare with. */
export function writeChange(change: number | null): string {
	if (change === null) return '';
	const by = writeConfidence(Math.abs(change));
	if (by === '0') return 'as before';
	return `${change > 0 ? 'up' : 'down'} ${by}`;
}
