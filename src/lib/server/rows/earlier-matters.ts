import type { RoomHistory } from '#lib/meeting/room-rows.ts';
import type { Db } from './db.ts';

/** A year of weekly meetings; what is older was another time. */
const mostMeetings = 52;

/** What the team dealt with and decided in the closed meetings but for this one, the newest first. */
export async function listEarlierMatters(
	db: Db,
	{ id, team_id: team }: { id: string; team_id: string }
): Promise<RoomHistory> {
	const { data: meetings } = await db
		.from('meetings')
		.select('occurs_on, hot_items(id, title, question, state), decisions(id, title, hot_item_id)')
		.eq('team_id', team)
		.eq('state', 'closed')
		.neq('id', id)
		.order('occurs_on', { ascending: false })
		.limit(mostMeetings)
		.throwOnError();
	return {
		items: meetings.flatMap(({ occurs_on, hot_items, decisions }) =>
			hot_items
				.filter(({ state }) => state !== 'merged')
				.map((item) => ({
					id: item.id,
					text: `${item.title} ${item.question}`.trim(),
					on: occurs_on,
					outcome:
						decisions.find((one) => one.hot_item_id === item.id)?.title ?? left[item.state] ?? ''
				}))
		),
		decisions: meetings.flatMap(({ occurs_on, decisions }) =>
			decisions.map((decision) => ({ id: decision.id, text: decision.title, on: occurs_on }))
		)
	};
}

/** What came of an item that left no decision. */
const left: Record<string, string> = {
	resolved: 'it was resolved',
	'fact-finding': 'facts were to be found',
	parked: 'it was parked',
	dropped: 'it was dropped',
	open: 'it was not reached'
};
