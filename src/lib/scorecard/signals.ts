import { naturalLimits, type Limits } from './limits.ts';

/** Which rule of a process behaviour chart a reading meets. */
export type Rule = 'outside' | 'run' | 'near';

/** A change that is not noise, on one side of what is usual. */
export type Signal = { rule: Rule; side: 'above' | 'below' };

const runLength = 8;
const nearOf = 4;
const nearLeast = 3;

/**
 * The signal at each reading, if any. Wheeler's rules: (1) outside the limits, (2) eight in a row
 * on one side of the centre, (3) three of four in a row nearer to a limit than to the centre. The
 * first that holds is told.
 */
export function signalsOf(
	values: readonly number[],
	limits: Limits,
	rules: readonly Rule[] = ['outside', 'run', 'near']
): (Signal | undefined)[] {
	return values.map((_, index) => {
		for (const rule of rules) {
			const side = tests[rule](values.slice(Math.max(0, index + 1 - runLength), index + 1), limits);
			if (side) return { rule, side };
		}
		return undefined;
	});
}

type Side = Signal['side'] | undefined;

/** Floating point must not make a signal of a reading that lies on its limit. */
const hair = 1e-9;

const tests: Record<Rule, (values: readonly number[], limits: Limits) => Side> = {
	outside: (values, { lower, upper }) => {
		const value = values.at(-1) ?? NaN;
		const tolerance = hair * Math.max(1, Math.abs(upper), Math.abs(lower));
		if (value > upper + tolerance) return 'above';
		return value < lower - tolerance ? 'below' : undefined;
	},
	run: (values, { centre }) => {
		const last = values.slice(-runLength);
		if (last.length < runLength) return undefined;
		if (last.every((value) => value > centre)) return 'above';
		return last.every((value) => value < centre) ? 'below' : undefined;
	},
	near: (values, { centre, lower, upper }) => {
		const last = values.slice(-nearOf);
		const newest = last.at(-1) ?? NaN;
		if (last.length < nearOf || upper === lower) return undefined;
		const isHigh = (value: number) => value > (centre + upper) / 2;
		const isLow = (value: number) => value < (centre + lower) / 2;
		if (isHigh(newest) && last.filter(isHigh).length >= nearLeast) return 'above';
		return isLow(newest) && last.filter(isLow).length >= nearLeast ? 'below' : undefined;
	}
};

/** What is usual for a metric, and whether its readings depend on each other. */
export type Behaviour = {
	limits: Limits;
	/** What each reading was expected to be, where readings follow a trend or the one before. */
	expected: readonly number[] | undefined;
	/** Limits of the difference from what was expected. */
	around: Limits | undefined;
	/** Why rules 2 and 3 say nothing here. */
	because: 'trend' | 'memory' | undefined;
};

/** From here on one reading tells too much of the next for runs to mean anything. */
const memoryFrom = 0.35;
/** It is judged by the first half year, as the limits are by the first quarter… */
const memoryLength = 26;
/** …and never by the newest readings, which are what it is going to judge. */
const unjudged = 4;
const fewestForMemory = 12;
/** A slope that chance makes once in a hundred baselines of twelve (t with ten degrees of freedom). */
const slopeFrom = 3.17;

/**
 * What is usual for a metric, from its baseline. Rules 2 and 3 take readings to be independent;
 * where the baseline has a trend, or each reading resembles the one before (lag-1 autocorrelation
 * above 0.35), only rule 1 is used, on the difference from a straight line and from the reading
 * before (residuals of a first-order autoregression; D. C. Montgomery, "Introduction to Statistical
 * Quality Control", on autocorrelated process data).
 *
 * @returns undefined while there are too few readings
 */
export function behaviourOf(values: readonly number[], length?: number): Behaviour | undefined {
	const limits = naturalLimits(values, length);
	if (!limits) return undefined;
	const baseline = values.slice(0, limits.from);
	const line = lineThrough(baseline);
	const hasTrend = limits.from >= 8 && Math.abs(line.t) > slopeFrom;
	const straight = (index: number) => (hasTrend ? line.at(index) : limits.centre);
	const memory = memoryOf(
		values.slice(0, Math.max(0, Math.min(memoryLength, values.length - unjudged)))
	);
	const hasMemory = memory > memoryFrom;
	if (!hasTrend && !hasMemory)
		return { limits, expected: undefined, around: undefined, because: undefined };
	const kept = hasMemory ? Math.min(memory, 0.95) : 0;
	const expected = values.map((_, index) =>
		index === 0
			? straight(0)
			: straight(index) + kept * ((values[index - 1] ?? 0) - straight(index - 1))
	);
	const around = naturalLimits(
		values.map((value, index) => value - (expected[index] ?? 0)),
		limits.from
	);
	return { limits, expected, around, because: hasTrend ? 'trend' : 'memory' };
}

/** The signal at each reading, by the rules that may be used for it. */
export function signals(values: readonly number[], behaviour: Behaviour): (Signal | undefined)[] {
	const { limits, expected, around } = behaviour;
	if (!expected || !around) return signalsOf(values, limits);
	const difference = values.map((value, index) => value - (expected[index] ?? 0));
	return signalsOf(difference, around, ['outside']);
}

/**
 * How much of one reading is left in the next: the coefficient φ of a first-order autoregression,
 * from the lag-1 autocorrelation −(1 − φ) / 2 of its moves. Moves know nothing of a trend or of a
 * lasting shift, which would look like memory in the readings themselves.
 */
export function memoryOf(values: readonly number[]): number {
	if (values.length < fewestForMemory) return 0;
	const moves = values.slice(1).map((value, index) => value - values[index]!);
	const spread = moves.some((move) => move !== 0);
	return spread ? 1 + 2 * autocorrelation(moves) : 0;
}

/** Lag-1 autocorrelation; 0 where all values are equal. */
export function autocorrelation(values: readonly number[]): number {
	const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
	const off = values.map((value) => value - centre);
	const whole = off.reduce((sum, value) => sum + value * value, 0);
	const beside = off.slice(1).reduce((sum, value, index) => sum + value * off[index]!, 0);
	return whole === 0 ? 0 : beside / whole;
}

/** The least-squares line through values at 0, 1, 2, …, and the t statistic of its slope. */
export function lineThrough(values: readonly number[]): {
	slope: number;
	t: number;
	at: (index: number) => number;
} {
	const middle = (values.length - 1) / 2;
	const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
	const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
	const slope =
		spread === 0
			? 0
			: values.reduce((sum, value, index) => sum + (index - middle) * (value - centre), 0) / spread;
	const at = (index: number) => centre + slope * (index - middle);
	const error = values.reduce((sum, value, index) => sum + (value - at(index)) ** 2, 0);
	const deviation = Math.sqrt(error / Math.max(1, values.length - 2) / (spread || 1));
	const t = slope === 0 ? 0 : deviation === 0 ? Math.sign(slope) * Infinity : slope / deviation;
	return { slope, t, at };
}
