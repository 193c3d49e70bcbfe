import { createContext } from 'svelte';
import type { Progress } from '#lib/meeting/progress.ts';
import { byOrder } from '#lib/meeting/agenda.ts';
import { MeetingCommands } from './meeting-commands.ts';
import { MeetingDocument } from './meeting-document.ts';
import { ProposalCommands } from './proposal-commands.ts';
import { OpenDocument, type OpenDocumentOptions } from './open-document.svelte.ts';
import { Reactive, ReactiveValues, Reading } from './reactive.svelte.ts';

/** A meeting as components see it: its document, its connection, the clock and who is here. */
export class LiveMeeting extends OpenDocument {
	readonly id: string;
	readonly document: MeetingDocument;
	readonly commands: MeetingCommands;
	readonly segments;
	readonly items;
	readonly outcomes;
	readonly cascade;
	readonly votes;
	readonly hands;
	readonly speaking;
	readonly checkIns;
	readonly arrivals;
	readonly reviews;
	readonly statuses;
	readonly rated;
	readonly suggested;
	readonly asks;
	readonly proposals;
	readonly proposalCommands: ProposalCommands;
	readonly shown;
	readonly verdicts;
	readonly seals;
	#progress: Reading<Progress>;

	constructor({ meeting, ...options }: { meeting: string } & OpenDocumentOptions) {
		super({ kind: 'meeting', id: meeting }, options);
		this.id = meeting;
		this.document = new MeetingDocument(this.doc);
		const { document } = this;
		const actor = {
			person: options.person,
			now: () => this.connection.clock.now(),
			newId: () => crypto.randomUUID()
		};
		this.commands = new MeetingCommands(document, actor);
		this.proposalCommands = new ProposalCommands(document, actor);
		this.segments = new Reactive(document.segments);
		this.items = new Reactive(document.items);
		this.outcomes = new Reactive(document.outcomes);
		this.cascade = new Reactive(document.cascade);
		this.votes = new ReactiveValues(document.votes);
		this.hands = new ReactiveValues(document.hands);
		this.speaking = new ReactiveValues(document.speaking);
		this.checkIns = new ReactiveValues(document.checkIns);
		this.arrivals = new ReactiveValues(document.arrivals);
		this.reviews = new ReactiveValues(document.reviews);
		this.statuses = new ReactiveValues(document.statuses);
		this.rated = new ReactiveValues(document.rated);
		this.suggested = new ReactiveValues(document.suggested);
		this.asks = new Reactive(document.asks);
		this.proposals = new Reactive(document.proposals);
		this.verdicts = new ReactiveValues(document.verdicts);
		this.shown = new ReactiveValues(document.shown);
		this.seals = new ReactiveValues(document.seals);
		this.#progress = new Reading(
			() => document.progress(),
			(update) => {
				const stops = [
					document.observeEvents(update),
					document.segments.observe(update),
					document.items.observe(update)
				];
				return () => stops.forEach((stop) => stop());
			}
		);
		document.observeEvents(this.heardMove);
	}

	protected override get hasContent(): boolean {
		return this.segments.all.length > 0;
	}

	/** Where the meeting stands. */
	get progress(): Progress {
		return this.#progress.value;
	}

	get orderedSegments() {
		return this.segments.all.toSorted(byOrder);
	}
}

const [useLiveMeeting, setLiveMeeting] = createContext<LiveMeeting>();
export { setLiveMeeting, useLiveMeeting };
