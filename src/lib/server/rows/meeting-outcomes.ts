import { summary } from '#lib/meeting/rating.ts';
import type { Db } from './db.ts';

/** What a meeting left behind, counted; `rating` is the mean once it was revealed. */
export type OutcomeCounts = {
	decisions: number;
	actions: number;
	insights: number;
	risks: number;
	rating: number | null;
};

/** The counts of each of these meetings, by their ids. */
export async function countOutcomes(
	db: Db,
	meetings: readonly string[]
): Promise<Map<string, OutcomeCounts>> {
	if (meetings.length === 0) return new Map();
	const of = async (table: 'decisions' | 'action_items' | 'insights' | 'risks') => {
		const { data } = await db
			.from(table)
			.select('meeting_id')
			.in('meeting_id', meetings)
			.throwOnError();
		return data.map((row) => row.meeting_id);
	};
	const ratingsOf = async () => {
		const { data } = await db
			.from('meeting_ratings')
			.select('meeting_id, rating')
			.in('meeting_id', meetings)
			.throwOnError();
		return data;
	};
	const [decisions, actions, insights, risks, ratings] = await Promise.all([
		of('decisions'),
		of('action_items'),
		of('insights'),
		of('risks'),
		ratingsOf()
	]);
	return new Map(
		meetings.map((id) => {
			const count = (all: (string | null)[]) => all.filter((meeting) => meeting === id).length;
			const given = ratings.filter((row) => row.meeting_id === id).map(({ rating }) => rating);
			return [
				id,
				{
					decisions: count(decisions),
					actions: count(actions),
					insights: count(insights),
					risks: count(risks),
					rating: summary(given).mean
				}
			];
		})
	);
}
