import type { Confidence } from '#lib/retrospective/room-rows.ts';
import type { Db } from './db.ts';

/**
 * How sure the team was of each key result in the first, the middle and the last round of a cycle that
 * was revealed: the mean, as a whole number. By key result; who was never asked about is left out.
 */
export async function listConfidence(db: Db, cycle: string): Promise<Map<string, Confidence>> {
	const { data } = await db
		.from('check_in_rounds')
		.select('confidences(key_result_id, confidence)')
		.eq('cycle_id', cycle)
		.not('revealed_at', 'is', null)
		.order('week')
		.throwOnError();
	const rounds = new Map<string, number[]>();
	for (const { confidences } of data)
		for (const [keyResult, given] of groupByKeyResult(confidences)) {
			const mean = given.reduce((sum, one) => sum + one, 0) / given.length;
			rounds.set(keyResult, [...(rounds.get(keyResult) ?? []), Math.round(mean)]);
		}
	return new Map(
		[...rounds].map(([keyResult, means]) => [
			keyResult,
			{
				start: means[0] ?? null,
				middle: means[Math.ceil(means.length / 2) - 1] ?? null,
				end: means.at(-1) ?? null
			}
		])
	);
}

function groupByKeyResult(
	rows: readonly { key_result_id: string; confidence: number }[]
): Map<string, number[]> {
	const groups = new Map<string, number[]>();
	for (const { key_result_id, confidence } of rows)
		groups.set(key_result_id, [...(groups.get(key_result_id) ?? []), confidence]);
	return groups;
}
