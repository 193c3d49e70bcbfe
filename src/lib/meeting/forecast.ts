import type { HotItem } from './hot-item.ts';
import { timeSpent } from './pacing.ts';
import type { MeetingEvent, Progress } from './progress.ts';
import type { Segment } from './segment.ts';
import { left, minutes } from './timebox.ts';

/** The target of an `extended` event that moves the planned end of the whole meeting. */
export const wholeMeeting = 'meeting';

/** Below this nobody needs to be bothered with a way back. */
const worthSaying = minutes(2);
/** What a segment keeps when others take from it, in minutes; a close in a hurry decides nothing. */
const floor = (segment: Segment) => (segment.kind === 'wrap-up' ? 5 : 1);
const mostSegmentsToTakeFrom = 2;

/** Something the chair may do to end in time. `words` is what the button says. */
export type WayBack = { words: string } & (
	| { way: 'take'; segment: string; title: string; minutes: number }
	/** `segment` is the hot items' segment that then needs `minutes` less. */
	| { way: 'park'; item: string; title: string; segment: string; minutes: number }
	| { way: 'extend'; minutes: number; endsAt: number }
);

export type Forecast = {
	endsAt: number;
	/** Milliseconds past the planned end, negative when ahead. */
	lateBy: number;
	words: string;
	ways: WayBack[];
};

/** `segments` and `items` in agenda order; times in milliseconds on the server's clock. */
export type Course = {
	segments: readonly Segment[];
	items: readonly HotItem[];
	progress: Progress;
	startsAt: number;
	endsAt: number;
};

/**
 * When the meeting is meant to end: with its slot, or, when it is held at quite another time, as long
 * after its start as it was given. All in milliseconds.
 */
export function plannedEnd(slot: { startsAt: number; length: number }, startedAt: number | null) {
	const isInSlot = startedAt === null || Math.abs(startedAt - slot.startsAt) <= minutes(60);
	return (isInSlot ? slot.startsAt : startedAt) + slot.length;
}

/** When the meeting will end if nobody does anything, and what the chair could do about it. */
export function forecast(course: Course, now: number): Forecast {
	const plannedEnd = course.endsAt + (course.progress.granted[wholeMeeting] ?? 0);
	const endsAt = expectedEnd(course, now);
	const lateBy = endsAt - plannedEnd;
	const bothers = course.progress.state === 'live' && lateBy >= worthSaying;
	return {
		endsAt,
		lateBy,
		words: inWords(lateBy),
		ways: bothers ? waysBack(course, Math.ceil(lateBy / minutes(1)), endsAt, now) : []
	};
}

function expectedEnd(course: Course, now: number): number {
	const { progress, startsAt } = course;
	if (progress.closedAt !== null) return progress.closedAt;
	const from = progress.state === 'draft' ? Math.max(now, startsAt) : now;
	const current = progress.segment ? Math.max(0, left(progress.segment.clock, now)) : 0;
	return ahead(course).reduce((at, segment) => at + timeLeft(segment, course, now), from + current);
}

function inWords(lateBy: number): string {
	const whole = Math.round(Math.abs(lateBy) / minutes(1));
	if (whole === 0) return 'Meeting on time';
	return lateBy > 0 ? `${whole} min over` : `${whole} min ahead`;
}

/**
 * The segments still to come: those behind the one that is open. Who skipped one does not mean to
 * return to it. When the open one was deleted, what was never entered is still to come.
 */
function ahead({ segments, progress }: Course): readonly Segment[] {
	const open = segments.findIndex(({ id }) => id === progress.segment?.id);
	if (open >= 0) return segments.slice(open + 1);
	return segments.filter(({ id }) => !(id in progress.enteredAt));
}

/** Milliseconds a segment has left of its plan and what it was granted. */
function timeLeft(segment: Segment, { progress }: Course, now: number): number {
	const given = minutes(segment.minutes) + (progress.granted[segment.id] ?? 0);
	return Math.max(0, given - timeSpent(segment.id, progress, now));
}

/** Whole minutes a segment can do without. */
function spare(segment: Segment, course: Course, now: number): number {
	return Math.max(0, Math.floor(timeLeft(segment, course, now) / minutes(1)) - floor(segment));
}

function waysBack(course: Course, needed: number, endsAt: number, now: number): WayBack[] {
	const takes = ahead(course)
		.map((segment) => ({ segment, spare: spare(segment, course, now) }))
		.filter(({ spare }) => spare > 0)
		.toSorted((one, other) => other.spare - one.spare)
		.slice(0, mostSegmentsToTakeFrom)
		.map(({ segment: { id, title }, spare }): WayBack => {
			const count = Math.min(spare, needed);
			const words = `Take ${count} min from ${title}`;
			return { way: 'take', segment: id, title, minutes: count, words };
		});
	const words = `Extend the meeting by ${needed} min`;
	return [...takes, ...parking(course, now), { way: 'extend', minutes: needed, endsAt, words }];
}

/** The last open hot item, as long as there is a segment now or ahead in which it would come up. */
function parking(course: Course, now: number): WayBack[] {
	const item = course.items.findLast(({ state }) => state === 'open');
	const open = course.segments.find(({ id }) => id === course.progress.segment?.id);
	const segment = [...(open ? [open] : []), ...ahead(course)].findLast(
		({ kind }) => kind === 'hot-items'
	);
	if (!item || !segment) return [];
	const count = Math.min(Math.max(0, Math.round(item.minutes)), spare(segment, course, now));
	const saving = count > 0 ? ` and save ${count} min` : '';
	const words = `Park ${item.title}${saving}`;
	return [
		{ way: 'park', item: item.id, title: item.title, segment: segment.id, minutes: count, words }
	];
}

/** What accepting a way back grants or takes, for `extended` events; parking the item is separate. */
export function grants(
	way: WayBack
): Pick<Extract<MeetingEvent, { type: 'extended' }>, 'target' | 'by_ms'>[] {
	if (way.way === 'extend') return [{ target: wholeMeeting, by_ms: minutes(way.minutes) }];
	return way.minutes > 0 ? [{ target: way.segment, by_ms: -minutes(way.minutes) }] : [];
}
