import Papa from 'papaparse';
import { mostCells, mostColumns, mostLines } from './limits.ts';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** A row and the line of the file it begins in, from 1 on. */
export type Line = { line: number; cells: string[] };

export type Table = { lines: Line[]; separator: Separator };

const isSeparator = (typed: string): typed is Separator =>
	separators.some((separator) => separator === typed);

/**
 * The rows of a text as spreadsheets write it, without the empty ones.
 *
 * @param separator what stands between the cells; guessed without it
 */
export function readTable(text: string, separator?: Separator): Table | { refused: string } {
	// Excel says in a first line of its own what separates the cells.
	const [said = '', named = ''] = /^\ufeff?sep=([,;\t|])\r?\n/i.exec(text) ?? [];
	const body = said ? text.slice(said.length) : text.replace(/^\ufeff/, '');
	const lines: Line[] = [];
	let refused: string | undefined;
	let cells = 0;
	const chosen = separator ?? (isSeparator(named) ? named : guessSeparator(body));
	let [begun, line] = [0, said ? 2 : 1];
	Papa.parse<string[]>(body, {
		delimiter: chosen,
		step: ({ data, errors, meta }, parser) => {
			cells += data.length;
			if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data });
			refused = refusalOf(data, line, { lines: lines.length, cells }, errors);
			if (refused) parser.abort();
			line += count(body, meta.linebreak, begun, meta.cursor);
			begun = meta.cursor;
		}
	});
	if (refused) return { refused };
	if (lines.length === 0) return { refused: 'There is nothing in it: no line has any text.' };
	return { lines, separator: chosen };
}

/** What cuts most of the first rows into as many cells as the first one; then, into more of them. */
function guessSeparator(text: string): Separator {
	// Commas come last: they stand in numbers and names as well.
	const tried = separators.toReversed().map((separator) => {
		const { data } = Papa.parse<string[]>(text, {
			delimiter: separator,
			preview: 20,
			skipEmptyLines: 'greedy'
		});
		const width = data[0]?.length ?? 0;
		const alike = data.filter((row) => row.length === width).length / data.length;
		return { separator, width, alike: width > 1 ? alike : 0 };
	});
	const [best] = tried.toSorted((a, b) => b.alike - a.alike || b.width - a.width);
	return best && best.alike > 0 ? best.separator : ',';
}

function refusalOf(
	cells: string[],
	line: number,
	sums: { lines: number; cells: number },
	errors: readonly { code: string }[]
): string | undefined {
	if (errors.some(({ code }) => code === 'MissingQuotes'))
		return `Line ${line} opens a quotation mark that is never closed, so nobody can tell where its cell ends. Close it, and choose the file again.`;
	if (sums.lines > mostLines)
		return `It has more than ${mostLines.toLocaleString('en-GB')} lines, which is more than one import takes. Split it into smaller files.`;
	if (sums.cells > mostCells)
		return `It has more than ${mostCells.toLocaleString('en-GB')} cells, most of them empty. Take out the empty rows and columns, or split it.`;
	if (cells.length > mostColumns)
		return `Line ${line} has more than ${mostColumns.toLocaleString('en-GB')} columns. Split it into narrower files.`;
	return undefined;
}

function count(text: string, sought: string, from: number, to: number): number {
	let times = 0;
	for (let at = text.indexOf(sought, from); at >= 0 && at < to; at = text.indexOf(sought, at + 1))
		times += 1;
	return times;
}
