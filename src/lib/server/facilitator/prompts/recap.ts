import { fencing } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'recap 1';

export const task = `You write down what a leadership team's meeting came to, for people who were not there.
${fencing}
From "outcomes" alone write first one item of kind "recap": three to six plain sentences, the decisions first, then who does what by when, then what was learned and what stays open. Then, for each of "audiences" whom the outcomes concern, one item of kind "cascade": what their manager says to them, two to four sentences, what was decided, what it means for them, and when. Leave out an audience whom nothing concerns.
Bring in no number, name, date or promise that is not in "outcomes". Plain British English, no links, no markup, no praise.
For each: "kind"; "text"; "audience", one of "audiences" word by word for a cascade, null for the recap; "cites", the ids of the outcomes it rests on, at least one.`;

const item = {
	type: 'object',
	properties: {
		kind: { type: 'string', enum: ['recap', 'cascade'] },
		text: { type: 'string' },
		audience: { type: ['string', 'null'] },
		cites: { type: 'array', items: { type: 'string' } }
	},
	required: ['kind', 'text', 'audience', 'cites'],
	additionalProperties: false
};
export const schema = {
	name: 'recap',
	json: {
		type: 'object',
		properties: { items: { type: 'array', items: item } },
		required: ['items'],
		additionalProperties: false
	}
};
export const mostTokens = 2500;
export const mostItems = 13;
