import * as v from 'valibot';

/** What a model may be asked for in the room. */
export const askTasks = ['capture', 'options'] as const;
export type AskTask = (typeof askTasks)[number];

/** What each of them may come to. */
export const askKinds = {
	capture: ['insight', 'decision', 'action'],
	options: ['option']
} as const satisfies Record<AskTask, readonly string[]>;

/** One thing a model was given: what it is, its id, and a hash of what it said then. */
export const Input = v.object({ kind: v.string(), id: v.string(), hash: v.string() });
export type Input = v.InferOutput<typeof Input>;

/** A call to a model that somebody in the room asked for. Times are milliseconds. */
export const Ask = v.object({
	id: v.string(),
	task: v.picklist(askTasks),
	/** The hot item it is about; null for the whole meeting. */
	item: v.nullish(v.string(), null),
	by: v.string(),
	at: v.number(),
	state: v.picklist(['running', 'done', 'cancelled', 'failed']),
	/** Why there is not more, in a sentence. */
	problem: v.optional(v.string(), ''),
	model: v.optional(v.string(), ''),
	promptVersion: v.optional(v.string(), ''),
	inputs: v.optional(v.array(Input), [])
});
export type Ask = v.InferOutput<typeof Ask>;

/** What a model proposes, until a person answers. */
export const Proposal = v.object({
	id: v.string(),
	ask: v.string(),
	kind: v.picklist(['insight', 'decision', 'action', 'option']),
	words: v.string(),
	why: v.optional(v.string(), ''),
	owner: v.nullish(v.string(), null),
	due: v.nullish(v.string(), null),
	/** The lines of the notes it rests on, as they stood there. */
	cites: v.array(v.object({ note: v.string(), words: v.string() })),
	place: v.number(),
	answer: v.optional(v.picklist(['open', 'accepted', 'dismissed']), 'open'),
	by: v.nullish(v.string(), null),
	answeredAt: v.nullish(v.number(), null)
});
export type Proposal = v.InferOutput<typeof Proposal>;

/** A server that answers for longer than this has ended. */
const longest = 150_000;

/** Whether a model is at work on it. */
export const isRunning = ({ state, at }: Ask, now: number): boolean =>
	state === 'running' && now - at < longest;

/** The outcome an accepted proposal becomes: an option that is taken is a decision. */
export const outcomeKindOf = ({ kind }: Pick<Proposal, 'kind'>) =>
	kind === 'option' ? 'decision' : kind;

/** Those nobody has answered, in the order in which they came. */
export function openProposals(all: readonly Proposal[], asks: readonly Ask[]): Proposal[] {
	const askedAt = new Map(asks.map(({ id, at }) => [id, at]));
	return all
		.filter(({ answer }) => answer === 'open')
		.toSorted(
			(one, other) =>
				(askedAt.get(one.ask) ?? 0) - (askedAt.get(other.ask) ?? 0) || one.place - other.place
		);
}
