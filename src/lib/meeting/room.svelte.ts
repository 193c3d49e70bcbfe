import { createContext } from 'svelte';
import type { LiveMeeting } from '#lib/live/live-meeting.svelte.ts';
import { heading, type Term } from '#lib/team/terms.ts';
import { byOrder } from './agenda.ts';
import { plannedEnd, type Course } from './forecast.ts';
import type { FreshRows } from './fresh-rows.svelte.ts';
import type { HotItem } from './hot-item.ts';
import { firstName, type Person } from './person.ts';
import type { RoomRows } from './room-rows.ts';
import type { Segment } from './segment.ts';
import { minutes } from './timebox.ts';

const someone: Omit<Person, 'id'> = {
	name: 'Someone',
	title: '',
	hue: 1,
	role: 'member',
	current: false
};

/** The room as one person sees it: the live meeting, the rows beside it, and where they look. */
export class Room {
	readonly live: LiveMeeting;
	readonly #rows: FreshRows<RoomRows>;
	/** The segment this person chose to look at; null while they follow the chair. */
	#lookingAt = $state<string | null>(null);
	/** The panel a phone shows. */
	panel = $state<'now' | 'notes' | 'outcomes' | 'agenda'>('notes');
	/** The outcome whose fields are open. */
	editing = $state<string | null>(null);

	constructor(live: LiveMeeting, rows: FreshRows<RoomRows>) {
		this.live = live;
		this.#rows = rows;
	}

	get rows(): RoomRows {
		return this.#rows.all;
	}

	/** Shows what a form of this page has just changed. */
	refresh(): Promise<void> {
		return this.#rows.refresh();
	}

	get me(): Person {
		return this.person(this.live.person);
	}

	/** People who sit in the team now. */
	get team(): Person[] {
		return this.rows.people.filter((person) => person.current);
	}

	/** Those who take part; observers only read. */
	get members(): Person[] {
		return this.team.filter((person) => person.role !== 'observer');
	}

	get chair(): Person | null {
		const { chair } = this.live.progress;
		return chair === null ? null : this.person(chair);
	}

	get isChair(): boolean {
		return this.live.progress.chair === this.live.person;
	}

	get isDraft(): boolean {
		return this.live.progress.state === 'draft';
	}

	person(id: string): Person {
		return this.rows.people.find((person) => person.id === id) ?? { id, ...someone };
	}

	firstName(id: string): string {
		return firstName(this.person(id).name);
	}

	/** A word as this team says it, for a heading or a button. */
	heading(term: Term, count = 1): string {
		return heading(this.rows.team.terms, term, count);
	}

	/** The segment shown: where the meeting is, unless this person looks elsewhere. */
	get segment(): Segment | undefined {
		const segments = this.live.orderedSegments;
		const id = this.#lookingAt ?? this.live.progress.segment?.id;
		return (
			segments.find((segment) => segment.id === id) ?? (this.isDraft ? undefined : segments[0])
		);
	}

	get isLookingElsewhere(): boolean {
		return this.#lookingAt !== null && this.#lookingAt !== this.live.progress.segment?.id;
	}

	lookAt(segment: string): void {
		this.#lookingAt = segment === this.live.progress.segment?.id ? null : segment;
		this.live.presence.say({ viewing: this.#lookingAt });
	}

	follow(): void {
		this.#lookingAt = null;
		this.live.presence.say({ viewing: null });
	}

	/** What the forecast of the finish is made from. */
	get course(): Course {
		const { progress } = this.live;
		const startsAt = Date.parse(this.rows.meeting.startsAt);
		const slot = { startsAt, length: minutes(this.rows.meeting.minutes) };
		return {
			segments: this.live.orderedSegments,
			items: this.live.items.all.toSorted(byOrder),
			progress,
			startsAt: progress.startedAt ?? startsAt,
			endsAt: plannedEnd(slot, progress.startedAt)
		};
	}

	/** The hot item that is worked on now. */
	get item(): HotItem | undefined {
		const id = this.live.progress.item?.id;
		return id ? this.live.items.get(id) : undefined;
	}

	/** The segments and hot items that are sealed. */
	get sealed(): ReadonlySet<string> {
		return new Set(
			[...this.live.seals.all].flatMap(([place, { isSealed }]) => (isSealed ? place : []))
		);
	}

	/** Where a line written now belongs. */
	get notesId(): string | undefined {
		const { segment, item } = this;
		return segment?.kind === 'hot-items' && item ? item.id : segment?.id;
	}
}

const [useRoom, setRoom] = createContext<Room>();
export { setRoom, useRoom };
