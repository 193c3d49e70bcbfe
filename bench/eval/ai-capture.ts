import type { Model } from '../../src/lib/server/llm/ask-model.ts';
import { failureWords } from '../../src/lib/server/llm/answer.ts';
import { askAboutRoom } from '../../src/lib/server/facilitator/ask-about-room.ts';
import type { Proposed } from '../../src/lib/server/facilitator/read-proposal.ts';
import { promptForRoom } from '../../src/lib/server/facilitator/room-prompt.ts';
import type { SpokenMeeting } from './ai-meetings.ts';
import { add, score, type Score } from './ai-score.ts';

/** What a model did with one meeting. */
export type Captured = {
	actions: Score;
	decisions: Score;
	/** All that it said, and what of it held: cited turns of this prompt, in their own words. */
	said: number;
	held: number;
	calls: number;
	tokens: number;
	problems: string[];
};

/** So many turns are asked about at once, as in a meeting. */
const atOnce = 300;
const none: Score = { proposed: 0, right: 0, noted: 0, found: 0 };

export const nothing: Captured = {
	...{ actions: none, decisions: none, said: 0, held: 0, calls: 0, tokens: 0, problems: [] }
};

export const together = (one: Captured, other: Captured): Captured => ({
	actions: add(one.actions, other.actions),
	decisions: add(one.decisions, other.decisions),
	said: one.said + other.said,
	held: one.held + other.held,
	calls: one.calls + other.calls,
	tokens: one.tokens + other.tokens,
	problems: [...one.problems, ...other.problems]
});

/** Asks a model to take the minutes of a recorded meeting, exactly as a room asks it. */
export async function capture(
	model: Pick<Model, 'ask'>,
	meeting: SpokenMeeting,
	signal: AbortSignal
): Promise<Captured> {
	const people = meeting.people.map(({ id, role }) => ({
		...{ id, name: role, title: role, hue: 1, role: 'member' as const, current: true }
	}));
	const proposed: Proposed[] = [];
	const result = { ...nothing, problems: [] as string[] };
	const counting: Pick<Model, 'ask'> = {
		ask: (question, stop) =>
			model.ask(
				{
					...question,
					read: (said) => {
						result.said += countItems(said);
						return question.read(said);
					}
				},
				stop
			)
	};
	for (let from = 0; from < meeting.turns.length; from += atOnce) {
		const lines = meeting.turns
			.slice(from, from + atOnce)
			.map(([author, text], at) => ({ id: String(from + at), text, author, of: 'Meeting' }));
		const prompt = promptForRoom({
			...{ today: '2026-01-05', people, item: undefined, lines, recorded: [] },
			proposed: proposed.map(({ words }) => words)
		});
		const asked = { task: 'capture', person: 'evaluation', prompt } as const;
		const answer = await askAboutRoom(counting, asked, signal, (one) => proposed.push(one));
		result.calls++;
		result.tokens += answer.tokens;
		if (answer.state !== 'answered') result.problems.push(failureWords[answer.state]);
	}
	const of = (kind: Proposed['kind']) =>
		proposed
			.filter((one) => one.kind === kind)
			.map(({ cites }) => ({ evidence: cites.map(({ note }) => Number(note)) }));
	return {
		...result,
		held: proposed.length,
		actions: score(of('action'), meeting.actions),
		decisions: score(of('decision'), meeting.decisions)
	};
}

const countItems = (said: unknown): number =>
	typeof said === 'object' && said !== null && 'items' in said && Array.isArray(said.items)
		? said.items.length
		: 0;
