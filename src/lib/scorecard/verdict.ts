import type { Metric } from './metric.ts';
import { writeReading } from './number.ts';
import { behaviourOf, signals, type Behaviour, type Signal } from './signals.ts';
import { standing, type Standing } from './status.ts';

/** One reading as a chart shows it. */
export type Point = {
	period: string;
	value: number;
	signal: Signal | undefined;
	/** Between what it lies while nothing has changed; none before the baseline. */
	usual: { lower: number; upper: number } | undefined;
};

/** What the readings of a metric say: where it stands, what is usual, and what is a signal. */
export type Verdict = {
	points: Point[];
	standing: Standing;
	behaviour: Behaviour | undefined;
	/** The signal of the newest reading, in words and with its reason; none when it is noise. */
	signal: { word: string; reason: string; isGood: boolean } | undefined;
};

/**
 * Judges a metric by its readings, oldest first and each period once. Gaps are left out: limits
 * come from the readings that were taken.
 */
export function verdictOf(
	metric: Metric,
	readings: readonly { period: string; value: number }[]
): Verdict {
	const from = metric.baselineFrom ?? '';
	const before = readings.filter(({ period }) => period < from);
	const since = readings.filter(({ period }) => period >= from);
	const values = since.map(({ value }) => value);
	const behaviour = behaviourOf(values);
	const found = behaviour ? signals(values, behaviour) : [];
	const usual = behaviour ? usualOf(behaviour) : () => undefined;
	const points = [
		...before.map(({ period, value }) => ({ period, value, signal: undefined, usual: undefined })),
		...since.map(({ period, value }, index) => {
			return { period, value, signal: found[index], usual: usual(index) };
		})
	];
	const newest = points.at(-1);
	return {
		points,
		standing: standing(newest?.value ?? null, metric, newest?.period),
		behaviour,
		signal: newest?.signal && behaviour && tell(metric, newest.value, newest.signal, behaviour)
	};
}

function usualOf({ limits, expected, around }: Behaviour): (index: number) => Point['usual'] {
	const always = { lower: limits.lower, upper: limits.upper };
	if (!expected || !around) return () => always;
	return (index) => {
		const foreseen = expected[index] ?? limits.centre;
		return { lower: foreseen + around.lower, upper: foreseen + around.upper };
	};
}

const words = {
	outside: { above: 'Above limit', below: 'Below limit' },
	run: { above: 'Eight above', below: 'Eight below' },
	near: { above: 'Near upper limit', below: 'Near lower limit' }
} as const;

function tell(
	metric: Metric,
	value: number,
	{ rule, side }: Signal,
	{ limits, expected, around, because }: Behaviour
): NonNullable<Verdict['signal']> {
	const say = (number: number) => writeReading(round(number, metric.decimals + 1), metric);
	const usual = `${say(limits.lower)} to ${say(limits.upper)}`;
	const where = side === 'above' ? 'above' : 'below';
	const reason = {
		outside: () => {
			if (!expected || !around)
				return `${say(value)} is outside its natural limits (${usual}), so this is a signal, not noise.`;
			const foreseen = expected.at(-1) ?? 0;
			const [low, high] = [foreseen + around.lower, foreseen + around.upper];
			const after = because === 'trend' ? 'its trend' : 'the reading before';
			return `After ${after}, ${say(low)} to ${say(high)} was to be expected; ${say(value)} is a signal.`;
		},
		run: () => `Eight readings in a row are ${where} the usual ${say(limits.centre)}.`,
		near: () =>
			`Three of the last four readings are nearer to a natural limit (${usual}) than to the usual ${say(limits.centre)}.`
	}[rule]();
	return { word: words[rule][side], reason, isGood: isGood(metric, side) };
}

/** A change to the good side is an opportunity; for a band no side is good. */
export function isGood({ direction }: Metric, side: Signal['side']): boolean {
	return direction !== 'band' && (direction === 'up') === (side === 'above');
}

function round(value: number, decimals: number): number {
	return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
