import { failureWords, type Failure } from './answer.ts';
import type { Model, Question } from './ask-model.ts';
import { askerOf } from './asker.ts';

/** What came of the last probe, and when (milliseconds). */
export type Probe =
	{ state: 'asking' } | { state: 'works'; at: number } | { state: Failure; at: number };

const question: Question<true> = {
	task: 'Answer {"works": true} and nothing else.',
	data: '{}',
	schema: {
		name: 'probe',
		json: {
			type: 'object',
			properties: { works: { type: 'boolean' } },
			required: ['works'],
			additionalProperties: false
		}
	},
	mostTokens: 20,
	asker: askerOf('nobody'),
	read: (answer) =>
		typeof answer === 'object' && answer !== null && 'works' in answer && answer.works === true
			? { value: true }
			: { wrong: 'It is not {"works": true}.' }
};

/** Asks for the smallest answer that has a shape, of at most twenty tokens. */
export async function probe(
	model: Pick<Model, 'ask'>,
	now: () => number,
	signal: AbortSignal
): Promise<Probe> {
	const { state } = await model.ask(question, signal);
	return { state: state === 'answered' ? 'works' : state, at: now() };
}

/** What is lacking, and what an operator does about it; a model that was cut off at least speaks. */
const advice: Partial<Record<Failure, string>> = {
	'no JSON':
		'Its server does not see to the shape of answers. Try AI_SCHEMA=json_object or prompt.',
	wrong: 'It does not keep to a schema. Try AI_SCHEMA=json_object or prompt, or a larger model.',
	'cut off':
		'It needed more than the twenty tokens of the probe. Models that think first do; if it is one, this does not matter.',
	slow: 'The server may still be loading the model. It is tried again every five minutes.',
	unreachable: 'Check OPENAI_BASE_URL, and that the server runs.',
	failed: 'Check OPENAI_API_KEY and OPENAI_MODEL, and AI_API: not every server speaks responses.',
	'no model': 'Check OPENAI_BASE_URL: it usually ends in /v1.',
	'no quota': 'Add credit to the account of the key.',
	limited: 'It is tried again every five minutes.'
};

/** The outcome in a sentence or two. */
export function probeWords(probe: Probe): string {
	if (probe.state === 'asking') return 'It is being asked for the first time.';
	if (probe.state === 'works') return 'It works: it answered in the shape it was asked for.';
	return [`${failureWords[probe.state]}.`, advice[probe.state]].filter(Boolean).join(' ');
}

/** Whether people may be offered it: a model that thinks first is cut off by the probe, and works. */
export const isUsable = ({ state }: Probe): boolean => state === 'works' || state === 'cut off';
