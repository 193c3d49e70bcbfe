import { timeSpent } from '#lib/meeting/pacing.ts';
import type { Progress } from '#lib/meeting/progress.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import type { Effect, Suggestion } from './suggestion.ts';

/** A segment or hot item that has the floor. */
export type OnTheFloor = { id: string; title: string; isItem: boolean };

/** The shares of a timebox at which something is said; the first to the chair alone. */
const steps = [
	{ at: 0.75, audience: 'chair' as const },
	{ at: 1, audience: 'room' as const },
	{ at: 1.2, audience: 'room' as const }
];
/** In a box shorter than this, three quarters are a moment. */
const shortest = minutes(4);
const more = minutes(3);

/**
 * Says at three quarters, at the end and at a fifth beyond it that a timebox runs out, with the ways
 * on: three minutes more, park it, decide it, or go on. Only the newest of the three is said, and
 * nothing while the clock stands still.
 *
 * @param total what the box was given in all, milliseconds
 * @param next what comes after it, if anything does
 */
export function nudge(
	box: OnTheFloor,
	total: number,
	next: { id: string; title: string } | undefined,
	progress: Progress,
	now: number
): Suggestion[] {
	if (progress.state !== 'live' || progress.paused || total < shortest) return [];
	const spent = timeSpent(box.id, progress, now);
	const step = steps.findLast(({ at }) => spent >= at * total);
	if (!step) return [];
	const whole = Math.max(1, Math.round(Math.abs(total - spent) / minutes(1)));
	const left = step.at < 1 ? `${whole} min are left` : `${whole} min over`;
	const effects: { words: string; effect: Effect }[] = [
		{ words: '3 min more', effect: { does: 'extend', target: box.id, by: more } },
		...(box.isItem
			? [
					{ words: 'Park it', effect: { does: 'park', item: box.id } satisfies Effect },
					{
						words: 'Decide it',
						effect: { does: 'decide', item: box.id, title: box.title } satisfies Effect
					}
				]
			: []),
		...(next
			? [
					{
						words: `Go on to ${next.title}`,
						effect: { does: 'go on', to: next.id } satisfies Effect
					}
				]
			: [])
	];
	return [
		{
			// What is granted starts it anew.
			key: `time ${box.id} ${step.at} ${Math.round(total / minutes(1))}`,
			kind: 'time is running',
			audience: step.audience,
			words:
				step.at < 1 ? `Come to a decision on ${box.title}` : `Decide, extend or park ${box.title}`,
			why: `${left} of the ${Math.round(total / minutes(1))} min it was given.`,
			cites: [{ what: box.isItem ? 'hot item' : 'segment', id: box.id, words: box.title }],
			effects: step.at < 1 ? effects.slice(0, 1) : effects
		}
	];
}
