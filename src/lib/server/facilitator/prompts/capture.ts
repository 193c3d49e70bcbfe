import { citing, fencing, itemsOf, nullableText } from './common.ts';

/** Changes whenever the words or the schema below do. */
export const version = 'capture 1';

export const task = `You take the minutes of a leadership team's meeting.
${fencing}
From "notes", list what the meeting leaves behind and nobody has recorded: insights (something the team learned), decisions (something the team settled) and actions (something a person will do). List nothing that was only discussed, asked or wished for, and nothing that "recorded" or "proposed" say already. An empty list is a good answer.
For each: "kind"; "title" in at most 120 characters, plain British English, as the team would write it; "why" in one short sentence, naming what in the notes says so; "owner", the id of the one person who takes an action, such as "[P1]", or null when the notes do not say; "due", an ISO date after "today" and not after "until", or null when the notes name none.
${citing}`;

export const schema = itemsOf('minutes', {
	kind: { type: 'string', enum: ['insight', 'decision', 'action'] },
	title: { type: 'string' },
	why: { type: 'string' },
	owner: nullableText,
	due: nullableText
});
export const mostTokens = 2500;
export const mostItems = 20;
