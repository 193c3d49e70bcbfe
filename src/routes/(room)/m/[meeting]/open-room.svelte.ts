import { LiveMeeting, setLiveMeeting } from '#lib/live/live-meeting.svelte.ts';
import { FreshRows } from '#lib/meeting/fresh-rows.svelte.ts';
import type { RoomRows } from '#lib/meeting/room-rows.ts';
import { Room, setRoom } from '#lib/meeting/room.svelte.ts';
import { onDestroy } from 'svelte';
import { renewSession } from '../../../renew-session.ts';

type Loaded = { room: RoomRows; me: { id: string } };

/**
 * Opens a meeting's document and rows for the component that calls it, and for all below. One
 * document per visit: the layout is keyed by its meeting.
 */
export function openRoom({ room, me }: Loaded, { display = false } = {}): void {
	const rows = new FreshRows(room, () => readRows(room.meeting.id));
	const live = new LiveMeeting({
		meeting: room.meeting.id,
		person: me.id,
		display,
		renewSession,
		onRowsChanged: () => void rows.refresh()
	});
	setLiveMeeting(live);
	setRoom(new Room(live, rows));
	onDestroy(() => {
		live.stop();
		rows.stop();
	});

	// A recall round ends by the clock, and nobody says so. Asked again while the server still waits.
	const recallEnd = $derived(rows.all.recallEnd);
	const isOver = $derived(recallEnd !== null && live.now > Date.parse(recallEnd));
	$effect(() => {
		void rows.all;
		if (!isOver) return;
		const soon = setTimeout(() => void rows.refresh(), 500);
		return () => clearTimeout(soon);
	});

	// What changed while the connection was away, nobody told this page.
	let wasAway = false;
	$effect(() => {
		const { state } = live.connectionState;
		if (state === 'connected' && wasAway) void rows.refresh();
		wasAway = state !== 'connected' && (wasAway || state === 'offline');
	});
}

async function readRows(meeting: string): Promise<RoomRows> {
	const response = await fetch(`/m/${meeting}/rows`, { signal: AbortSignal.timeout(10_000) });
	if (!response.ok) throw new Error(`The rows of the meeting did not come (${response.status})`);
	return (await response.json()) as RoomRows;
}
