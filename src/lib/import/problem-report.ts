import Papa from 'papaparse';

/** What cannot be entered: where it stands, what it says, what is wrong with it, what to do. */
export type Problem = { line: number; column: string; says: string; wrong: string; remedy: string };

/**
 * The list of problems as a CSV file that spreadsheets open as it is meant: a cell that begins like
 * a formula is text there too.
 */
export function writeReport(problems: readonly Problem[]): string {
	const rows = problems.map(({ line, column, says, wrong, remedy }) => [
		String(line),
		column,
		says,
		wrong,
		remedy
	]);
	const table = Papa.unparse(
		{ fields: ['Line', 'Column', 'It says', 'What is wrong', 'What to do'], data: rows },
		{ escapeFormulae: true }
	);
	return `\ufeff${table}\r\n`;
}
