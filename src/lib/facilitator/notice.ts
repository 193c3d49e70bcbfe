import type { Course } from '#lib/meeting/forecast.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { timeSpent } from '#lib/meeting/pacing.ts';
import { lateMeeting } from './late-meeting.ts';
import { looseActions, overloadedOwners } from './loose-actions.ts';
import { agendaLengths, type EarlierPace } from './next-agenda.ts';
import { outcomesInNotes } from './note-outcomes.ts';
import { numbersCall, type Called } from './numbers-call.ts';
import { offTheItem } from './off-the-item.ts';
import { quietVoices } from './quiet-voices.ts';
import { decidedBefore, saidBefore, undoneAgain } from './repeats.ts';
import type { EarlierDecision, EarlierItem, EarlierPromise } from './repeats.ts';
import { moreThanFits, skippedSegments } from './skipped.ts';
import { structure } from './structure.ts';
import type { Suggestion } from './suggestion.ts';
import { nudge } from './time-is-running.ts';
import { vagueOutcomes } from './vague-words.ts';

/** A line of the notes of a segment or hot item; `at` in milliseconds, when it was begun. */
export type Line = {
	id: string;
	of: string;
	text: string;
	author: string | null;
	at: number | null;
	struck: boolean;
};

/** What a meeting remembers of those before it. */
export type Memory = {
	items: readonly EarlierItem[];
	decisions: readonly EarlierDecision[];
	promises: readonly EarlierPromise[];
};

/** All that the facilitator looks at: where the meeting stands, and what people wrote. */
export type MeetingView = Course & {
	outcomes: readonly Outcome[];
	lines: readonly Line[];
	/** Whoever voted, once for each vote. */
	votes: readonly string[];
	/** Members of the team, and what each has open from before. */
	people: readonly { id: string; name: string; openActions: number }[];
	/** Those of them who are in the room. */
	present: ReadonlySet<string>;
	memory: Memory;
	/** What the scorecard nominates, the weightiest first. */
	called: readonly Called[];
	/** Metrics of what earlier meetings left open. */
	offered: ReadonlySet<string>;
	/** How long segments took in earlier meetings, the newest first. */
	paces: readonly EarlierPace[];
	/** ISO date. */
	today: string;
};

/**
 * Everything the rules have to say of a meeting that is live. The same view says the same to
 * everybody, so nobody has to be told by somebody else.
 *
 * @param now milliseconds on the server's clock
 */
export function notice(view: MeetingView, now: number): Suggestion[] {
	const { progress, items, outcomes, people, memory } = view;
	if (progress.state === 'draft') return agendaLengths(view.segments, view.paces);
	if (progress.state !== 'live') return [];
	const kind = kindOf(view);
	const floor = floorOf(view);
	const isMember = (person: string) => people.some(({ id }) => id === person);
	return [
		...(floor ? nudge(floor, floor.total, nextOf(view), progress, now) : []),
		...lateMeeting(view, now),
		...(floor ? offTheItem(editsOf(view), floor, (id) => titleOf(view, id), now) : []),
		...skippedSegments(view, now),
		...moreThanFits(view, now),
		...saidBefore(items, memory.items),
		...decidedBefore(items, memory.decisions),
		...looseActions(outcomes, isMember, view.today),
		...overloadedOwners(outcomes, people),
		...(kind === 'actions' ? undoneAgain(memory.promises, items) : []),
		...(kind === 'scorecard' || kind === 'hot-items'
			? numbersCall(view.called, items, view.offered)
			: []),
		...structuring(view, now),
		...vagueOutcomes(outcomes),
		...quietVoices(voicesOf(view)),
		...outcomesInNotes(
			view.lines.map(({ id, text, struck }) => ({
				id,
				text,
				isStruck: struck,
				isCaptured: outcomes.some(({ note }) => note === id)
			})),
			people
		)
	];
}

/** The question to ask on the item that has the floor. */
function structuring(view: MeetingView, now: number): Suggestion[] {
	const { progress, items, lines, outcomes } = view;
	const box = progress.item;
	const item = items.find(({ id }) => id === box?.id);
	if (!box || !item || progress.paused) return [];
	const written = lines.filter(({ of, text }) => of === item.id && text.trim() !== '').length;
	const spent = timeSpent(item.id, progress, now);
	return structure({ item, spent, total: box.total, lines: written }, outcomes);
}

function floorOf({
	progress: { item, segment, enteredAt, lastEventAt },
	items,
	segments
}: MeetingView) {
	const box = item ?? segment;
	if (!box) return undefined;
	const found = [...items, ...segments].find(({ id }) => id === box.id);
	if (!found) return undefined;
	// An item is opened by an event; until another comes that is the last one.
	const since = item ? lastEventAt : (enteredAt[box.id] ?? lastEventAt);
	return { id: box.id, title: found.title, isItem: item !== null, total: box.total, since };
}

/** What comes after what has the floor: the next open item, or the next segment. */
function nextOf({ progress: { item, segment }, items, segments }: MeetingView) {
	if (item) return items.find(({ id, state }) => state === 'open' && id !== item.id);
	const at = segments.findIndex(({ id }) => id === segment?.id);
	return at < 0 ? undefined : segments[at + 1];
}

const kindOf = ({ progress, segments }: MeetingView) =>
	segments.find(({ id }) => id === progress.segment?.id)?.kind;

const titleOf = ({ items, segments }: MeetingView, id: string) =>
	[...items, ...segments].find((one) => one.id === id)?.title;

function editsOf({ lines }: MeetingView) {
	return lines.flatMap(({ of, at }) => (at === null ? [] : [{ of, at }]));
}

/** Lines, outcomes, hot items and votes of each person here. */
function voicesOf({ people, present, lines, outcomes, items, votes }: MeetingView) {
	const acts = [
		...lines.map(({ author }) => author),
		...outcomes.map(({ by }) => by),
		...items.map(({ raisedBy }) => raisedBy),
		...votes
	];
	return people
		.filter(({ id }) => present.has(id))
		.map(({ id, name }) => ({
			person: id,
			name: name.split(' ')[0] ?? name,
			acts: acts.filter((person) => person === id).length
		}));
}
