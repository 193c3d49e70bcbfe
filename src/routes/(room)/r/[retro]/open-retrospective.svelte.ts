import { onDestroy } from 'svelte';
import { LiveRetrospective, setLiveRetrospective } from '#lib/live/live-retrospective.svelte.ts';
import { FreshRows } from '#lib/meeting/fresh-rows.svelte.ts';
import { Retrospective, setRetrospective } from '#lib/retrospective/retrospective.svelte.ts';
import type { RetrospectiveRows } from '#lib/retrospective/room-rows.ts';
import { renewSession } from '../../../renew-session.ts';

/** Opens a retrospective's document and rows for the component that calls it, and all below. */
export function openRetrospective(
	first: RetrospectiveRows,
	person: string,
	{ display = false } = {}
): Retrospective {
	const rows = new FreshRows(first, () => readRows(first.id));
	const live = new LiveRetrospective({
		retrospective: first.id,
		person,
		display,
		renewSession,
		onRowsChanged: () => void rows.refresh()
	});
	const retrospective = new Retrospective(live, rows);
	setLiveRetrospective(live);
	setRetrospective(retrospective);
	onDestroy(() => {
		live.stop();
		rows.stop();
	});

	// What changed while the connection was away, nobody told this page.
	let wasAway = false;
	$effect(() => {
		const { state } = live.connectionState;
		if (state === 'connected' && wasAway) void rows.refresh();
		wasAway = state !== 'connected' && (wasAway || state === 'offline');
	});
	return retrospective;
}

async function readRows(id: string): Promise<RetrospectiveRows> {
	const response = await fetch(`/r/${id}/rows`, { signal: AbortSignal.timeout(10_000) });
	if (!response.ok) throw new Error(`The rows did not come (${response.status})`);
	return (await response.json()) as RetrospectiveRows;
}
