import * as v from 'valibot';

/** What a model may be asked to draft outside a live room. */
export const draftTasks = ['transcript', 'recap', 'challenge', 'compare'] as const;
export type DraftTask = (typeof draftTasks)[number];

export const draftKinds = [
	'insight',
	'decision',
	'action',
	'recap',
	'cascade',
	'challenge',
	'agreement',
	'difference'
] as const;
export type DraftKind = (typeof draftKinds)[number];

/** What each task may come to. */
export const draftTaskKinds = {
	transcript: ['insight', 'decision', 'action'],
	recap: ['recap', 'cascade'],
	challenge: ['challenge'],
	compare: ['agreement', 'difference']
} as const satisfies Record<DraftTask, readonly DraftKind[]>;

/** What an item rests on: a turn, an outcome, a field of a goal or an answer, with its words. */
export const DraftCite = v.object({ kind: v.string(), id: v.string(), words: v.string() });
export type DraftCite = v.InferOutput<typeof DraftCite>;

/** One thing that was drafted. */
export type Drafted = {
	kind: DraftKind;
	words: string;
	why: string;
	/** Whom a message is for, or the wording a challenge leads to. */
	extra: string;
	owner: string | null;
	due: string | null;
	cites: DraftCite[];
};

/** The same, once it is kept, with what a person made of it. */
export type DraftItem = Drafted & {
	id: string;
	answer: 'open' | 'accepted' | 'dismissed';
	kept: string;
	answeredBy: string | null;
	/** Who worded anew what was accepted. */
	editedBy: string | null;
};

/** Something a model was asked for. `askedAt` is milliseconds. */
export type Draft = {
	id: string;
	task: DraftTask;
	subject: string | null;
	state: 'running' | 'done' | 'cancelled' | 'failed';
	problem: string;
	model: string;
	by: string | null;
	askedAt: number;
	items: DraftItem[];
};

/** A server that drafts for longer than this has ended. */
const longest = 10 * 60_000;

/** Whether a model is at work on it. */
export const isDrafting = ({ state, askedAt }: Draft, now: number): boolean =>
	state === 'running' && now - askedAt < longest;

/** What accepting an item does, on its button; nothing where there is nothing to do. */
export const acceptWords: Record<DraftKind, string> = {
	insight: 'Keep the insight',
	decision: 'Record the decision',
	action: 'Make it an action',
	recap: 'Use as the summary',
	cascade: 'Tell them this',
	challenge: 'Use this wording',
	agreement: '',
	difference: ''
};
