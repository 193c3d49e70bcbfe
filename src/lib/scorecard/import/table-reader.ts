import type { Encoding } from '#lib/import/decode.ts';
import { decode } from '#lib/import/decode.ts';
import { guessLayout, problemOf, type Layout } from './layout.ts';
import { longestPart, mostReadings } from './limits.ts';
import { matcher } from './match.ts';
import { planImport, type Named, type Plan } from './plan.ts';
import { writeReport, type Problem } from '#lib/import/problem-report.ts';
import type { Counted, Settings } from './settings.ts';
import { readTable, type Line, type Separator, type Table } from '#lib/import/table.ts';

/** A file or pasted cells that could be read, with its first lines. */
export type Opened = {
	encoding: Encoding | undefined;
	separator: Separator;
	lines: number;
	first: Line[];
	layout: Layout;
};

/** What came of holding the rows against the metrics, without the rows themselves. */
export type Checked = Pick<Plan, 'empty' | 'repeated' | 'leftOut' | 'order' | 'mark'> & {
	names: Named[];
	readings: number;
	/** How many readings cannot be entered, and how many problems keep them out. */
	failing: number;
	problems: number;
	/** The first of them; the report has all. */
	shown: Problem[];
};

export type ReadingTuple = [line: number, metric: string, period: string, value: number];

const linesShown = 8;
const problemsShown = 200;
const namesShown = 200;

/** Holds a file while its import is prepared. It asks nobody and knows no page. */
export class TableReader {
	#text = '';
	#encoding: Encoding | undefined;
	#table: Table = { lines: [], separator: ',' };
	#plan: Plan | undefined;

	openFile(bytes: Uint8Array, metrics: readonly Counted[]): Opened | { refused: string } {
		const decoded = decode(bytes);
		if ('refused' in decoded) return decoded;
		this.#encoding = decoded.encoding;
		return this.#open(decoded.text, metrics);
	}

	openText(text: string, metrics: readonly Counted[]): Opened | { refused: string } {
		this.#encoding = undefined;
		return this.#open(text, metrics);
	}

	/** Reads the same text by another separator. */
	separate(by: Separator, metrics: readonly Counted[]): Opened | { refused: string } {
		return this.#open(this.#text, metrics, by);
	}

	#open(
		text: string,
		metrics: readonly Counted[],
		separator?: Separator
	): Opened | { refused: string } {
		const table = readTable(text, separator);
		if ('refused' in table) return table;
		const match = matcher(metrics);
		const layout = guessLayout(table.lines.slice(0, 51), (name) => {
			const found = match(name);
			return 'metric' in found || found.why !== 'unknown';
		});
		if (layout.isHeaded && table.lines.length === 1)
			return { refused: 'There is only a heading in it, and no row below.' };
		[this.#text, this.#table, this.#plan] = [text, table, undefined];
		return {
			encoding: this.#encoding,
			separator: table.separator,
			lines: table.lines.length,
			first: table.lines.slice(0, linesShown),
			layout
		};
	}

	check(
		settings: Settings,
		metrics: readonly Counted[],
		today: string
	): Checked | { refused: string } {
		const refused = problemOf(settings.layout);
		if (refused) return { refused };
		const plan = planImport(this.#table.lines, settings, metrics, today);
		if (plan.readings.length > mostReadings)
			return {
				refused: `It has more than ${mostReadings.toLocaleString('en-GB')} readings, which is more than one import takes. Split it into smaller files.`
			};
		this.#plan = plan;
		return {
			empty: plan.empty,
			repeated: plan.repeated,
			leftOut: plan.leftOut,
			order: plan.order,
			mark: plan.mark,
			names: plan.names.slice(0, namesShown),
			readings: plan.readings.length,
			failing: plan.failing,
			problems: plan.problems.length,
			shown: plan.problems.slice(0, problemsShown)
		};
	}

	/** Readings that can be entered, as many as travel at once; none behind the last part. */
	part(number: number): ReadingTuple[] {
		const readings = this.#plan?.readings ?? [];
		return readings
			.slice(number * longestPart, (number + 1) * longestPart)
			.map(({ line, metric, period, value }) => [line, metric, period, value]);
	}

	report(): string {
		return writeReport(this.#plan?.problems ?? []);
	}
}
