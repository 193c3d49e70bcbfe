import { citing, fencing, itemsOf } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'options 1';

export const task = `You help a leadership team decide on one item, "item".
${fencing}
From "notes", set out the options the team has discussed, two to four of them, each one that the notes really name. Favour none. Where the notes name fewer than two, answer with an empty list.
For each: "title", the option as a decision in at most 120 characters, plain British English; "why", in one sentence what the notes say for it and against it.
${citing}`;

export const schema = itemsOf('options', {
	title: { type: 'string' },
	why: { type: 'string' }
});
export const mostTokens = 1500;
export const mostItems = 4;
