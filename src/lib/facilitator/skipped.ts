import { timeSpent } from '#lib/meeting/pacing.ts';
import type { Course } from '#lib/meeting/forecast.ts';
import { left, minutes } from '#lib/meeting/timebox.ts';
import type { Suggestion } from './suggestion.ts';

/** Whoever jumps ahead for a moment has not skipped anything. */
const settledIn = minutes(1);

/** Says to the chair that segments before this one were never come to. Those the chair left out on purpose are dismissed once. */
export function skippedSegments({ segments, progress }: Course, now: number): Suggestion[] {
	const at = segments.findIndex(({ id }) => id === progress.segment?.id);
	const running = segments[at];
	if (!running || now - (progress.enteredAt[running.id] ?? now) < settledIn) return [];
	return segments
		.slice(0, at)
		.filter(({ id }) => !(id in progress.enteredAt))
		.map(({ id, title }) => ({
			key: `skipped ${id}`,
			kind: 'off the item',
			audience: 'chair',
			words: `Come back to ${title}, or leave it out today`,
			why: `${title} comes before ${running.title} on the agenda, and was not reached.`,
			cites: [{ what: 'segment', id, words: title }],
			effects: [{ words: `Go to ${title}`, effect: { does: 'go on', to: id } }]
		}));
}

/** Says to the chair that the hot items still open want more minutes than their segment has left. */
export function moreThanFits({ segments, items, progress }: Course, now: number): Suggestion[] {
	const segment = segments.find(({ id }) => id === progress.segment?.id);
	if (!segment || segment.kind !== 'hot-items' || !progress.segment || progress.paused) return [];
	const room = Math.max(0, left(progress.segment.clock, now));
	const open = items.filter(({ state }) => state === 'open');
	const wanted = open.reduce(
		(sum, item) => sum + Math.max(0, minutes(item.minutes) - timeSpent(item.id, progress, now)),
		0
	);
	const last = open.at(-1);
	// One item that overruns is told by its own clock.
	if (open.length < 2 || !last || wanted - room < minutes(2)) return [];
	const whole = (ms: number) => Math.round(ms / minutes(1));
	return [
		{
			key: `more than fits ${last.id}`,
			kind: 'time is running',
			audience: 'chair',
			words: `Park ${last.title}, or take the items in another order`,
			why: `${open.length} items want ${whole(wanted)} min, and ${segment.title} has ${whole(room)} left.`,
			cites: [{ what: 'hot item', id: last.id, words: last.title }],
			effects: [{ words: 'Park it', effect: { does: 'park', item: last.id } }]
		}
	];
}
