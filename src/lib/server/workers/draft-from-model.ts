import { draftPlan } from '#lib/execution/workers/draft-plan.ts';
import type { Database } from '../database/database.ts';
import { failureWords, type Failure } from '../llm/answer.ts';
import type { Model } from '../llm/ask-model.ts';
import { askerOf } from '../llm/asker.ts';
import { tokensIn } from '../llm/tokens.ts';
import { fromRules, type Draft } from './drafting.ts';
import { promptFor, promptVersion } from './prompt.ts';
import { planSchema, readPlan } from './read-plan.ts';
import { setTokensAside } from './token-budget.ts';

/** Long enough for forty rows. */
const mostTokens = 6000;

/**
 * Drafts with a model, and from rules when that fails: a plan there always is.
 *
 * @param tokensADay what a workspace may use in a day (UTC)
 */
export function draftFromModel(model: Model, database: Database, tokensADay: number): Draft {
	return async (task, signal) => {
		if (task.picture.byRules)
			return fromRules(
				draftPlan(task.worker, task.picture),
				'Plans from a model are turned off here, so these rows are from rules.'
			);
		const prompt = promptFor(task);
		// Asked twice at most, the second time with the first answer in it.
		const aside = 2 * (tokensIn(prompt.task + prompt.data) + 1000 + mostTokens);
		const without = (state: Failure, tokens: number) => ({
			...fromRules(
				draftPlan(task.worker, task.picture),
				`${failureWords[state]}, so these rows are from rules.`,
				tokens
			),
			tokensAside: state === 'over budget' ? 0 : aside
		});
		if (!(await setTokensAside(database, task.run, aside, tokensADay)))
			return without('over budget', 0);
		const answer = await model.ask(
			{
				task: prompt.task,
				data: prompt.data,
				schema: planSchema,
				mostTokens,
				asker: askerOf(task.askedBy ?? task.team),
				read: (said) => readPlan(said, task, prompt)
			},
			signal
		);
		if (answer.state !== 'answered') return without(answer.state, answer.tokens);
		return {
			plan: answer.value,
			madeFrom: 'AI',
			model: model.name,
			promptVersion,
			tokens: answer.tokens,
			tokensAside: aside,
			problem: ''
		};
	};
}
