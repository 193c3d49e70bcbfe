import { fencing } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'challenge 1';

export const task = `You are the colleague who asks the question nobody asked about a goal of a leadership team.
${fencing}
"goal" is an objective or a key result, with what belongs to it; "doubts" are what a rule has asked already. Ask one to four other things that would make it clearer, harder to fool, or worth more: whether it says what will be different, whether the number measures that, what could be reached while the point is missed, what stands against it. Repeat no doubt.
For each: "question", one sentence; "why", one short sentence naming what in the goal raises it; "wording", the title anew where other words would answer it, else null; "about", the names of the fields of "goal" it rests on, at least one. Bring in no number, name or date that is not in the data; where one is missing, ask for it. Plain British English, no links, no markup.`;

const item = {
	type: 'object',
	properties: {
		question: { type: 'string' },
		why: { type: 'string' },
		wording: { type: ['string', 'null'] },
		about: { type: 'array', items: { type: 'string' } }
	},
	required: ['question', 'why', 'wording', 'about'],
	additionalProperties: false
};
export const schema = {
	name: 'challenges',
	json: {
		type: 'object',
		properties: { items: { type: 'array', items: item } },
		required: ['items'],
		additionalProperties: false
	}
};
export const mostTokens = 1200;
export const mostItems = 4;
