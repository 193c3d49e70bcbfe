import type { HotItem } from '#lib/meeting/hot-item.ts';
import { decisionWords, type Verdict } from '#lib/learning/verdict.ts';
import type { Step } from '#lib/meeting/format.ts';
import { becomesPart } from '#lib/meeting/merge.ts';
import { outcomeOfLine, type Outcome, type OutcomeKind } from '#lib/meeting/outcome.ts';
import type { MeetingEvent } from '#lib/meeting/progress.ts';
import { longestSegment, mostSegments, toTitle, type Segment } from '#lib/meeting/segment.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { usualWatch } from '#lib/scorecard/life.ts';
import { agenda, byOrder, move, place } from '#lib/meeting/agenda.ts';
import { countBallots, type Ballot } from '#lib/meeting/absent.ts';
import { readVoteKey, voteKey } from '#lib/meeting/voting.ts';
import type {
	CascadeMessage,
	MeetingDocument,
	SuggestionAnswer,
	SuggestionShowing
} from './meeting-document.ts';

/** Who acts, what time it is on the server, and where new ids come from. */
export type Actor = { person: string; now: () => number; newId: () => string };

/**
 * Everything a person may do in a meeting, by name. Each is one transaction, so that others never
 * see half of it.
 */
export class MeetingCommands {
	#meeting: MeetingDocument;
	#actor: Actor;

	constructor(meeting: MeetingDocument, actor: Actor) {
		this.#meeting = meeting;
		this.#actor = actor;
	}

	// The clock, the chair and the agenda's course

	start(): void {
		const [first] = this.#ordered();
		this.#record({ type: 'started', segment: first?.id ?? null });
	}

	/** Moves on from `from`; does nothing when somebody else already has. */
	enter(from: string | null, to: string): void {
		this.#record({ type: 'entered', from, to });
	}

	pause(): void {
		this.#record({ type: 'paused' });
	}

	resume(): void {
		this.#record({ type: 'resumed' });
	}

	/** Gives the hot item or segment that is running more minutes. */
	extend(target: string, more: number): void {
		this.#record({ type: 'extended', target, by_ms: minutes(more) });
	}

	/** Moves minutes from a later segment to the one that runs now. */
	takeMinutes(from: string, to: string, count: number): void {
		const giver = this.#meeting.segments.get(from);
		if (!giver) return;
		this.#transact(() => {
			this.#meeting.segments.change(from, { minutes: Math.max(1, giver.minutes - count) });
			this.extend(to, count);
		});
	}

	takeChair(): void {
		this.#record({ type: 'chair taken', from: this.#meeting.progress().chair });
	}

	callForRating(): void {
		this.#record({ type: 'rating called' });
	}

	park(): void {
		this.#record({ type: 'parked' });
	}

	unpark(): void {
		this.#record({ type: 'unparked' });
	}

	/** Closes the meeting. `passed` says how many open points the chair knowingly left. */
	close(passed: number): void {
		this.#record({ type: 'closed', passed });
	}

	arrive(): void {
		const { person, now } = this.#actor;
		if (this.#meeting.arrivals.get(person) === undefined) this.#meeting.arrivals.set(person, now());
	}

	// The agenda

	addSegment(segment: Pick<Segment, 'kind' | 'title' | 'minutes'>): string | undefined {
		const ordered = this.#ordered();
		if (ordered.length >= mostSegments) return undefined;
		const id = this.#actor.newId();
		const order = place(ordered.length, ordered);
		this.#meeting.segments.add({ guide: '', ...segment, id, order });
		return id;
	}

	changeSegment(id: string, fields: Partial<Pick<Segment, 'title' | 'minutes' | 'guide'>>): void {
		const { title, minutes: length } = fields;
		this.#meeting.segments.change(id, {
			...fields,
			...(title === undefined ? {} : { title: toTitle(title) || 'Untitled' }),
			...(length === undefined
				? {}
				: { minutes: Math.min(longestSegment, Math.max(1, Math.round(length))) })
		});
	}

	moveSegment(id: string, toIndex: number): void {
		this.#meeting.segments.change(id, { order: move(this.#ordered(), id, toIndex) });
	}

	removeSegment(id: string): void {
		this.#meeting.segments.remove(id);
	}

	// Hot items

	raise(
		item: Partial<HotItem> & { title: string },
		{ isSealed = false }: { isSealed?: boolean } = {}
	): string {
		const { person, now, newId } = this.#actor;
		const ordered = this.#meeting.items.all().toSorted(byOrder);
		const raised: HotItem = {
			question: '',
			kind: 'hot',
			wants: 'resolution',
			minutes: 8,
			raisedBy: person,
			raisedAt: now(),
			source: '',
			metric: null,
			watch: usualWatch,
			state: 'open',
			mergedInto: null,
			continues: null,
			factFinder: null,
			backBy: null,
			serves: null,
			...item,
			id: newId(),
			title: toTitle(item.title),
			order: place(ordered.length, ordered)
		};
		// At once, so that nobody reads it in between.
		this.#transact(() => {
			if (isSealed) this.seal(raised.id, true);
			this.#meeting.items.add(raised);
		});
		return raised.id;
	}

	changeItem(id: string, fields: Partial<Omit<HotItem, 'id'>>): void {
		this.#meeting.items.change(id, fields);
	}

	/** Seals a hot item or a segment, with all that hangs on it, or opens it again. */
	seal(place: string, isSealed: boolean): void {
		const { person, now } = this.#actor;
		this.#meeting.seals.set(place, { type: 'seal', isSealed, at: now(), by: person });
	}

	moveItem(id: string, toIndex: number): void {
		const ordered = this.#meeting.items.all().toSorted(byOrder);
		this.#meeting.items.change(id, { order: move(ordered, id, toIndex) });
	}

	openItem(id: string): void {
		const from = this.#meeting.progress().item?.id ?? null;
		this.#record({ type: 'item opened', from, item: id });
	}

	/** Ends the work on an item for today, in the state it is left in. */
	leaveItem(id: string, state: HotItem['state']): void {
		this.#transact(() => {
			this.#meeting.items.change(id, { state });
			this.#record({ type: 'item left', item: id });
		});
	}

	/** Makes one of two items; which of them stays is not a choice, see `becomesPart`. */
	mergeItems(one: string, other: string): void {
		const items = [one, other].flatMap((id) => this.#meeting.items.get(id) ?? []);
		const [part, whole] = becomesPart(items);
		if (!part || !whole) return;
		this.#transact(() => {
			this.#meeting.items.change(part.id, { state: 'merged', mergedInto: whole.id });
			if (part.serves && !whole.serves) this.changeItem(whole.id, { serves: part.serves });
			for (const [key, given] of this.#meeting.votes.all()) {
				const { item, person } = readVoteKey(key);
				if (given && item === part.id) this.#meeting.votes.set(voteKey(whole.id, person), true);
			}
		});
	}

	/** Lets an item stand for itself again. */
	reopenItem(id: string): void {
		this.#meeting.items.change(id, { state: 'open', mergedInto: null });
	}

	/** Counts the votes of those who are away; doing so twice, or in two windows, changes nothing. */
	countBallots(ballots: readonly Ballot[]): void {
		const votes = [...this.#meeting.votes.all()].flatMap(([key, given]) => (given ? key : []));
		const { give, take } = countBallots(ballots, this.#meeting.items.all(), votes);
		if (give.length + take.length === 0) return;
		this.#transact(() => {
			for (const key of give) this.#meeting.votes.set(key, true);
			for (const key of take) this.#meeting.votes.remove(key);
		});
	}

	vote(item: string, given: boolean): void {
		const key = voteKey(item, this.#actor.person);
		if (given) this.#meeting.votes.set(key, true);
		else this.#meeting.votes.remove(key);
	}

	// Outcomes

	/**
	 * What is recorded on a hot item serves what the item serves, and an insight is about that priority,
	 * until somebody says otherwise.
	 */
	capture(
		outcome: { kind: OutcomeKind; title: string } & Partial<Omit<Outcome, 'id' | 'by' | 'at'>>
	): string {
		const { person, now, newId } = this.#actor;
		const at = this.#meeting.progress();
		const item = outcome.item ?? at.item?.id ?? null;
		const serves = (item ? this.#meeting.items.get(item)?.serves : null) ?? null;
		const captured: Outcome = {
			owner: null,
			due: null,
			note: null,
			segment: at.segment?.id ?? null,
			item,
			serves,
			...(outcome.kind === 'insight' && serves?.kind === 'priority'
				? { about: { kind: 'priority', id: serves.id } }
				: {}),
			...outcome,
			title: toTitle(outcome.title),
			id: outcome.note ? outcomeOfLine(outcome.note, outcome.kind) : newId(),
			by: person,
			at: now()
		};
		this.#meeting.outcomes.add(captured);
		return captured.id;
	}

	changeOutcome(id: string, fields: Partial<Omit<Outcome, 'id'>>): void {
		this.#meeting.outcomes.change(id, fields);
	}

	removeOutcome(id: string): void {
		this.#meeting.outcomes.remove(id);
	}

	// The round, the floor, reviews and wrap-up

	checkIn(words: string): void {
		this.#meeting.checkIns.set(this.#actor.person, words.slice(0, 500));
	}

	raiseHand(up: boolean): void {
		const { person, now } = this.#actor;
		if (up) this.#meeting.hands.set(person, now());
		else this.#meeting.hands.remove(person);
	}

	/** Gives somebody the floor and lowers their hand; null when nobody has it. */
	giveFloor(person: string | null): void {
		this.#transact(() => {
			if (person === null) return this.#meeting.speaking.remove('now');
			this.#meeting.speaking.set('now', { person, since: this.#actor.now() });
			this.#meeting.hands.remove(person);
		});
	}

	review(action: string, done: boolean, note: string): void {
		this.#meeting.reviews.set(action, { done, note, by: this.#actor.person });
	}

	checkStatus(subject: 'priority' | 'objective', id: string, onTrack: boolean): void {
		this.#meeting.statuses.set(id, { subject, onTrack, by: this.#actor.person });
	}

	tell(message: Partial<Omit<CascadeMessage, 'id' | 'order'>>): string {
		const ordered = this.#meeting.cascade.all().toSorted(byOrder);
		const id = this.#actor.newId();
		const order = place(ordered.length, ordered);
		this.#meeting.cascade.add({ audience: '', body: '', teller: null, ...message, id, order });
		return id;
	}

	changeTold(id: string, fields: Partial<Omit<CascadeMessage, 'id' | 'order'>>): void {
		this.#meeting.cascade.change(id, fields);
	}

	removeTold(id: string): void {
		this.#meeting.cascade.remove(id);
	}

	markRated(): void {
		this.#meeting.rated.set(this.#actor.person, true);
	}

	/**
	 * Says what becomes of what an insight is about. To adapt or stop something is a decision, and stays
	 * the same one when it is worded anew.
	 */
	judge(insight: string, said: Omit<Verdict, 'by' | 'at' | 'decision'>, was: string): void {
		const { person, now } = this.#actor;
		this.#transact(() => {
			const before = this.#meeting.verdicts.get(insight)?.decision ?? null;
			const decided = before !== null && this.#meeting.outcomes.get(before) ? before : null;
			this.#meeting.verdicts.set(insight, {
				...said,
				by: person,
				at: now(),
				decision: this.#decide(said, was, decided)
			});
		});
	}

	#decide(
		{ verdict, became }: Omit<Verdict, 'by' | 'at' | 'decision'>,
		was: string,
		decided: string | null
	): string | null {
		if (verdict === 'keep') {
			if (decided) this.removeOutcome(decided);
			return null;
		}
		const title = toTitle(decisionWords(verdict, was, became));
		if (!decided) return this.capture({ kind: 'decision', title });
		this.changeOutcome(decided, { title });
		return decided;
	}

	/** Before the meeting: another agenda in place of the one there is. */
	useAgenda(steps: readonly Step[]): void {
		this.#transact(() => {
			for (const { id } of this.#ordered()) this.#meeting.segments.remove(id);
			for (const segment of agenda(steps, this.#actor.newId)) this.#meeting.segments.add(segment);
		});
	}

	// What the facilitator suggests

	/** Says once that something is suggested to the room, whether or not anybody answers. */
	showSuggestion(key: string, showing: Omit<SuggestionShowing, 'at'>): void {
		if (this.#meeting.shown.get(key)) return;
		const words = showing.words.slice(0, 500);
		this.#meeting.shown.set(key, { ...showing, words, at: this.#actor.now() });
	}

	/** Says for everybody how a suggestion was answered; whoever came first is heard. */
	answerSuggestion(key: string, answer: Omit<SuggestionAnswer, 'by' | 'at'>): void {
		if (this.#meeting.suggested.get(key)) return;
		const { person, now } = this.#actor;
		const words = answer.words.slice(0, 500);
		this.#meeting.suggested.set(key, { ...answer, words, by: person, at: now() });
	}

	/** Lets a suggestion that was dismissed be said again. */
	askAgain(key: string): void {
		this.#meeting.suggested.remove(key);
	}

	#ordered(): Segment[] {
		return this.#meeting.segments.all().toSorted(byOrder);
	}

	#record(event: WithoutSignature<MeetingEvent>): void {
		this.#meeting.record({ ...event, at: this.#actor.now(), by: this.#actor.person });
	}

	#transact(change: () => void): void {
		this.#meeting.doc.transact(change);
	}
}

type WithoutSignature<Event> = Event extends unknown ? Omit<Event, 'at' | 'by'> : never;
