import { agreementOn, labelOf, scoreOf, type Agreement, type Label } from './agreement.ts';
import type { Result, Spread } from './blind-round.ts';
import { itemKey, type Part } from './pillars.ts';

export type Quadrant = 'strength' | 'known problem' | 'blind spot' | 'contested';

/** Means from here on are high: 4 is "mostly true", and 3.5 is nearer to it than to 3. */
export const highFrom = 3.5;

export const quadrantWords: Record<Quadrant, { name: string; act: string }> = {
	strength: { name: 'Strength', act: 'Keep it, and say what keeps it.' },
	'known problem': { name: 'Known problem', act: 'Fix it: name an owner and a first step.' },
	'blind spot': { name: 'Blind spot', act: 'Look together: some see what others do not.' },
	contested: { name: 'Contested', act: 'Talk before acting: you may see different parts of it.' }
};

export type ReadItem = Agreement & { key: string; words: string; counts: readonly number[] };

export type ReadPart<Key extends string = string> = {
	key: Key;
	name: string;
	means: string;
	ask: readonly [string, string];
	/** Mean of its items that have one, 1 to 5. */
	mean: number | null;
	/** 0 to 100. */
	score: number | null;
	/** Mean of its items' agreement, 0 to 1; where nobody or one can say there is none. */
	rwg: number;
	label: Label;
	quadrant: Quadrant;
	/** How many people come to 1 to 5 in it on average. */
	spread: Spread;
	items: ReadItem[];
	/** From 1 to 2: how many say it matters most now. */
	importance: number;
	/** (1 − r_wg) × importance. */
	weight: number;
};

/** High or low, and whether people agree on that: mixed is not agreed yet. */
export function quadrantOf(mean: number | null, label: Label): Quadrant {
	const isHigh = mean !== null && mean >= highFrom;
	if (label === 'aligned') return isHigh ? 'strength' : 'known problem';
	return isHigh ? 'blind spot' : 'contested';
}

/**
 * The parts of a round in their own order. A part's mean is that of its items, its agreement the mean
 * of theirs; it is split too when at least half of its items are. Its importance is 1 plus the share
 * of people who say that it matters most now.
 */
export function readParts<Key extends string>(
	parts: readonly Part<Key>[],
	result: Result
): ReadPart<Key>[] {
	const votes = result.choices['matters'] ?? {};
	const voters = Object.values(votes).reduce((sum, count) => sum + count, 0);
	return parts.map(({ key, name, means, ask, items }) => {
		const read = items.map((words, at): ReadItem => {
			const counts = result.items[itemKey(key, at)] ?? [0, 0, 0, 0, 0, 0];
			return { key: itemKey(key, at), words, counts, ...agreementOn(counts) };
		});
		const mean = average(read.flatMap((item) => item.mean ?? []));
		const rwg = average(read.map((item) => item.rwg ?? 0)) ?? 0;
		const isSplit = read.filter(({ label }) => label === 'split').length * 2 >= read.length;
		const label = isSplit ? 'split' : labelOf(rwg);
		const importance = 1 + (voters === 0 ? 0 : (votes[key] ?? 0) / voters);
		return {
			...{ key, name, means, ask, mean, rwg, label, importance, items: read },
			score: mean === null ? null : scoreOf(mean),
			quadrant: quadrantOf(mean, label),
			spread: result.parts[key] ?? [0, 0, 0, 0, 0],
			weight: (1 - rwg) * importance
		};
	});
}

/** What to talk about first: the most disagreement, by how much it matters; then the lowest mean. */
export function discussionOrder<One extends Pick<ReadPart, 'weight' | 'mean'>>(
	parts: readonly One[]
): One[] {
	return parts.toSorted(
		(one, other) =>
			(Math.abs(one.weight - other.weight) < 1e-9 ? 0 : other.weight - one.weight) ||
			(one.mean ?? 0) - (other.mean ?? 0)
	);
}

/** The weakest first: by score, then by agreement, the least of it first. */
export function weakestFirst<One extends Pick<ReadPart, 'score' | 'rwg'>>(
	parts: readonly One[]
): One[] {
	return parts.toSorted(
		(one, other) => (one.score ?? 101) - (other.score ?? 101) || one.rwg - other.rwg
	);
}

/** Why this one comes first, in a sentence. */
export function whyFirst({ items, label, mean }: ReadPart): string {
	const widest = items.toSorted((one, other) => (one.rwg ?? 0) - (other.rwg ?? 0))[0];
	if (label === 'aligned')
		return `You agree on it, at ${mean === null ? 'no mean' : mean.toFixed(1)} of 5. Decide what to do.`;
	if (!widest) return 'You may be looking at different parts of the company.';
	const said = widest.because ? `: ${widest.because}` : ' is answered differently';
	return `“${widest.words}”${said}. You may be looking at different parts of the company.`;
}

export type LaneAgreement = {
	/** What most chose; null when nobody chose, or several were chosen as often. */
	lane: string | null;
	/** Whole percent who chose the most-chosen. */
	percent: number | null;
	counts: [lane: string, count: number][];
};

/** How many chose the same lane: the headline of market alignment. */
export function laneAgreement(result: Result): LaneAgreement {
	const counts = Object.entries(result.choices['lane'] ?? {}).toSorted(
		([, one], [, other]) => other - one
	);
	const all = counts.reduce((sum, [, count]) => sum + count, 0);
	const [first, second] = counts;
	if (!first || all === 0) return { lane: null, percent: null, counts };
	return {
		lane: second && second[1] === first[1] ? null : first[0],
		percent: Math.round((100 * first[1]) / all),
		counts
	};
}

function average(values: readonly number[]): number | null {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
