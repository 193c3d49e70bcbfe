import type { Result, Sheet } from './blind-round.ts';
import { itemKey, type Part } from './pillars.ts';

/** Counts sheets as the database does at the reveal, for tests and the sample company. */
export function resultOf(parts: readonly Part[], sheets: readonly Sheet[]): Result {
	const items: Result['items'] = {};
	const spreads: Result['parts'] = {};
	for (const { key, items: asked } of parts) {
		asked.forEach((_, at) => {
			const given = sheets.map((sheet) => Number(sheet[itemKey(key, at)] ?? 0));
			const of = (value: number) => given.filter((one) => one === value).length;
			items[itemKey(key, at)] = [of(1), of(2), of(3), of(4), of(5), of(0)];
		});
		const means = sheets.flatMap((sheet) => {
			const said = asked.map((_, at) => Number(sheet[itemKey(key, at)] ?? 0)).filter((n) => n > 0);
			return said.length === 0 ? [] : Math.round(said.reduce((sum, n) => sum + n, 0) / said.length);
		});
		const of = (value: number) => means.filter((one) => one === value).length;
		spreads[key] = [of(1), of(2), of(3), of(4), of(5)];
	}
	const choices: Result['choices'] = {};
	for (const question of ['lane', 'matters'])
		for (const sheet of sheets) {
			const said = sheet[question];
			if (typeof said !== 'string') continue;
			const counts = (choices[question] ??= {});
			counts[said] = (counts[said] ?? 0) + 1;
		}
	const words: Result['words'] = {};
	for (const question of ['undone', 'slows', 'stop'])
		words[question] = sheets.flatMap((sheet) => sheet[question] || []).map(String);
	return { items, parts: spreads, choices, words };
}
