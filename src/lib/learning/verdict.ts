import * as v from 'valibot';
import { Changeable } from './about.ts';

/** Whether what an insight is about is kept as it is, adapted, or stopped. */
export const verdictKinds = ['keep', 'adapt', 'stop'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** What the room made of an insight in a strategy review. */
export const Verdict = v.object({
	verdict: v.picklist(verdictKinds),
	by: v.string(),
	at: v.number(),
	/** What is changed or stopped; null when nothing is named. */
	subject: v.fallback(v.nullish(Changeable, null), null),
	/** Its new words. */
	became: v.optional(v.string(), ''),
	/** The decision it is. */
	decision: v.nullish(v.string(), null)
});
export type Verdict = v.InferOutput<typeof Verdict>;

/** The decision in words, as it stands in the recap. */
export function decisionWords(verdict: VerdictKind, was: string, became: string): string {
	if (verdict === 'stop') return was ? `Stop: ${was}` : 'Stop what this insight is about';
	return was && became ? `Change “${was}” to “${became}”` : `Change it to “${became || was}”`;
}
