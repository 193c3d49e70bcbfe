import { writeReading } from '#lib/scorecard/number.ts';

/** How something stands, and why in one line. */
export type Standing = { status: 'on' | 'risk' | 'off' | 'none'; reason: string };

/** Older values say nothing of today: two weekly meetings have passed without one. */
const staleDays = 15;
/** Shares of the way behind an even pace: our choice, for nobody has agreed on any. */
const slack = 0.1;
const atRisk = 0.25;

/**
 * The share of the way from baseline to target, 0 to 1; beyond either end it stays there. Undefined
 * values are `null`: nobody has said where it stands.
 */
export function progressOf({
	baseline,
	target,
	value
}: {
	baseline: number;
	target: number;
	value: number | null;
}): number | null {
	if (value === null) return null;
	// The database refuses a way without length; were there one, being there is all of it.
	if (baseline === target) return value === target ? 1 : 0;
	return Math.min(1, Math.max(0, (value - baseline) / (target - baseline)));
}

/**
 * Progress of what is made of weighted parts: their weighted mean. A part without a value counts as
 * nothing done; weights that are all zero count alike. `null` when no part has a value.
 */
export function rollUp(
	parts: readonly { weight: number; progress: number | null }[]
): number | null {
	if (parts.every(({ progress }) => progress === null)) return null;
	const total = parts.reduce((sum, { weight }) => sum + weight, 0);
	const share = (weight: number) => (total > 0 ? weight / total : 1 / parts.length);
	return parts.reduce((sum, { weight, progress }) => sum + share(weight) * (progress ?? 0), 0);
}

/** The grade a progress is worth, as retrospectives give it: 0.0 to 1.0. */
export function gradeOf(progress: number): string {
	return (Math.round(progress * 10) / 10).toFixed(1);
}

/** `6 of 10`, `42 min, max 45 min` where the target is below, `– of 10` where nobody has said. */
export function writeNow({
	baseline,
	target,
	value,
	unit,
	decimals
}: {
	baseline: number;
	target: number;
	value: number | null;
	unit: string;
	decimals: number;
}): string {
	const aim = writeReading(target, { unit, decimals });
	if (value === null) return `– of ${aim}`;
	if (target < baseline) return `${writeReading(value, { unit, decimals })}, max ${aim}`;
	return `${writeReading(value, { unit: '', decimals })} of ${aim}`;
}

/**
 * How a key result stands against an even pace through its cycle.
 *
 * @param elapsed share of the cycle that has passed
 * @param measuredOn ISO date of the newest value; one that is old overrides every colour
 */
export function standingOf(
	progress: number | null,
	measuredOn: string | null,
	elapsed: number,
	today: string
): Standing {
	if (progress === null || measuredOn === null)
		return { status: 'none', reason: 'Nobody has said where it stands.' };
	const age = Math.round((Date.parse(today) - Date.parse(measuredOn)) / 86_400_000);
	if (age >= staleDays && elapsed < 1)
		return {
			status: 'none',
			reason: `${progress >= 1 ? 'The target was reached, but the' : 'The'} newest value is ${age} days old.`
		};
	if (progress >= 1) return { status: 'on', reason: 'The target is reached.' };
	const behind = elapsed - progress;
	const percent = (share: number) => `${Math.round(share * 100)}%`;
	const words = `${percent(progress)} of the way, ${percent(elapsed)} of the cycle has passed.`;
	if (behind <= slack) return { status: 'on', reason: words };
	return { status: behind <= atRisk ? 'risk' : 'off', reason: words };
}

/** An objective stands as the worst of its key results; what nobody measures is not on track. */
export function stateOfAll(all: readonly Standing[]): Standing {
	if (all.length === 0) return { status: 'none', reason: 'It has no key result.' };
	for (const status of ['off', 'risk', 'none'] as const) {
		const found = all.filter((one) => one.status === status);
		if (found.length > 0)
			return { status, reason: `${found.length} of ${all.length} key results ${words[status]}.` };
	}
	return { status: 'on', reason: 'All key results are on track.' };
}

const words = { off: 'are off track', risk: 'are at risk', none: 'have no fresh value' };
