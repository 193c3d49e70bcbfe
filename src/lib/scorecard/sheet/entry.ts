import { noNumber } from '../import/problem-words.ts';
import type { Bounds } from '../metric.ts';
import { readNumber, writeReading } from '../number.ts';

/** What somebody typed into a cell of the sheet: a reading of a metric for a period. */
export type Typed = { metric: string; period: string; typed: string };

/** What it would do. */
export type Entry =
	| { does: 'nothing' }
	| { does: 'enter'; value: number }
	| { does: 'correct'; value: number; was: number }
	| { does: 'fail'; problem: string };

/**
 * @param typed as it stands in the cell
 * @param was the reading that is there, if any
 */
export function entryOf(
	typed: string,
	metric: Pick<Bounds, 'unit' | 'decimals'>,
	was: number | null
): Entry {
	if (typed.trim() === '') {
		if (was === null) return { does: 'nothing' };
		const kept = writeReading(was, metric);
		return {
			does: 'fail',
			problem: `A reading cannot be taken away, only corrected. ${kept} stays unless you type another.`
		};
	}
	const value = readNumber(typed, metric.unit);
	if (value === undefined) {
		const { wrong, remedy } = noNumber(typed);
		return { does: 'fail', problem: `${wrong} ${remedy}` };
	}
	if (was === null) return { does: 'enter', value };
	return value === was ? { does: 'nothing' } : { does: 'correct', value, was };
}
