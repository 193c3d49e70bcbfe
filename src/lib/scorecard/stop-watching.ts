import { addDays } from '#lib/calendar/day.ts';
import { mostMetrics } from './balance.ts';
import type { Metric } from './metric.ts';
import { standing } from './status.ts';
import type { Verdict } from './verdict.ts';

/** A metric with what the question needs to know of it. */
export type Watched = {
	metric: Metric & { since: string };
	points: Verdict['points'];
	/** The day of the last meeting in which it was hot. */
	lastHot: string | undefined;
};

/** A metric that the team might stop watching, and why. */
export type Candidate = {
	metric: string;
	why: 'never read' | 'always on target' | 'quiet' | 'too many';
	words: string;
};

const weeksLookedBack = 26;
/** So many readings, all of them good, are no luck any more. */
const fewestForAlways = 12;

/**
 * The metrics that nobody would miss: never read; or without a signal or a hot item for two quarters,
 * and always on target or without a miss. Above thirty, as many are named as are too many, the calmest first. What
 * is younger than two quarters has not had its time yet.
 *
 * @param today ISO date
 */
export function candidates(watched: readonly Watched[], today: string): Candidate[] {
	const since = addDays(today, -7 * weeksLookedBack);
	const known = watched.filter(({ metric }) => metric.since <= since);
	const named = known.flatMap((one): Candidate[] => {
		const found = reasonToStop(one, since);
		return found ? [{ metric: one.metric.id, ...found }] : [];
	});
	const tooMany = watched.length - mostMetrics;
	const rest = known
		.filter((one) => !isHot(one, since))
		.filter(({ metric }) => named.every((candidate) => candidate.metric !== metric.id))
		.map((one) => ({ id: one.metric.id, misses: missesOf(one, since) }))
		.toSorted((a, b) => a.misses - b.misses)
		.slice(0, Math.max(0, tooMany - named.length));
	return [
		...named.toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why)),
		...rest.map(({ id, misses }): Candidate => ({
			metric: id,
			why: 'too many',
			words: `Never hot in two quarters, ${misses === 1 ? 'one miss' : `${misses} misses`}.`
		}))
	];
}

const order: Candidate['why'][] = ['never read', 'always on target', 'quiet'];

function reasonToStop(one: Watched, since: string): Pick<Candidate, 'why' | 'words'> | undefined {
	const { metric, points } = one;
	const recent = points.filter(({ period }) => period >= since);
	if (points.length === 0) return { why: 'never read', words: 'Nobody has ever read it.' };
	if (recent.length === 0)
		return { why: 'never read', words: 'Nobody has read it for two quarters.' };
	if (isHot(one, since) || recent.some(({ signal }) => signal)) return undefined;
	const isOn = ({ value, period }: Watched['points'][number]) =>
		standing(value, metric, period).status === 'on';
	if (points.length >= fewestForAlways && points.every(isOn))
		return { why: 'always on target', words: `On target in all ${points.length} readings.` };
	if (missesOf(one, since) > 0) return undefined;
	return { why: 'quiet', words: 'Nothing hot and no miss for two quarters.' };
}

function isHot({ lastHot }: Watched, since: string): boolean {
	return lastHot !== undefined && lastHot >= since;
}

function missesOf({ metric, points }: Watched, since: string): number {
	return points.filter(
		({ value, period }) =>
			period >= since && ['risk', 'off'].includes(standing(value, metric, period).status)
	).length;
}
