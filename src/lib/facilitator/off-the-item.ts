import type { Suggestion } from './suggestion.ts';
import { minutes } from '#lib/meeting/timebox.ts';

/** An edit of notes: of which segment or item, and when (milliseconds). */
export type Edit = { of: string; at: number };

/** So far back edits are looked at, and so many make a judgement. */
const lookBack = minutes(3);
const leastEdits = 6;

/**
 * Says to the chair that most of what was written in the last three minutes belongs elsewhere. Where
 * people write says where they are; what they write is not judged.
 *
 * @param floor what has the floor: the hot item that is open, else the segment
 */
export function offTheItem(
	edits: readonly Edit[],
	floor: { id: string; title: string; since: number },
	titleOf: (id: string) => string | undefined,
	now: number
): Suggestion[] {
	// Whoever finishes a line of what was before has not drifted.
	const from = Math.max(now - lookBack, floor.since + minutes(1));
	const recent = edits.filter(({ at }) => at >= from && at <= now);
	const elsewhere = recent.filter(({ of }) => of !== floor.id);
	if (recent.length < leastEdits || elsewhere.length <= recent.length / 2) return [];
	const counts = new Map<string, number>();
	for (const { of } of elsewhere) counts.set(of, (counts.get(of) ?? 0) + 1);
	const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
	const title = most && titleOf(most[0]);
	if (!most || title === undefined) return [];
	return [
		{
			key: `off ${floor.id} ${most[0]}`,
			kind: 'off the item',
			audience: 'chair',
			words: `Come back to ${floor.title}, or go to ${title}`,
			why: `Most of what was written in the last three minutes is in ${title}.`,
			cites: [{ what: 'segment', id: most[0], words: title }],
			effects: [{ words: `Go to ${title}`, effect: { does: 'go on', to: most[0] } }]
		}
	];
}
