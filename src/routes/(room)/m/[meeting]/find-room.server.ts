import { loadRoom } from '#lib/server/rows/room.ts';
import type { RoomRows } from '#lib/meeting/room-rows.ts';
import { findTokensUsed } from '#lib/server/rows/model-calls.ts';
import type { Db } from '#lib/server/rows/db.ts';
import { probeWords } from '#lib/server/llm/probe.ts';
import { runtime } from '#lib/server/runtime.ts';
import { error } from '@sveltejs/kit';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The rows of a meeting as whoever asks may see them. @throws a 404 when they may not */
export async function findRoom({ db }: App.Locals, meeting: string): Promise<RoomRows> {
	const today = new Date().toISOString().slice(0, 10);
	const room = uuid.test(meeting) ? await loadRoom(db, meeting, today) : undefined;
	if (!room) error(404, 'There is no such meeting, or you may not see it.');
	return { ...room, ai: await findRoomAi(db, room) };
}

async function findRoomAi(
	db: Db,
	{ team, meeting }: Pick<RoomRows, 'team' | 'meeting'>
): Promise<RoomRows['ai']> {
	const { ai } = runtime();
	if (!ai) return null;
	const used = await findTokensUsed(db, team.id, meeting.id);
	return {
		off: ai.isUsable ? '' : probeWords(ai.state),
		ofMeeting: { used: used.ofMeeting, most: ai.limits.meeting },
		today: { used: used.today, most: ai.limits.day }
	};
}
