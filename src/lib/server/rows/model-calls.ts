import type { Db } from './db.ts';

/** What models took in a meeting, and for the whole workspace today (UTC), in tokens. */
export async function findTokensUsed(
	db: Db,
	team: string,
	meeting?: string
): Promise<{ ofMeeting: number; today: number }> {
	const [calls, today] = await Promise.all([
		meeting
			? db.from('model_calls').select('tokens').eq('meeting_id', meeting).throwOnError()
			: { data: [] },
		db.rpc('tokens_used_today', { team }).throwOnError()
	]);
	return {
		ofMeeting: calls.data.reduce((sum, { tokens }) => sum + tokens, 0),
		today: Number(today.data ?? 0)
	};
}

export type Suggested = {
	kind: string;
	count: number;
	accepted: number;
	edited: number;
	dismissed: number;
};

/** How what models suggested to the team, in rooms and outside them, was answered, by kind. */
export async function countSuggested(db: Db, team: string): Promise<Suggested[]> {
	const [inRooms, drafted] = await Promise.all([
		db
			.from('model_suggestions')
			.select('kind, answer, edit_distance')
			.eq('team_id', team)
			.throwOnError(),
		db
			.from('draft_items')
			.select('kind, answer, words, extra, kept')
			.eq('team_id', team)
			.not('kind', 'in', '(agreement,difference)')
			.throwOnError()
	]);
	const all = [
		...inRooms.data,
		...drafted.data.map(({ words, extra, kept, ...one }) => ({
			...one,
			edit_distance: kept === words || kept === extra ? 0 : 1
		}))
	];
	return [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, rows]) => ({
		kind,
		count: rows.length,
		accepted: rows.filter(({ answer }) => answer === 'accepted').length,
		edited: rows.filter((row) => row.answer === 'accepted' && row.edit_distance > 0).length,
		dismissed: rows.filter(({ answer }) => answer === 'dismissed' || answer === 'removed').length
	}));
}
