import { extend, pause, start, timebox, type Timebox } from './timebox.ts';

/**
 * What people did to the meeting, in the one order every replica agrees on. Nothing else moves
 * the clock, the chair or the agenda: `progress` folds these events, so that two people who press
 * the same button in the same instant move the meeting once (each event says what it found, and
 * an event that no longer finds it is refused).
 */
export type MeetingEvent = { at: number; by: string | null } & (
	| { type: 'started'; segment: string | null }
	| { type: 'entered'; from: string | null; to: string }
	| { type: 'paused' }
	| { type: 'resumed' }
	| { type: 'extended'; target: string; by_ms: number }
	| { type: 'chair taken'; from: string | null }
	| { type: 'item opened'; from: string | null; item: string }
	| { type: 'item left'; item: string }
	| { type: 'rating called' }
	| { type: 'parked' }
	| { type: 'unparked' }
	| { type: 'closed'; passed: number }
);

/** A running piece of the meeting, its clock, and what it was given in all (milliseconds). */
export type Box = { id: string; clock: Timebox; total: number };

export type Progress = {
	state: 'draft' | 'live' | 'parked' | 'closed';
	chair: string | null;
	/** Who reached for the chair in the same instant as another, and did not get it. */
	chairMissedBy: { person: string; at: number } | null;
	chairSince: number | null;
	startedAt: number | null;
	closedAt: number | null;
	paused: boolean;
	segment: Box | null;
	item: Box | null;
	/** Milliseconds spent in each segment and hot item so far, up to the last event. */
	spent: Record<string, number>;
	/** When the segment was first entered. */
	enteredAt: Record<string, number>;
	/** What each segment and hot item was granted on top of its plan, in milliseconds. */
	granted: Record<string, number>;
	ratingCalled: boolean;
	/** What the chair knowingly left unowned or undated at the close. */
	passed: number;
	lastEventAt: number;
};

const nothing: Progress = {
	state: 'draft',
	chair: null,
	chairMissedBy: null,
	chairSince: null,
	startedAt: null,
	closedAt: null,
	paused: false,
	segment: null,
	item: null,
	spent: {},
	enteredAt: {},
	granted: {},
	ratingCalled: false,
	passed: 0,
	lastEventAt: 0
};

/**
 * Folds the events into where the meeting stands.
 * `plan` answers how long a segment or hot item is meant to take, in milliseconds.
 */
export function progress(events: readonly MeetingEvent[], plan: (id: string) => number): Progress {
	return events.reduce((now, event) => advance(now, event, plan), nothing);
}

function advance(was: Progress, event: MeetingEvent, plan: (id: string) => number): Progress {
	// An event stamped before the last one (a device with a bad clock) cannot turn time back.
	const at = Math.max(event.at, was.lastEventAt);
	const now = { ...was, lastEventAt: at };

	switch (event.type) {
		case 'started':
			if (was.state !== 'draft') return was;
			return enter(
				{ ...now, state: 'live', startedAt: at, chair: event.by, chairSince: at },
				event.segment,
				at,
				plan
			);

		case 'entered':
			if (was.state !== 'live' || (was.segment?.id ?? null) !== event.from) return was;
			return enter(leaveAll({ ...now, paused: false }, at), event.to, at, plan);

		case 'paused':
			if (was.state !== 'live' || was.paused) return was;
			return stopClocks({ ...now, paused: true }, at);

		case 'resumed':
			if (was.state !== 'live' || !was.paused) return was;
			return startClocks({ ...now, paused: false }, at);

		case 'extended': {
			if (was.state !== 'live') return was;
			const granted = {
				...was.granted,
				[event.target]: (was.granted[event.target] ?? 0) + event.by_ms
			};
			const more = (box: Box | null) =>
				box && box.id === event.target
					? { ...box, clock: extend(box.clock, event.by_ms), total: box.total + event.by_ms }
					: box;
			return { ...now, granted, segment: more(was.segment), item: more(was.item) };
		}

		case 'chair taken':
			if (was.state === 'closed' || event.by === null || was.chair === event.by) return was;
			if (was.chair !== event.from) return { ...now, chairMissedBy: { person: event.by, at } };
			return { ...now, chair: event.by, chairSince: at, chairMissedBy: null };

		case 'item opened': {
			if (was.state !== 'live' || (was.item?.id ?? null) !== event.from) return was;
			const left = leaveItem(now, at);
			return { ...left, item: open(left, event.item, at, plan) };
		}

		case 'item left':
			return was.state === 'live' && was.item?.id === event.item ? leaveItem(now, at) : was;

		case 'rating called':
			return was.state === 'live' && !was.ratingCalled ? { ...now, ratingCalled: true } : was;

		case 'parked':
			if (was.state !== 'live') return was;
			return { ...stopClocks(now, at), state: 'parked' };

		case 'unparked':
			if (was.state !== 'parked') return was;
			return startClocks({ ...takeUpAgain(now, event.by, at), state: 'live', paused: false }, at);

		case 'closed':
			if (was.state !== 'live' && was.state !== 'parked') return was;
			return { ...leaveAll(now, at), state: 'closed', closedAt: at, passed: event.passed };
	}
}

/** Whoever resumes a parked meeting runs it; one that resumes on its own keeps its chair. */
function takeUpAgain(now: Progress, by: string | null, at: number): Progress {
	return by === null || by === now.chair ? now : { ...now, chair: by, chairSince: at };
}

function enter(
	now: Progress,
	segment: string | null,
	at: number,
	plan: (id: string) => number
): Progress {
	if (segment === null) return now;
	const enteredAt = { ...now.enteredAt, [segment]: now.enteredAt[segment] ?? at };
	return { ...now, enteredAt, segment: open(now, segment, at, plan) };
}

/** A piece that is opened again goes on with what it had left. */
function open(now: Progress, id: string, at: number, plan: (id: string) => number): Box {
	const total = plan(id) + (now.granted[id] ?? 0);
	const clock = timebox(total - (now.spent[id] ?? 0));
	return { id, total, clock: now.paused ? clock : start(clock, at) };
}

function stopClocks(now: Progress, at: number): Progress {
	const stop = (box: Box | null) => box && { ...box, clock: pause(box.clock, at) };
	return { ...now, segment: stop(now.segment), item: stop(now.item) };
}

function startClocks(now: Progress, at: number): Progress {
	const go = (box: Box | null) => box && { ...box, clock: start(box.clock, at) };
	return { ...now, segment: go(now.segment), item: go(now.item) };
}

function leaveItem(now: Progress, at: number): Progress {
	return { ...now, item: null, spent: recordSpent(now.spent, now.item, at) };
}

function leaveAll(now: Progress, at: number): Progress {
	const left = leaveItem(now, at);
	return { ...left, segment: null, spent: recordSpent(left.spent, now.segment, at) };
}

function recordSpent(spent: Progress['spent'], box: Box | null, at: number): Progress['spent'] {
	return box ? { ...spent, [box.id]: spentIn(box, at) } : spent;
}

/** Milliseconds spent in a box that is open. */
export function spentIn(box: Box, now: number): number {
	return box.total - (box.clock.state === 'paused' ? box.clock.left : box.clock.endsAt - now);
}
