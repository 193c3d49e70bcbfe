import { randomUUID } from 'node:crypto';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { documentName } from '#lib/live/protocol.ts';
import { askKinds, type AskTask } from '#lib/facilitator/proposal.ts';
import { modelKindOf, type SuggestionKind } from '#lib/facilitator/suggestion.ts';
import type { Person } from '#lib/meeting/person.ts';
import type { Database } from '../database/database.ts';
import type { Ai } from '../llm/ai.ts';
import { failureWords, offWords } from '../llm/answer.ts';
import { refusals, reserveCall, settleCall } from '../llm/budget.ts';
import { probeWords } from '../llm/probe.ts';
import { tokensIn } from '../llm/tokens.ts';
import type { KeptRoom } from '../sync/kept-room.ts';
import type { Rooms } from '../sync/rooms.ts';
import { askAboutRoom } from './ask-about-room.ts';
import type { Proposed } from './read-proposal.ts';
import { promptForRoom, prompts, type RoomPrompt } from './room-prompt.ts';
import { lookAtRoom } from './room-sight.ts';

/** What somebody in the room wants of the model, with what they may see. */
export type Wanted = {
	task: AskTask;
	item: string | null;
	meeting: string;
	team: string;
	person: string;
	people: readonly Person[];
	/** Their day (ISO date). */
	today: string;
	/** What the team does not want of a model, or has hardly ever accepted. */
	off?: ReadonlySet<SuggestionKind>;
};

type Options = {
	ai: Ai;
	database: Database;
	rooms: Rooms;
	onFailure: (error: unknown) => void;
};

const lookForCancelMs = 250;

/**
 * The model as one more participant of live meetings: what the chair asks it for it writes into the
 * document, as proposals that people answer. It never writes anything else.
 */
export class RoomAsking {
	readonly #options: Options;
	#work = new Set<Promise<void>>();
	#stop = new AbortController();

	constructor(options: Options) {
		this.#options = options;
	}

	/** Begins to ask. @returns why it does not, in a sentence; undefined when it does */
	async ask(wanted: Wanted): Promise<string | undefined> {
		const { ai, database, rooms } = this.#options;
		if (!ai.isUsable) return probeWords(ai.state);
		if (askKinds[wanted.task].every((kind) => isOff(kind, wanted))) return offWords;
		const kept = await rooms.open(documentName('meeting', wanted.meeting));
		const standing = kept.stand();
		if (standing.state !== 'live') return 'The meeting is not live.';
		if (standing.chair !== wanted.person) return 'Only the chair asks the model.';
		const sight = lookAtRoom(documentOf(kept), wanted, wanted.people, wanted.today);
		if (!sight) return 'There is no such item, or it is sealed.';
		if (sight.lines.length === 0) return 'There is nothing in the notes yet.';
		const prompt = promptForRoom(sight);
		const { version, task, schema, mostTokens } = prompts[wanted.task];
		const id = randomUUID();
		const asked = tokensIn(prompt.data + task + JSON.stringify(schema));
		const reserved = await reserveCall(
			database,
			{
				...{ id, team: wanted.team, meeting: wanted.meeting, person: wanted.person },
				...{ task: wanted.task, model: ai.model.name, promptVersion: version },
				// Asked twice at most, the second time with the first answer in it.
				tokens: 2 * asked + 3 * mostTokens + 200
			},
			ai.limits
		);
		if (reserved !== 'reserved') return refusals[reserved];
		const work = this.#run(id, kept, wanted, prompt).catch(this.#options.onFailure);
		this.#work.add(work);
		void work.then(() => this.#work.delete(work));
		return undefined;
	}

	/** Ends what is under way; it says in its rooms that it was cancelled. */
	async stop(): Promise<void> {
		this.#stop.abort();
		await Promise.all(this.#work);
	}

	async #run(id: string, kept: KeptRoom, wanted: Wanted, prompt: RoomPrompt): Promise<void> {
		const { ai, database } = this.#options;
		const release = kept.hold();
		const abort = new AbortController();
		const cancel = () => abort.abort();
		this.#stop.signal.addEventListener('abort', cancel);
		const watch = setInterval(() => {
			if (!isWanted(kept, id)) cancel();
		}, lookForCancelMs);
		try {
			const { task, item, person } = wanted;
			documentOf(kept).asks.add({
				...{ id, task, item, by: person, at: Date.now(), state: 'running', problem: '' },
				...{ model: ai.model.name, promptVersion: prompts[task].version, inputs: prompt.inputs }
			});
			let place = 0;
			const answer = await askAboutRoom(ai.model, { task, person, prompt }, abort.signal, (one) => {
				if (!isOff(one.kind, wanted) && isWanted(kept, id)) propose(kept, id, one, place++);
			});
			await settleCall(database, id, answer);
			if (!isWanted(kept, id)) return;
			documentOf(kept).asks.change(
				id,
				answer.state === 'answered'
					? { state: 'done', problem: answer.value === 0 ? nothing[task] : '' }
					: {
							state: answer.state === 'cancelled' ? 'cancelled' : 'failed',
							problem: sorry(answer.state, place)
						}
			);
		} finally {
			clearInterval(watch);
			this.#stop.signal.removeEventListener('abort', cancel);
			// Whatever happened, nobody waits for a call that is over.
			await settleCall(database, id).catch(this.#options.onFailure);
			release();
		}
	}
}

const isOff = (proposed: string, { off }: Wanted): boolean => {
	const kind = modelKindOf(proposed);
	return kind !== undefined && off?.has(kind) === true;
};

const nothing: Record<AskTask, string> = {
	capture: 'It found nothing in the notes that is not recorded yet.',
	options: 'The notes on this item do not name two options yet.'
};

const sorry = (state: keyof typeof failureWords, proposed: number) =>
	`${failureWords[state]}. ${proposed > 0 ? 'What it had proposed stays; the' : 'The'} meeting is as it was.`;

const documentOf = ({ room }: KeptRoom) => new MeetingDocument(room.document.read());

/** Whether anybody still waits for it, and it may still be written down. */
function isWanted(kept: KeptRoom, ask: string): boolean {
	if (kept.room.sealed || kept.stand().state === 'closed') return false;
	return documentOf(kept).asks.get(ask)?.state === 'running';
}

function propose(kept: KeptRoom, ask: string, one: Proposed, place: number): void {
	documentOf(kept).proposals.add({
		...{ id: randomUUID(), ask, ...one, place },
		...{ answer: 'open', by: null, answeredAt: null }
	});
}
