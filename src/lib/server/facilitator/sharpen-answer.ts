import { randomUUID } from 'node:crypto';
import { MessageDocument } from '#lib/live/message-document.ts';
import { MessageCommands } from '#lib/live/message-commands.ts';
import { documentName } from '#lib/live/protocol.ts';
import type { Person } from '#lib/meeting/person.ts';
import { verdictOn, type Element } from '#lib/message/clarity.ts';
import { allFindings } from '#lib/message/findings.ts';
import type { GoalWords } from '#lib/message/goal-numbers.ts';
import { questions } from '#lib/message/message.ts';
import type { Database } from '../database/database.ts';
import type { Ai } from '../llm/ai.ts';
import { failureWords } from '../llm/answer.ts';
import { askerOf } from '../llm/asker.ts';
import { refusals, reserveCall, settleCall } from '../llm/budget.ts';
import { clean } from '../llm/clean.ts';
import { probeWords } from '../llm/probe.ts';
import { Pseudonyms } from '../llm/pseudonyms.ts';
import { tokensIn } from '../llm/tokens.ts';
import { withoutAddresses } from '../llm/ways-out.ts';
import type { Rooms } from '../sync/rooms.ts';
import { mostTokens, schema, task, version } from './prompts/sharpen.ts';
import { readWordings } from './read-wordings.ts';

export type Sharpening = {
	on: Element;
	team: string;
	/** Whoever asks, and what they may see. */
	person: string;
	people: readonly Person[];
	goals: readonly GoalWords[];
};

/**
 * Asks a model for sharper words of one answer of the leadership message, and puts them beside it as
 * suggestions: nothing changes until somebody accepts one.
 *
 * @returns why there are none, in a sentence; undefined when there are
 */
export async function sharpenAnswer(
	{ ai, database, rooms }: { ai: Ai; database: Database; rooms: Rooms },
	{ on, team, person, people: seen, goals }: Sharpening,
	signal: AbortSignal
): Promise<string | undefined> {
	if (!ai.isUsable) return probeWords(ai.state);
	const kept = await rooms.open(documentName('message', team));
	const release = kept.hold();
	try {
		const documentOf = () => new MessageDocument(kept.room.document.read());
		const answer = documentOf().text()[on];
		const question = questions.find(({ key }) => key === on);
		if (answer.trim() === '' || !question) return 'There is nothing to sharpen yet.';
		const people = new Pseudonyms(seen);
		const words = (text: string) => people.hide(withoutAddresses(clean(text, 4000)));
		const data = JSON.stringify({
			question: question.asks,
			answer: words(answer),
			unclear: [
				verdictOn(on, allFindings(on, answer, goals)),
				...allFindings(on, answer, goals).map(
					({ rule, words: found }) => `${rule}: ${words(found)}`
				)
			]
		});
		const id = randomUUID();
		const asked = tokensIn(data + task + JSON.stringify(schema));
		const reserved = await reserveCall(
			database,
			{
				...{ id, team, meeting: null, task: `sharpen ${on}`, person, promptVersion: version },
				...{ model: ai.model.name, tokens: 2 * asked + 3 * mostTokens + 200 }
			},
			ai.limits
		);
		if (reserved !== 'reserved') return refusals[reserved];
		const said = await ai.model.ask(
			{
				...{ task, data, schema, mostTokens, asker: askerOf(person) },
				read: (one) => readWordings(one, words(answer), people)
			},
			signal
		);
		await settleCall(database, id, said);
		if (said.state !== 'answered') return `${failureWords[said.state]}. The message is as it was.`;
		const message = documentOf();
		if (message.text()[on] !== answer)
			return 'The answer was changed meanwhile, so nothing is suggested. Ask again when it rests.';
		if (said.value.length === 0) return 'It found nothing to say more sharply.';
		const commands = new MessageCommands(message, { person, now: Date.now, newId: randomUUID });
		for (const { text, why } of said.value)
			commands.suggest({ on, from: 0, to: answer.length }, text, {
				...{ model: ai.model.name, promptVersion: version, why }
			});
		return undefined;
	} finally {
		release();
	}
}
