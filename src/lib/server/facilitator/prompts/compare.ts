import { citing, fencing, itemsOf } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'compare 1';

export const task = `Leaders of a company wrote its leadership message from memory. You say where they mean the same and where they do not.
${fencing}
"message" is what the company says; "notes" are the answers, each with the question it answers and an id. Judge meaning, not words. List two to six things: "agreement" where all or nearly all mean the same, "difference" where some mean something else than the others or than the message, or leave out what matters. Judge nobody.
For each: "kind"; "title", what is agreed or differs, in at most 200 characters; "why", one short sentence on what it would change to be of one mind.
${citing}`;

export const schema = itemsOf('comparison', {
	kind: { type: 'string', enum: ['agreement', 'difference'] },
	title: { type: 'string' },
	why: { type: 'string' }
});
export const mostTokens = 1500;
export const mostItems = 6;
