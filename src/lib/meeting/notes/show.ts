import { tick } from 'svelte';
import type { Outcome } from '../outcome.ts';
import type { Room } from '../room.svelte.ts';

/** Goes to an outcome in the panel; false when it is not there. */
export async function showOutcome(room: Room, id: string): Promise<boolean> {
	room.panel = 'outcomes';
	await tick();
	const row = document.getElementById(`outcome-${id}`);
	if (!row) return false;
	point(row);
	row.focus({ preventScroll: true });
	return true;
}

/** Goes to the line an outcome came from; false when that line is gone. */
export async function showLine(room: Room, outcome: Outcome): Promise<boolean> {
	if (!outcome.note) return false;
	room.panel = 'notes';
	if (outcome.segment && outcome.segment !== room.segment?.id) room.lookAt(outcome.segment);
	await tick();
	const line = document.getElementById(`note-${outcome.note}`);
	if (!line) return false;
	point(line);
	return true;
}

/** A mark that fades by itself; no attribute changes, so that an editor does not notice it. */
function point(element: HTMLElement): void {
	element.scrollIntoView({ block: 'nearest' });
	element.animate([{ backgroundColor: 'var(--mark)' }, {}], { duration: 1600, easing: 'ease-in' });
}
