import type { MeetingDocument } from '#lib/live/meeting-document.ts';
import { noteLines } from '#lib/live/note-lines.ts';
import { byOrder } from '#lib/meeting/agenda.ts';
import type { AskTask, Proposal } from '#lib/facilitator/proposal.ts';
import type { Person } from '#lib/meeting/person.ts';
import { isSealedAt } from '#lib/meeting/seal.ts';

/** What a model may be told of a meeting, in people's own words still. */
export type RoomSight = {
	/** ISO date. */
	today: string;
	people: readonly Person[];
	/** The hot item it is about; undefined for the whole meeting. */
	item: { id: string; title: string; question: string } | undefined;
	lines: readonly { id: string; text: string; author: string | null; of: string }[];
	recorded: readonly string[];
	proposed: readonly string[];
};

/** The newest lines are told; a meeting that wrote more has been asked about before. */
const mostLines = 300;

/**
 * Looks at a meeting for a task. What is sealed is not seen: neither the item nor its notes nor what
 * was recorded on it.
 *
 * @param people those whoever asks may see
 */
export function lookAtRoom(
	meeting: MeetingDocument,
	asked: { task: AskTask; item: string | null },
	people: readonly Person[],
	today: string
): RoomSight | undefined {
	const items = meeting.items.all().toSorted(byOrder);
	const sealed = meeting.sealed();
	const item = asked.task === 'options' ? items.find(({ id }) => id === asked.item) : undefined;
	if (asked.task === 'options' && (!item || sealed.has(item.id))) return undefined;
	const places = item
		? [item]
		: [...meeting.segments.all().toSorted(byOrder), ...items].filter(({ id }) => !sealed.has(id));
	const isHidden = new Set(
		[...sealed].flatMap((place) => noteLines(meeting.notes(place)).map(({ id }) => id))
	);
	const isAboutSealed = ({ ask, cites }: Proposal) =>
		sealed.has(meeting.asks.get(ask)?.item ?? '') || cites.some(({ note }) => isHidden.has(note));
	const lines = places.flatMap((place) =>
		noteLines(meeting.notes(place.id))
			.filter(({ id, text, struck }) => id !== '' && text.trim() !== '' && !struck)
			.map(({ id, text, author, at }) => ({ id, text, author, at: at ?? 0, of: place.title }))
	);
	return {
		today,
		people,
		item: item && { id: item.id, title: item.title, question: item.question },
		lines: lines
			.toSorted((one, other) => other.at - one.at)
			.slice(0, mostLines)
			.toSorted((one, other) => one.at - other.at)
			.map(({ at: _, ...line }) => line),
		recorded: meeting.outcomes
			.all()
			.filter((outcome) => !isSealedAt(sealed, outcome))
			.map(({ title }) => title),
		proposed: meeting.proposals
			.all()
			.filter((proposal) => !isAboutSealed(proposal))
			.map(({ words }) => words)
	};
}
