import * as v from 'valibot';

/** What `public.read_notice` answers: one thing somebody is told of, as they may read it. */
export const NoticeFacts = v.object({
	team: v.object({ id: v.string(), name: v.string() }),
	/** Empty for an action of a sealed item, which is in no mail. */
	words: v.string(),
	by: v.nullable(v.string()),
	about: v.nullable(v.string()),
	due: v.nullable(v.string()),
	meeting: v.nullable(v.string()),
	line: v.string(),
	lineKind: v.string(),
	mayWrite: v.boolean()
});
export type NoticeFacts = v.InferOutput<typeof NoticeFacts>;
