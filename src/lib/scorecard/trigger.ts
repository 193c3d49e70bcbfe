import type { Metric } from './metric.ts';
import { nominate, type HotRule } from './nominate.ts';
import { movePeriod, periodOf } from './period.ts';
import type { Verdict } from './verdict.ts';

/** A reading that calls for the response its metric has. */
export type Trigger = { period: string; rule: HotRule; reason: string };

/** What a reading itself breaks; the other rules are about what did not come, or may come. */
const firing: readonly HotRule[] = ['red', 'misses', 'signal'];

/** How a trigger was answered; the last one is nobody's: the reading that fired it was wrong. */
export const outcomes = ['done', 'nothing needed', 'reading corrected'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * What the newest reading fires: it crossed into off track, missed again, or is a bad signal. The
 * weightiest reason is told. Only a reading of this period or the one before can fire, so that a
 * history that is brought in later asks nobody for anything.
 *
 * @param today ISO date
 */
export function triggerOf(metric: Metric, verdict: Verdict, today: string): Trigger | undefined {
	const newest = verdict.points.at(-1);
	if (!newest || newest.period < firstToFire(metric, today)) return undefined;
	const [nomination] = nominate([{ metric, verdict, since: newest.period }], today);
	const broken = nomination?.reasons.find(({ rule }) => firing.includes(rule));
	return broken && { period: newest.period, rule: broken.rule, reason: broken.words };
}

/** The oldest period whose reading can still fire. */
export function firstToFire({ cadence }: Pick<Metric, 'cadence'>, today: string): string {
	return movePeriod(periodOf(today, cadence), cadence, -1);
}
