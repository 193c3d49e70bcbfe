/**
 * How many characters lie between what was proposed and what people made of it (Levenshtein 1965):
 * the fewest insertions, deletions and replacements that lead from one to the other. Only the first
 * thousand characters of each are compared.
 */
export function editDistance(proposed: string, kept: string): number {
	const [from, to] = [proposed, kept].map((text) => Array.from(text).slice(0, 1000));
	if (!from || !to) return 0;
	let row = Array.from({ length: to.length + 1 }, (_, at) => at);
	from.forEach((letter, above) => {
		const next = [above + 1];
		to.forEach((other, at) => {
			const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
			next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
		});
		row = next;
	});
	return row.at(-1) ?? 0;
}
