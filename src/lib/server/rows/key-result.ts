import type { Db } from './db.ts';

/** What a key result stood at on a day, why, and who said so. */
export type Value = { on: string; value: number; note: string; by: string | null };

/** Confidences of a week that were revealed; `week` is its Monday. */
export type WeekOfConfidence = { week: string; confidences: number[] };

/** Everything that was said about a key result, oldest first. */
export async function loadHistory(
	db: Db,
	team: string,
	keyResult: string
): Promise<{ values: Value[]; confidences: WeekOfConfidence[] }> {
	const [values, given] = await Promise.all([
		db
			.from('key_result_values')
			.select('measured_on, value, note, entered_by')
			.eq('team_id', team)
			.eq('key_result_id', keyResult)
			.order('measured_on')
			.throwOnError(),
		// One's own answers are readable before the reveal, and belong to no history yet.
		db
			.from('confidences')
			.select('confidence, check_in_rounds!inner(week, revealed_at)')
			.eq('team_id', team)
			.eq('key_result_id', keyResult)
			.not('check_in_rounds.revealed_at', 'is', null)
			.throwOnError()
	]);
	const weeks = new Map<string, number[]>();
	for (const { confidence, check_in_rounds: round } of given.data)
		weeks.set(round.week, [...(weeks.get(round.week) ?? []), confidence]);
	return {
		values: values.data.map((row) => ({
			on: row.measured_on,
			value: Number(row.value),
			note: row.note,
			by: row.entered_by
		})),
		confidences: [...weeks]
			.map(([week, confidences]) => ({
				week,
				confidences: confidences.toSorted((one, other) => one - other)
			}))
			.toSorted((one, other) => (one.week < other.week ? -1 : 1))
	};
}
