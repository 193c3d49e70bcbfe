import { outcomeKindOf } from '#lib/facilitator/proposal.ts';
import { toTitle } from '#lib/meeting/segment.ts';
import type { Actor } from './meeting-commands.ts';
import type { MeetingDocument } from './meeting-document.ts';

/** What people do with what a model proposes in a meeting. */
export class ProposalCommands {
	#meeting: MeetingDocument;
	#actor: Actor;

	constructor(meeting: MeetingDocument, actor: Actor) {
		this.#meeting = meeting;
		this.#actor = actor;
	}

	/**
	 * Makes an outcome of it. The outcome has the proposal's own id, so two people who accept at once
	 * make one.
	 *
	 * @returns the outcome, or undefined when somebody has answered already
	 */
	accept(id: string): string | undefined {
		const proposal = this.#meeting.proposals.get(id);
		if (proposal?.answer !== 'open') return undefined;
		const { person, now } = this.#actor;
		const ask = this.#meeting.asks.get(proposal.ask);
		const item = ask?.item ?? null;
		this.#meeting.doc.transact(() => {
			this.#meeting.proposals.change(id, { answer: 'accepted', by: person, answeredAt: now() });
			this.#meeting.outcomes.add({
				id,
				kind: outcomeKindOf(proposal),
				title: toTitle(proposal.words),
				owner: proposal.owner,
				due: proposal.due,
				by: person,
				at: now(),
				segment: this.#meeting.progress().segment?.id ?? null,
				item,
				note: proposal.cites[0]?.note ?? null,
				serves: (item ? this.#meeting.items.get(item)?.serves : null) ?? null
			});
		});
		return id;
	}

	dismiss(id: string): void {
		const proposal = this.#meeting.proposals.get(id);
		if (proposal?.answer !== 'open') return;
		const { person, now } = this.#actor;
		this.#meeting.proposals.change(id, { answer: 'dismissed', by: person, answeredAt: now() });
	}

	/** Puts what was dismissed before the room again. */
	reopen(id: string): void {
		if (this.#meeting.proposals.get(id)?.answer !== 'dismissed') return;
		this.#meeting.proposals.change(id, { answer: 'open', by: null, answeredAt: null });
	}

	/** Stops the model; the server that asked it sees this within a second. */
	cancel(ask: string): void {
		if (this.#meeting.asks.get(ask)?.state !== 'running') return;
		this.#meeting.asks.change(ask, { state: 'cancelled', problem: '' });
	}
}
