import { spentIn, type Progress } from './progress.ts';
import type { Segment } from './segment.ts';
import { minutes } from './timebox.ts';

/** How long a segment took beside how long it was meant to take, in whole minutes. */
export type Pace = {
	id: string;
	title: string;
	plannedMinutes: number;
	actualMinutes: number;
	/** False for a segment that the meeting never came to. */
	entered: boolean;
};

/** Milliseconds spent so far in a segment or hot item, also while it is open. */
export function timeSpent(id: string, progress: Progress, now: number): number {
	const open = [progress.segment, progress.item].find((box) => box?.id === id);
	return Math.max(0, open ? spentIn(open, now) : (progress.spent[id] ?? 0));
}

export function actualMinutes(id: string, progress: Progress, now: number): number {
	return Math.round(timeSpent(id, progress, now) / minutes(1));
}

/** One row for each segment; `now` matters only while the meeting is live. */
export function pacing(
	segments: readonly Segment[],
	progress: Progress,
	now = progress.lastEventAt
): Pace[] {
	return segments.map(({ id, title, minutes: plannedMinutes }) => ({
		id,
		title,
		plannedMinutes,
		actualMinutes: actualMinutes(id, progress, now),
		entered: id in progress.enteredAt
	}));
}

/** `94 of 90`: the minutes of the rows as people read and would add them up. */
export function inAll(rows: readonly Pace[]): { plannedMinutes: number; actualMinutes: number } {
	return {
		plannedMinutes: rows.reduce((sum, row) => sum + row.plannedMinutes, 0),
		actualMinutes: rows.reduce((sum, row) => sum + row.actualMinutes, 0)
	};
}
