import { writeDay } from '#lib/calendar/day.ts';
import { writeLife, type Life } from './life.ts';
import type { Metric } from './metric.ts';
import { writeReading, writeTarget } from './number.ts';
import { dueOf, movePeriod, overdue, periodOf, writePeriod } from './period.ts';
import { inSeason } from './season.ts';
import { lineThrough } from './signals.ts';
import { boundsIn, isWorse, shortfall, standing, targetIn } from './status.ts';
import type { Point, Verdict } from './verdict.ts';

/** Why a metric is nominated; somebody may also raise it without any of these. */
export const hotRules = [
	'came back',
	'red',
	'stale',
	'early warning',
	'misses',
	'signal',
	'forecast',
	'worsening',
	'opportunity'
] as const;
export type HotRule = (typeof hotRules)[number];

/** What the numbers ask the team to look at: one for each metric, the weightiest rule first. */
export type Nomination = {
	metric: string;
	kind: 'hot' | 'opportunity';
	reasons: { rule: HotRule; words: string }[];
};

export type Subject = {
	metric: Metric;
	verdict: Verdict;
	/** The day it was put on the scorecard; nothing was due before. */
	since: string;
	/** What has become of its earlier hot items. */
	life?: Life | undefined;
};

/** What people said to a nomination: it stays quiet until then. */
export type Answer = { metric: string; quietUntil: string };

const worseInARow = 3;
const missesInARow = 2;
const forecastFrom = 8;
/** Below this a slope is what chance makes of level readings (t with six degrees of freedom). */
const forecastSlope = 2.45;
const movesFrom = 8;

/**
 * What the rules nominate, the weightiest first: what came back after a resolution, a crossed red
 * edge and a reading that is late, then early warnings, misses in a row, signals, forecasts and runs of getting worse; what changed
 * for the better comes last. Rules R1 to R7 of the scorecard practice; R8 is raised by hand.
 *
 * R7, a sudden move, is one beyond Wheeler's limit for moves (3.27 times the mean move): twice the
 * mean is passed by chance one week in nine.
 *
 * @param today ISO date
 */
export function nominate(
	subjects: readonly Subject[],
	today: string,
	answers: readonly Answer[] = []
): Nomination[] {
	const quiet = new Set(
		answers.filter(({ quietUntil }) => quietUntil >= today).map(({ metric }) => metric)
	);
	return subjects
		.filter(({ metric }) => !quiet.has(metric.id))
		.flatMap((subject): Nomination[] => {
			const reasons = reasonsOf(subject, today, subjects).filter(
				({ rule }) => !isInHand(subject, rule) && !seasonOf(subject, rule)
			);
			const isHot = reasons.some(({ rule }) => rule !== 'opportunity');
			const told = isHot ? reasons.filter(({ rule }) => rule !== 'opportunity') : reasons;
			if (told.length === 0) return [];
			const kind = isHot ? 'hot' : 'opportunity';
			return [{ metric: subject.metric.id, kind, reasons: told }];
		})
		.toSorted((a, b) => weight(a) - weight(b));
}

/** What is not nominated although the team watches it, and why in one line. */
export type HeldBack = {
	metric: string;
	because: 'looked into' | 'watching' | 'taken up' | 'season';
	words: string;
};

/**
 * What the team is at already, or knows to be usual at this time of the year.
 *
 * @param today ISO date
 */
export function heldBack(subjects: readonly Subject[], today: string): HeldBack[] {
	return subjects.flatMap((subject): HeldBack[] => {
		const { metric, life } = subject;
		if (life && life.state !== 'closed' && life.state !== 'came back')
			return [{ metric: metric.id, because: life.state, words: writeLife(life, metric.cadence) }];
		if (metric.lowMonths.length + metric.highMonths.length === 0) return [];
		const [usual] = reasonsOf(subject, today, subjects).flatMap(
			({ rule }) => seasonOf(subject, rule) ?? []
		);
		return usual ? [{ metric: metric.id, because: 'season', words: usual }] : [];
	});
}

function reasonsOf(subject: Subject, today: string, all: readonly Subject[]) {
	return hotRules.flatMap((rule) => {
		const words = rules[rule](subject, today, all);
		return words ? { rule, words } : [];
	});
}

/** Whether the team is at it already. While it only watches, a number that lacks is still news. */
function isInHand({ life }: Subject, rule: HotRule): boolean {
	if (life?.state === 'looked into') return true;
	if (life?.state === 'watching') return rule !== 'stale';
	return life?.state === 'taken up' && rule === 'opportunity';
}

/** Why it is no news at this time of the year; a number that lacks is news at any. */
function seasonOf({ metric, verdict }: Subject, rule: HotRule): string | undefined {
	const newest = verdict.points.at(-1);
	if (!newest || rule === 'stale') return undefined;
	const usual = (side: 'low' | 'high') => inSeason(metric, newest.period, side);
	if (metric.direction === 'band') {
		const middle = ((metric.lower ?? 0) + (metric.upper ?? 0)) / 2;
		return usual(newest.value < middle ? 'low' : 'high');
	}
	const isUp = (metric.direction === 'up') === (rule === 'opportunity');
	return usual(isUp ? 'high' : 'low');
}

const weight = ({ reasons: [first] }: Nomination) => {
	const rule = first?.rule ?? 'opportunity';
	// A number that did not come is as bad as a bad number.
	return rule === 'stale' ? hotRules.indexOf('red') : hotRules.indexOf(rule);
};

type Test = (subject: Subject, today: string, all: readonly Subject[]) => string | undefined;

const rules: Record<HotRule, Test> = {
	'came back': ({ metric, verdict, life }) => {
		if (life?.state !== 'came back') return undefined;
		const { standing: now, signal } = verdict;
		const why = now.status === 'on' ? (signal?.reason ?? now.reason) : now.reason;
		return `${writeLife(life, metric.cadence)}: ${why}`;
	},

	red: ({ metric, verdict: { points, standing: now } }) => {
		if (now.status !== 'off') return undefined;
		const before = points.at(-2);
		const wasOff = before && standing(before.value, metric, before.period).status === 'off';
		return wasOff ? undefined : now.reason;
	},

	stale: ({ metric, verdict, since }, today) => {
		const newest = verdict.points.at(-1)?.period;
		const expected = overdue(metric.cadence, newest, since, today);
		if (!expected) return undefined;
		const due = writeDay(dueOf(expected, metric.cadence));
		const last = newest
			? `the last is for ${writePeriod(newest, metric.cadence)}`
			: 'there is none yet';
		return `The reading for ${writePeriod(expected, metric.cadence)} was due on ${due}; ${last}.`;
	},

	'early warning': ({ metric, verdict }, _today, all) => {
		const lagging = all.find((other) => other.metric.id === metric.leads);
		if (!metric.leading || lagging?.verdict.standing.status !== 'on') return undefined;
		const isWorsening = verdict.signal?.isGood === false || worseFor(metric, verdict.points);
		if (!isWorsening) return undefined;
		return `It moves before ${lagging.metric.name}, which still looks well.`;
	},

	misses: ({ metric, verdict: { points } }) => {
		const runs = lengthOfRun(points, (point) => misses(metric, point));
		if (runs < missesInARow) return undefined;
		const goal = writeTarget(boundsIn(metric, points.at(-1)?.period ?? ''));
		return `For ${runs} ${metric.cadence}s in a row it missed ${goal}.`;
	},

	signal: ({ metric, verdict }) => {
		if (verdict.signal && !verdict.signal.isGood) return verdict.signal.reason;
		return suddenMove(metric, verdict, 'worse');
	},

	forecast: ({ metric, verdict: { points, standing: now } }) => {
		if (now.status !== 'on' || points.length < forecastFrom) return undefined;
		const last = points.slice(-forecastFrom);
		const line = lineThrough(last.map(({ value }) => value));
		const newest = last.at(-1)?.period ?? '';
		const ahead = periodsToQuarterEnd(newest, metric);
		if (ahead === 0 || Math.abs(line.t) < forecastSlope) return undefined;
		const then = line.at(forecastFrom - 1 + ahead);
		const end = movePeriod(newest, metric.cadence, ahead);
		const target = targetIn(metric, end);
		if (shortfall(then, { ...metric, target }) <= 0) return undefined;
		const value = writeReading(Number(then.toFixed(metric.decimals)), metric);
		return `On a straight line it is at ${value} by ${writePeriod(end, metric.cadence)}, and misses ${writeTarget({ ...metric, target })}.`;
	},

	worsening: ({ metric, verdict: { points } }) => {
		if (!worseFor(metric, points)) return undefined;
		const last = points.slice(-worseInARow).map(({ value }) => writeReading(value, metric));
		return `Worse three ${metric.cadence}s in a row: ${last.join(', ')}.`;
	},

	opportunity: ({ metric, verdict }) => {
		if (verdict.signal?.isGood) return verdict.signal.reason;
		return suddenMove(metric, verdict, 'better') ?? beatsAgain(metric, verdict);
	}
};

function worseFor(metric: Metric, points: readonly Point[]): boolean {
	const last = points.slice(-worseInARow - 1);
	return (
		last.length > worseInARow &&
		last.slice(1).every((point, index) => isWorse(last[index]!.value, point.value, metric))
	);
}

function suddenMove(
	metric: Metric,
	{ points, behaviour }: Verdict,
	way: 'better' | 'worse'
): string | undefined {
	const [before, newest] = points.slice(-2);
	if (!before || !newest || !behaviour || points.length < movesFrom) return undefined;
	// Where a climb or fall is usual, the difference from it has told already.
	if (behaviour.because) return undefined;
	const { longestMove, move } = behaviour.limits;
	const moved = Math.abs(newest.value - before.value);
	if (move === 0 || moved <= longestMove) return undefined;
	if (isWorse(before.value, newest.value, metric) !== (way === 'worse')) return undefined;
	const say = (value: number) => writeReading(Number(value.toFixed(metric.decimals + 1)), metric);
	return `It moved by ${say(moved)} at once; ${say(move)} is usual, up to ${say(longestMove)} is noise.`;
}

/** The mirror of the red edge: told when it is crossed to the good side, not while it stays there. */
function beatsAgain(metric: Metric, { points, standing: now }: Verdict): string | undefined {
	const newest = points.at(-1);
	const missed = lengthOfRun(points.slice(0, -1), (point) => misses(metric, point));
	if (!newest || now.status !== 'on' || missed < missesInARow) return undefined;
	const target = targetIn(metric, newest.period);
	const goal = writeTarget({ ...metric, target });
	return `${writeReading(newest.value, metric)} meets ${goal} after ${missed} ${metric.cadence}s that missed it.`;
}

const misses = (metric: Metric, { value, period }: Point) =>
	['risk', 'off'].includes(standing(value, metric, period).status);

function lengthOfRun(points: readonly Point[], holds: (point: Point) => boolean): number {
	const other = points.findLastIndex((point) => !holds(point));
	return points.length - 1 - other;
}

/** How many periods are left after this one in its quarter; for a quarter, one. */
function periodsToQuarterEnd(period: string, { cadence }: Metric): number {
	if (cadence === 'quarter') return 1;
	const end = movePeriod(periodOf(period, 'quarter'), 'quarter', 1);
	let ahead = 0;
	while (movePeriod(period, cadence, ahead + 1) < end) ahead += 1;
	return ahead;
}
