import * as v from 'valibot';

export const outcomeKinds = ['decision', 'action', 'insight', 'risk', 'learning'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];
export const outcomeNames: Record<OutcomeKind, string> = {
	decision: 'Decision',
	action: 'Action',
	insight: 'Insight',
	risk: 'Risk',
	learning: 'Learning'
};

/** What a retrospective leaves behind. An action has one owner and a day (ISO date). */
export const Outcome = v.object({
	id: v.string(),
	kind: v.picklist(outcomeKinds),
	title: v.string(),
	owner: v.nullish(v.string(), null),
	due: v.nullish(v.pipe(v.string(), v.isoDate()), null),
	theme: v.nullish(v.string(), null),
	at: v.optional(v.number(), 0)
});
export type Outcome = v.InferOutput<typeof Outcome>;

export const longestOutcome = 500;
