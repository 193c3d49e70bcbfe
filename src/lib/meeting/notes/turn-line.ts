import type { LiveMeeting } from '#lib/live/live-meeting.svelte.ts';
import { capture, type Captured } from '../capture.ts';
import type { Person } from '../person.ts';

/** What of a meeting a line needs to become something. */
type Making = Pick<LiveMeeting, 'items' | 'outcomes' | 'commands' | 'progress'>;

export type TurnKind = Captured['kind'];

/** A line of the notes that becomes something; `notes` is the segment or hot item it stands in. */
export type TurningLine = { id: string; text: string; notes: string };

export type Turned = { state: 'made' | 'already'; id: string; captured: Captured };

/** How each kind is typed, so that a line turned by a key is read just as a typed one. */
const typedAs: Record<TurnKind, string> = {
	action: '[]',
	decision: '!',
	insight: 'i:',
	risk: '~',
	'hot item': '?'
};
const mark =
	/^\s*(?:[-*•]\s+)?(?:\[\s?\]|[!!??~]|i:|\/[adhir](?=\s)|#(?:action|decision|issue|hot|insight|risk)(?!\p{L})):?\s*/iu;

/** What stays in the line for people to read once it has become something. */
export function withoutMark(text: string): string {
	return text.replace(mark, '');
}

/** Reads any line as the kind somebody chose; null when there are no words in it. */
export function readAs(
	kind: TurnKind,
	text: string,
	people: readonly Person[],
	today: string
): Captured | null {
	const typed = capture(text, people, today);
	const words = typed ? withoutMark(text) : text;
	return capture(`${typedAs[kind]} ${words}`, people, today);
}

/** Makes the outcome or hot item, unless this line already became one of that kind. */
export function turnLine(live: Making, line: TurningLine, captured: Captured): Turned {
	const existing = alreadyMade(live, line, captured);
	if (existing) return { state: 'already', id: existing, captured };
	const { kind, title, owner, due } = captured;
	const source = live.items.get(line.notes);
	if (kind === 'hot item')
		return { state: 'made', id: live.commands.raise({ title, source: 'Shared notes' }), captured };

	const id = live.commands.capture({
		kind,
		title,
		due,
		owner: owner?.id ?? null,
		note: line.id,
		item: source?.id ?? null,
		segment: source ? (live.progress.segment?.id ?? null) : line.notes
	});
	return { state: 'made', id, captured };
}

function alreadyMade(live: Making, line: TurningLine, { kind, title }: Captured) {
	if (kind === 'hot item')
		return live.items.all.find((item) => item.title === title && item.state === 'open')?.id;
	return live.outcomes.all.find((one) => one.note === line.id && one.kind === kind)?.id;
}

/** The day it is where the meeting's clock is read, as an ISO date. */
export function isoDay(now: number): string {
	const day = new Date(now);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
