import { randomUUID } from 'node:crypto';
import type { Drafted, DraftTask } from '#lib/facilitator/draft.ts';
import type { Input } from '#lib/facilitator/proposal.ts';
import type { Database } from '../database/database.ts';
import type { Ai } from '../llm/ai.ts';
import { failureWords, type Failure } from '../llm/answer.ts';
import { refusals, reserveCall, settleCall } from '../llm/budget.ts';
import { probeWords } from '../llm/probe.ts';
import { tokensIn } from '../llm/tokens.ts';
import { askForItems, type ItemsQuestion } from './ask-for-items.ts';

/** One question of a draft; a long transcript takes several. */
export type DraftQuestion = Omit<ItemsQuestion<Drafted>, 'isKnown'> & {
	/** Said when nothing could be asked about this part: how far it had come. */
	upTo?: string;
};

/** What somebody wants drafted, made of what they may read. */
export type WantedDraft = {
	task: DraftTask;
	team: string;
	meeting: string | null;
	/** What it is about where that is no meeting. */
	subject: string | null;
	person: string;
	version: string;
	questions: readonly DraftQuestion[];
	inputs: readonly Input[];
	isKnown: (item: Drafted, before: readonly Drafted[]) => boolean;
	/** Said where the model finds nothing. */
	nothing: string;
};

type Options = { ai: Ai; database: Database; onFailure: (error: unknown) => void };

const lookForCancelMs = 300;

/**
 * The model outside live rooms: what it drafts is kept item by item, as soon as each is whole, so that
 * everybody who may read it sees it come. Nothing else is ever written.
 */
export class Drafting {
	readonly #options: Options;
	readonly #work = new Set<Promise<void>>();
	readonly #stop = new AbortController();

	constructor(options: Options) {
		this.#options = options;
	}

	/** Begins to draft. @returns why it does not, in a sentence; undefined when it does */
	async ask(wanted: WantedDraft): Promise<string | undefined> {
		const { ai, onFailure } = this.#options;
		if (!ai.isUsable) return probeWords(ai.state);
		const [first] = wanted.questions;
		if (!first) return 'There is nothing yet to ask about.';
		const call = randomUUID();
		const refused = await this.#reserve(call, wanted, first);
		if (refused) return refused;
		const draft = randomUUID();
		await this.#begin(draft, wanted);
		const work = this.#run(draft, call, wanted).catch(onFailure);
		this.#work.add(work);
		void work.then(() => this.#work.delete(work));
		return undefined;
	}

	/** Ends what is under way; it says so where it is shown. */
	async stop(): Promise<void> {
		this.#stop.abort();
		await Promise.all(this.#work);
	}

	/** Resolves when nothing is being drafted. */
	async settled(): Promise<void> {
		await Promise.all(this.#work);
	}

	async #reserve(id: string, wanted: WantedDraft, question: DraftQuestion) {
		const { ai, database } = this.#options;
		const { task, subject, team, meeting, person, version } = wanted;
		const asked = tokensIn(question.data + question.task + JSON.stringify(question.schema));
		const reserved = await reserveCall(
			database,
			{
				...{ id, team, meeting, person, model: ai.model.name, promptVersion: version },
				task: `draft ${task} ${subject?.slice(0, 8) ?? ''}`.trim(),
				// Asked twice at most, the second time with the first answer in it.
				tokens: 2 * asked + 3 * question.mostTokens + 200
			},
			ai.limits
		);
		return reserved === 'reserved' ? undefined : refusals[reserved];
	}

	/** What was asked for before and never answered gives way to it. */
	async #begin(id: string, wanted: WantedDraft): Promise<void> {
		const { ai, database } = this.#options;
		const { task, team, meeting, subject, person, version, inputs } = wanted;
		await database.query(
			`with gone as (
				delete from public.drafts d where d.team_id = $2::uuid and d.task = $4
					and d.meeting_id is not distinct from $3::uuid and d.subject_id is not distinct from $5::uuid
					and not exists (select from public.draft_items i where i.draft_id = d.id and i.answer = 'accepted')
			)
			insert into public.drafts (id, team_id, meeting_id, task, subject_id, model, prompt_version, inputs, asked_by)
			values ($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6, $7, $8::text::jsonb, $9::uuid)`,
			[
				...[id, team, meeting, task, subject, ai.model.name.slice(0, 120), version],
				...[JSON.stringify(inputs), person]
			]
		);
	}

	async #run(draft: string, firstCall: string, wanted: WantedDraft): Promise<void> {
		const { ai, database } = this.#options;
		const { person, team, questions, isKnown, nothing } = wanted;
		const abort = new AbortController();
		const cancel = () => abort.abort();
		this.#stop.signal.addEventListener('abort', cancel);
		const watch = setInterval(() => {
			void this.#isRunning(draft).then(
				(is) => is || cancel(),
				() => {}
			);
		}, lookForCancelMs);
		const told: Drafted[] = [];
		let keeping: Promise<unknown> = Promise.resolve();
		let call = firstCall;
		let state: 'done' | 'failed' | 'cancelled' = 'failed';
		let problem = failureWords.failed;
		try {
			for (const [at, question] of questions.entries()) {
				if (at > 0) {
					call = randomUUID();
					const refused = await this.#reserve(call, wanted, question);
					if (refused) {
						[state, problem] = ['done', `${question.upTo ?? ''} ${refused}`.trim()];
						return;
					}
				}
				const answer = await askForItems(
					ai.model,
					{ ...question, isKnown: (one) => isKnown(one, told) },
					person,
					abort.signal,
					(one) => {
						const place = told.push(one);
						keeping = keeping.then(() => this.#keep(draft, team, place, one));
					}
				);
				await keeping;
				await settleCall(database, call, answer);
				if (answer.state !== 'answered') {
					state = answer.state === 'cancelled' ? 'cancelled' : 'failed';
					problem = sorry(answer.state, told.length);
					return;
				}
			}
			[state, problem] = ['done', told.length === 0 ? nothing : ''];
		} finally {
			clearInterval(watch);
			this.#stop.signal.removeEventListener('abort', cancel);
			await keeping.catch(this.#options.onFailure);
			// Whatever happened, nobody waits for a call that is over.
			await settleCall(database, call).catch(this.#options.onFailure);
			await database.query(
				`update public.drafts set state = $2, problem = $3 where id = $1::uuid and state = 'running'`,
				[draft, state, problem.slice(0, 300)]
			);
		}
	}

	async #isRunning(draft: string): Promise<boolean> {
		const rows = await this.#options.database.query(
			`select from public.drafts where id = $1::uuid and state = 'running'`,
			[draft]
		);
		return rows.length > 0;
	}

	async #keep(draft: string, team: string, place: number, one: Drafted): Promise<void> {
		await this.#options.database.query(
			`insert into public.draft_items (id, draft_id, team_id, position, kind, words, why, extra, owner_id, due_on, cites)
			select $1::uuid, d.id, $3::uuid, $4::int, $5, $6, $7, $8, (select p.id from public.people p where p.id = $9::uuid),
				$10::date, $11::text::jsonb
			from public.drafts d where d.id = $2::uuid and d.state = 'running'`,
			[
				...[randomUUID(), draft, team, place, one.kind, one.words.slice(0, 4000)],
				...[one.why.slice(0, 500), one.extra.slice(0, 500), one.owner, one.due],
				JSON.stringify(one.cites)
			]
		);
	}
}

const sorry = (state: Failure, drafted: number) =>
	`${failureWords[state]}. ${drafted > 0 ? 'What it had drafted stays.' : 'Nothing was changed.'}`;
