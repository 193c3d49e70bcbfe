/**
 * CSV as RFC 4180 has it: lines end with CRLF, a cell with a comma, a quote or a line break stands in
 * quotes. A cell that a spreadsheet would take for a formula begins with `'`, as OWASP advises;
 * numbers stay numbers.
 *
 * @param rows the header line first; every cell as text
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => row.map(toCell).join(',') + '\r\n').join('');
}

function toCell(text: string): string {
	// A spreadsheet also looks past spaces, and takes the wide signs of Asian keyboards.
	const isFormula = /^\s*[=+\-@\t\r＝＋－＠]/u.test(text) && !isNumber(text);
	const safe = isFormula ? `'${text}` : text;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumber(text: string): boolean {
	return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}
