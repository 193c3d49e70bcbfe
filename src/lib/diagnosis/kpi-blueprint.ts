import type { Metric } from '#lib/scorecard/metric.ts';

/** What a KPI needs so that it drives action. */
export type Hole =
	'definition' | 'formula' | 'source' | 'owner' | 'bounds' | 'response' | 'responder';

type Judged = Pick<
	Metric,
	| 'definition'
	| 'formula'
	| 'source'
	| 'owner'
	| 'target'
	| 'lower'
	| 'upper'
	| 'response'
	| 'responder'
	| 'path'
>;

/** What is not said of a metric yet, in the order it is asked for. */
export function holesOf(metric: Judged, isCurrent: (person: string) => boolean): Hole[] {
	const { target, lower, upper, path } = metric;
	const lacks: Record<Hole, boolean> = {
		definition: metric.definition.trim() === '',
		formula: metric.formula.trim() === '',
		source: metric.source.trim() === '',
		owner: metric.owner === null || !isCurrent(metric.owner),
		bounds: target === null && lower === null && upper === null && path.length === 0,
		response: metric.response.trim() === '',
		responder: metric.responder === null || !isCurrent(metric.responder)
	};
	return (Object.keys(lacks) as Hole[]).filter((hole) => lacks[hole]);
}

/** How many of all that should be said is said, in whole percent; null without a metric. */
export function completeness(holes: readonly (readonly Hole[])[]): number | null {
	if (holes.length === 0) return null;
	const lacking = holes.reduce((sum, one) => sum + one.length, 0);
	return Math.round(100 * (1 - lacking / (7 * holes.length)));
}
