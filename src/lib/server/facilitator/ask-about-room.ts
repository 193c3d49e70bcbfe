import type { AskTask } from '#lib/facilitator/proposal.ts';
import type { Answer } from '../llm/answer.ts';
import type { Model } from '../llm/ask-model.ts';
import { askForItems } from './ask-for-items.ts';
import { isKnown, readProposal, type Proposed } from './read-proposal.ts';
import { prompts, type RoomPrompt } from './room-prompt.ts';

/**
 * Asks a model about a meeting, and hands over each thing it proposes as soon as it is whole and holds.
 *
 * @param person whoever asks
 * @returns how many were handed over
 */
export async function askAboutRoom(
	model: Pick<Model, 'ask'>,
	{ task, person, prompt }: { task: AskTask; person: string; prompt: RoomPrompt },
	signal: AbortSignal,
	propose: (one: Proposed) => void
): Promise<Answer<number>> {
	const { schema, mostTokens, mostItems, task: words } = prompts[task];
	const told = [...prompt.known];
	return askForItems<Proposed>(
		model,
		{
			...{ task: words, data: prompt.data, schema, mostTokens, mostItems },
			read: (said) => readProposal(said, task, prompt),
			isKnown: (one) => isKnown(one, told)
		},
		person,
		signal,
		(one) => {
			told.push(one.words);
			propose(one);
		}
	);
}
