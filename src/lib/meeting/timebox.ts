/**
 * A timebox counts down while it runs, and keeps what is left while it is paused.
 * Times are milliseconds since 1970 on the server's clock; `left` is milliseconds and
 * falls below zero when the box is over time.
 */
export type Timebox = { state: 'paused'; left: number } | { state: 'running'; endsAt: number };

export const minutes = (count: number): number => count * 60_000;

/** A full box that nobody has started. */
export function timebox(length: number): Timebox {
	return { state: 'paused', left: length };
}

export function left(box: Timebox, now: number): number {
	return box.state === 'paused' ? box.left : box.endsAt - now;
}

export function start(box: Timebox, now: number): Timebox {
	return box.state === 'running' ? box : { state: 'running', endsAt: now + box.left };
}

export function pause(box: Timebox, now: number): Timebox {
	return box.state === 'paused' ? box : { state: 'paused', left: box.endsAt - now };
}

export function extend(box: Timebox, by: number): Timebox {
	return box.state === 'paused'
		? { state: 'paused', left: box.left + by }
		: { state: 'running', endsAt: box.endsAt + by };
}

/**
 * What the clock says: `soon` in the last two minutes, `over` once nothing is left.
 * A box shorter than eight minutes is `soon` only in its last quarter, so that it is not always so.
 */
export type Urgency = 'calm' | 'soon' | 'over';

export function urgency(leftNow: number, total: number): Urgency {
	if (leftNow <= 0) return 'over';
	return leftNow <= Math.min(minutes(2), total / 4) ? 'soon' : 'calm';
}

/** `5:48`, or `+1:12` when over time. Counts whole seconds, rounding up what is left. */
export function clockFace(leftNow: number): string {
	const over = leftNow < 0;
	const seconds = over ? Math.floor(-leftNow / 1000) : Math.ceil(leftNow / 1000);
	const face = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	return over && seconds > 0 ? `+${face}` : face;
}
