import { citing, fencing, itemsOf, nullableText } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'transcript 1';

export const task = `You take the minutes of a leadership team's meeting from a transcript of what was said.
${fencing}
"notes" are turns of the transcript, in order, as a program heard them: expect wrong words and half sentences. List what the meeting leaves behind: insights (something the team learned), decisions (something the team settled) and actions (something a person said they will do, or was asked to do and agreed). List nothing that was only discussed, asked, joked or wished for, and nothing that "recorded" or "proposed" say already. An empty list is a good answer.
For each: "kind"; "title" in at most 120 characters, plain British English, as the team would write it; "why" in one short sentence, naming what was said; "owner", the id of the one person who takes an action, such as "[P1]", or null when nobody said; "due", an ISO date after "today" and not after "until", or null when none was named.
${citing}`;

export const schema = itemsOf('minutes', {
	kind: { type: 'string', enum: ['insight', 'decision', 'action'] },
	title: { type: 'string' },
	why: { type: 'string' },
	owner: nullableText,
	due: nullableText
});
export const mostTokens = 2000;
export const mostItems = 15;
