import type { Cadence } from '../period.ts';
import type { Cell } from './cells.ts';
import { bothDays, writeWholePeriod, type Said } from './period-words.ts';
import type { Counted } from './settings.ts';

/** Why a cell is no reading. */
export type Trouble =
	| { kind: 'no name' }
	| { kind: 'no metric'; why: 'unknown' | 'removed' | 'several' }
	| { kind: 'no period' }
	| { kind: 'either day' }
	| { kind: 'wrong span'; span: Said['span']; metric: Counted }
	| { kind: 'too early'; metric: Counted; period: string }
	| { kind: 'either number' }
	| { kind: 'no number' }
	| { kind: 'twice'; before: { line: number; period: string }; metric: Counted };

type Words = { says: string; wrong: string; remedy: string };

const spans: Record<Cadence, string> = { week: 'week', month: 'month', quarter: 'quarter' };
const noMetric = {
	unknown: (name: string): Omit<Words, 'says'> => ({
		wrong: `No metric is called “${name}”.`,
		remedy: 'Choose the metric it means, add it as a new one, or leave its rows out.'
	}),
	removed: (name: string): Omit<Words, 'says'> => ({
		wrong: `“${name}” was taken off the scorecard.`,
		remedy: 'Leave its rows out, or choose the metric that took its place.'
	}),
	several: (name: string): Omit<Words, 'says'> => ({
		wrong: `Several metrics are called “${name}”.`,
		remedy: 'Choose the one it means.'
	})
};

/** What is wrong with a cell, and what to do, in words. */
export function wordsFor(trouble: Trouble, cell: Cell): Words {
	switch (trouble.kind) {
		case 'no name':
			return {
				says: cell.value,
				wrong: 'Nothing says which metric this is.',
				remedy: 'Write the name of the metric into the row.'
			};
		case 'no metric':
			return { says: cell.metric, ...noMetric[trouble.why](short(cell.metric)) };
		case 'no period':
			return {
				says: cell.period,
				wrong: cell.period
					? `“${short(cell.period)}” is no day, week, month or quarter.`
					: 'Nothing says which period this is.',
				remedy: 'Write it like 2026-11-16, 2026-W47, Nov 2026 or Q4 2026.'
			};
		case 'either day':
			return {
				says: cell.period,
				wrong: `“${cell.period}” can be ${bothDays(cell.period)}.`,
				remedy: 'Say which comes first, the day or the month.'
			};
		case 'wrong span':
			return {
				says: cell.period,
				wrong: `“${short(cell.period)}” is a ${trouble.span}, and ${trouble.metric.name} is counted every ${trouble.metric.cadence}.`,
				remedy: `Write the ${spans[trouble.metric.cadence]}, or a day in it.`
			};
		case 'too early':
			return {
				says: cell.period,
				wrong: `${capital(writeWholePeriod(trouble.period, trouble.metric.cadence))} has not begun yet.`,
				remedy: 'Enter its reading once it has.'
			};
		case 'either number':
			return {
				says: cell.value,
				wrong: `“${cell.value}” can be a little over one, or over a thousand.`,
				remedy: 'Say whether a dot or a comma stands before the decimals.'
			};
		case 'no number':
			return { says: cell.value, ...noNumber(cell.value) };
		case 'twice':
			return {
				says: cell.value,
				wrong: `Line ${trouble.before.line} has another reading of ${trouble.metric.name} for ${writeWholePeriod(trouble.before.period, trouble.metric.cadence)}.`,
				remedy: `Keep one of them. Left out, the reading of line ${trouble.before.line} counts.`
			};
	}
}

/** What is wrong with something that should be a number. */
export function noNumber(typed: string): Omit<Words, 'says'> {
	if (/^[=@]/.test(typed.trim()))
		return {
			wrong: `“${short(typed)}” is a formula, not a number.`,
			remedy: 'Write its result. Formulas are never worked out here.'
		};
	return { wrong: `“${short(typed)}” is not a number.`, remedy: 'Write it like 98.4.' };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function short(typed: string): string {
	const letters = Array.from(typed);
	return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : typed;
}
