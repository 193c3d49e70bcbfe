import { daysSince } from '#lib/calendar/day.ts';
import { overdue, type Cadence } from '#lib/scorecard/period.ts';

export type System = {
	id: string;
	name: string;
	holds: string;
	owner: string | null;
	/** How people say its numbers get here. */
	filling: 'by hand' | 'automatic';
	/** The metrics it feeds. */
	feeds: readonly string[];
};

/** The newest reading of a metric, and whether a program brought it. */
export type Synced = { metric: string; period: string; enteredOn: string; byProgram: boolean };

export type Fed = { id: string; name: string; cadence: Cadence; since: string };

export type Flag = {
	kind: 'no owner' | 'feeds nothing' | 'late' | 'not automatic' | 'twice' | 'no source';
	/** The system or the metric it is about. */
	about: string;
	name: string;
	words: string;
};

/**
 * What is wrong with where numbers come from, by what really arrived: metrics without a system, those
 * that two feed, systems nobody owns or that feed nothing, readings that are late, and systems called
 * automatic whose newest reading somebody typed.
 *
 * @param today ISO date
 */
export function flagSystems(
	systems: readonly System[],
	metrics: readonly Fed[],
	synced: readonly Synced[],
	today: string
): Flag[] {
	const nameOf = (id: string) => metrics.find((one) => one.id === id)?.name ?? '';
	const newest = new Map(synced.map((one) => [one.metric, one]));
	const sources = Map.groupBy(
		systems.flatMap(({ name, feeds }) => feeds.map((metric) => ({ name, metric }))),
		({ metric }) => metric
	);
	const ofSystems = systems.flatMap(({ id, name, owner, filling, feeds }): Flag[] => {
		const typed = feeds.filter((metric) => newest.get(metric)?.byProgram === false);
		return [
			...(owner === null
				? [{ kind: 'no owner' as const, about: id, name, words: 'has no owner' }]
				: []),
			...(feeds.length === 0
				? [{ kind: 'feeds nothing' as const, about: id, name, words: 'feeds no metric' }]
				: []),
			...(filling === 'automatic' && typed.length > 0
				? [
						{
							...{ kind: 'not automatic' as const, about: id, name },
							words: `is called automatic, and somebody typed ${typed.map(nameOf).join(', ')}`
						}
					]
				: [])
		];
	});
	const ofMetrics = metrics.flatMap(({ id, name, cadence, since }): Flag[] => {
		const from = sources.get(id) ?? [];
		const last = newest.get(id);
		const late = overdue(cadence, last?.period, since, today);
		return [
			...(from.length === 0
				? [
						{
							kind: 'no source' as const,
							about: id,
							name,
							words: 'comes from no system in the register'
						}
					]
				: []),
			...(from.length > 1
				? [
						{
							...{ kind: 'twice' as const, about: id, name },
							words: `comes from ${from.map((one) => one.name).join(' and ')}: which one counts?`
						}
					]
				: []),
			...(late
				? [
						{
							...{ kind: 'late' as const, about: id, name },
							words: last
								? `has no reading since ${daysSince(last.enteredOn, today)} days`
								: 'has no reading at all'
						}
					]
				: [])
		];
	});
	return [...ofSystems, ...ofMetrics];
}
