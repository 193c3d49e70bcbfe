import { progressOf } from '#lib/strategy/progress.ts';

/** What a score is made of, and how much each part weighs: the agreed formula. */
export const partNames = ['milestones', 'kpis', 'gaps'] as const;
export type PartName = (typeof partNames)[number];
export const partWeights: Record<PartName, number> = { milestones: 0.4, kpis: 0.3, gaps: 0.3 };
export const partTitles: Record<PartName, string> = {
	milestones: 'Milestones',
	kpis: 'KPIs',
	gaps: 'Gap closure'
};

/** A day that was promised; days are ISO dates. */
export type Step = { id: string; title: string; due: string | null; done: string | null };

/** A KPI or a gap: a way from a baseline to a target, and where it is. Null is not known. */
export type Way = {
	id: string;
	title: string;
	baseline: number | null;
	target: number | null;
	value: number | null;
	/** Which way is good where baseline and target are the same, and it is to be held. */
	direction: 'up' | 'down';
};

/** What the score of a priority is worked out from. */
export type Carried = {
	milestones: readonly Step[];
	kpis: readonly Way[];
	gaps: readonly Way[];
};

/** One row of a part. `progress` runs from 0 to 1; null when it is not counted, `lacks` says why. */
export type CountedRow = { id: string; title: string; progress: number | null; lacks: string };

/**
 * A part of the score. `value` is 0 to 100, null when the part is not set; `share` is what it
 * weighs among the parts that are set, 0 to 1; `adds` is their product. Nothing is rounded.
 */
export type Part = {
	name: PartName;
	value: number | null;
	share: number;
	adds: number;
	/** How many rows are counted. */
	counted: number;
	rows: readonly CountedRow[];
};

/**
 * How a priority goes. `score` is 0 to 100, the sum of what its parts add, not rounded; null when no
 * part is set. `badge` says that parts are missing, `partial (2 of 3)`; empty when none is, or all.
 */
export type Health = { score: number | null; badge: string; parts: readonly Part[] };

/**
 * The execution health score: 0.40 × milestones done of all planned + 0.30 × the mean progress of
 * KPIs + 0.30 × the mean progress of gaps. A part without a row that counts is not set: it is
 * neither 0 nor 100, the others share its weight in proportion.
 */
export function healthOf(carried: Carried): Health {
	const rows: Record<PartName, CountedRow[]> = {
		milestones: carried.milestones.map(({ id, title, done }) => ({
			id,
			title,
			progress: done === null ? 0 : 1,
			lacks: ''
		})),
		kpis: carried.kpis.map(rowOf),
		gaps: carried.gaps.map(rowOf)
	};
	const valued = partNames.map((name) => ({ name, rows: rows[name], ...meanOf(rows[name]) }));
	const set = valued.filter(({ value }) => value !== null);
	const weight = set.reduce((sum, { name }) => sum + partWeights[name], 0);
	const parts = valued.map((part): Part => {
		const share = part.value === null ? 0 : partWeights[part.name] / weight;
		return { ...part, share, adds: share * (part.value ?? 0) };
	});
	return { score: set.length === 0 ? null : sumOf(parts), badge: badgeOf(set.length), parts };
}

/** How far along its way a measure is, 0 to 1; null when an end of it or its value is not known. */
export function wayGone({ baseline, target, value, direction }: Way): number | null {
	if (baseline === null || target === null || value === null) return null;
	if (baseline !== target) return progressOf({ baseline, target, value });
	// There is nothing to close: it is held, or it has slipped.
	return (direction === 'up' ? value >= target : value <= target) ? 1 : 0;
}

/** The health of all priorities: of each part and of the score, the mean weighted by `weight`. */
export function overallHealth(all: readonly { weight: number; health: Health }[]): Health {
	const scored = all.filter(({ health }) => health.score !== null);
	const total = scored.reduce((sum, { weight }) => sum + weight, 0);
	const shareOf = (weight: number) => (total > 0 ? weight / total : 1 / scored.length);
	const parts = partNames.map((name): Part => {
		const found = scored.flatMap(({ weight, health }) =>
			health.parts
				.filter((part) => part.name === name)
				.map((part) => ({ part, share: shareOf(weight) * part.share, weight: shareOf(weight) }))
		);
		const share = found.reduce((sum, one) => sum + one.share, 0);
		const adds = found.reduce((sum, one) => sum + one.weight * one.part.adds, 0);
		return {
			name,
			share,
			adds,
			value: share > 0 ? within(adds / share) : null,
			counted: found.reduce((sum, { part }) => sum + part.counted, 0),
			rows: found.flatMap(({ part }) => part.rows)
		};
	});
	const isPartial = scored.length < all.length || scored.some(({ health }) => health.badge !== '');
	const complete = all.filter(({ health }) => health.score !== null && health.badge === '').length;
	return {
		score: scored.length === 0 ? null : sumOf(parts),
		badge: scored.length > 0 && isPartial ? `partial (${complete} of ${all.length})` : '',
		parts
	};
}

/** A score as it is shown: `51`, and `–` when there is none. */
export function writeScore(score: number | null): string {
	return score === null ? '–' : String(Math.round(score));
}

function rowOf(way: Way): CountedRow {
	const { id, title, baseline, target, value } = way;
	const lacks = [
		...(baseline === null ? ['baseline'] : []),
		...(target === null ? ['target'] : []),
		...(value === null ? ['value'] : [])
	];
	return {
		id,
		title,
		progress: wayGone(way),
		lacks: lacks.length > 0 ? `Not counted: no ${lacks.join(', no ')} yet.` : ''
	};
}

function meanOf(rows: readonly CountedRow[]): { value: number | null; counted: number } {
	// Added in one order, whichever they come in: a sum of fractions depends on it.
	const known = rows.flatMap(({ progress }) => progress ?? []).toSorted((one, two) => one - two);
	const sum = known.reduce((before, progress) => before + progress, 0);
	return {
		value: known.length > 0 ? within((100 * sum) / known.length) : null,
		counted: known.length
	};
}

const badgeOf = (set: number) =>
	set === 0 || set === partNames.length ? '' : `partial (${set} of ${partNames.length})`;

const sumOf = (parts: readonly Part[]) => within(parts.reduce((sum, { adds }) => sum + adds, 0));

/** Fractions add up to a hair more than all of it. */
const within = (value: number) => Math.min(100, Math.max(0, value));
