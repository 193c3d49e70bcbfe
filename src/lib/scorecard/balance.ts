import {
	areaNames,
	areas,
	perspectiveNames,
	perspectives,
	type Area,
	type Metric,
	type Perspective
} from './metric.ts';

/** How many metrics tell of a goal, from each perspective. */
export type GoalRow = { goal: string; title: string; byPerspective: Record<Perspective, number> };

/** More than this nobody looks at. */
export const mostMetrics = 30;
const leastOfEach = 2;
const leadingShare = { least: 0.4, most: 0.6 };

/** One thing a balanced scorecard should have, and whether this one does. */
export type Finding = { is: 'well' | 'lacking'; words: string; area?: Area };

export type Balance = {
	leading: number;
	lagging: number;
	byArea: Record<Area, number>;
	byPerspective: Record<Perspective, number>;
	findings: Finding[];
};

type Counted = Pick<
	Metric,
	'name' | 'area' | 'perspective' | 'leading' | 'owner' | 'definition' | 'source'
>;

/**
 * What a scorecard has and lacks as a whole: 40 to 60 % leading metrics, at least two of each
 * perspective and area, an owner, a definition and a source for each, and no more than thirty.
 */
export function balanceOf(metrics: readonly Counted[]): Balance {
	const leading = metrics.filter((metric) => metric.leading).length;
	const count = (holds: (metric: Counted) => boolean) => metrics.filter(holds).length;
	const byArea = Object.fromEntries(
		areas.map((area) => [area, count((metric) => metric.area === area)])
	) as Record<Area, number>;
	const byPerspective = Object.fromEntries(
		perspectives.map((one) => [one, count((metric) => metric.perspective === one)])
	) as Record<Perspective, number>;
	return {
		leading,
		lagging: metrics.length - leading,
		byArea,
		byPerspective,
		findings: metrics.length === 0 ? [] : findings(metrics, leading, byArea, byPerspective)
	};
}

/**
 * The perspectives from which each annual goal is watched, as a balanced scorecard sets them out
 * (Kaplan and Norton). A goal with a nought in each is watched by nobody.
 */
export function goalRows(
	metrics: readonly Pick<Metric, 'goal' | 'perspective'>[],
	goals: readonly { id: string; title: string }[]
): GoalRow[] {
	return goals.map(({ id, title }) => ({
		goal: id,
		title,
		byPerspective: Object.fromEntries(
			perspectives.map((one) => [
				one,
				metrics.filter(({ goal, perspective }) => goal === id && perspective === one).length
			])
		) as Record<Perspective, number>
	}));
}

function findings(
	metrics: readonly Counted[],
	leading: number,
	byArea: Balance['byArea'],
	byPerspective: Balance['byPerspective']
): Finding[] {
	const share = leading / metrics.length;
	const percent = `${Math.round(share * 100)}%`;
	const found: (Finding | false)[] = [
		metrics.length > mostMetrics && {
			is: 'lacking',
			words: `${metrics.length} metrics are more than anybody looks at. Which would you stop watching?`
		},
		share < leadingShare.least && {
			is: 'lacking',
			words: `${percent} of them are leading. Two in five tell you early enough to act.`
		},
		share > leadingShare.most && {
			is: 'lacking',
			words: `${percent} of them are leading. Too few tell you what really happened.`
		},
		share >= leadingShare.least &&
			share <= leadingShare.most && { is: 'well', words: `${percent} of them are leading.` },
		...areas.filter((area) => byArea[area] > 0).map((area) => halfBlind(area, metrics)),
		missing(
			areas.filter((area) => byArea[area] < leastOfEach).map((area) => areaNames[area]),
			'area'
		),
		missing(
			perspectives
				.filter((one) => byPerspective[one] < leastOfEach)
				.map((one) => perspectiveNames[one]),
			'perspective'
		),
		without(metrics, ({ owner }) => owner === null, 'no owner'),
		without(metrics, ({ definition }) => definition === '', 'no definition'),
		without(metrics, ({ source }) => source === '', 'no source')
	];
	return found.filter((finding) => finding !== false);
}

/** An area that only predicts, or only looks back. */
function halfBlind(area: Area, metrics: readonly Counted[]): Finding | false {
	const inArea = metrics.filter((metric) => metric.area === area);
	const leading = inArea.filter((metric) => metric.leading).length;
	if (inArea.length < leastOfEach || (leading > 0 && leading < inArea.length)) return false;
	const words =
		leading > 0
			? `${areaNames[area]} has no lagging metric. Its readings predict; none tells you what happened.`
			: `${areaNames[area]} has no leading metric. Its readings tell you what happened; none warns you.`;
	return { is: 'lacking', words, area };
}

function missing(names: string[], what: string): Finding | false {
	return (
		names.length > 0 && {
			is: 'lacking',
			words: `Fewer than two of the ${what}${names.length === 1 ? '' : 's'} ${list(names)}.`
		}
	);
}

function without(
	metrics: readonly Counted[],
	lacks: (metric: Counted) => boolean,
	what: string
): Finding | false {
	const names = metrics.filter(lacks).map(({ name }) => name);
	if (names.length === 0) return false;
	const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
	return { is: 'lacking', words: `${list(shown)} ${names.length === 1 ? 'has' : 'have'} ${what}.` };
}

function list(names: string[]): string {
	return new Intl.ListFormat('en-GB').format(names);
}
