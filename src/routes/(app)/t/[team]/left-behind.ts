import type { OutcomeCounts } from '#lib/server/rows/meeting-outcomes.ts';
import { counted, type Terms } from '#lib/team/terms.ts';

/** `3 decisions, 5 actions, 1 risk`: what a meeting left behind. */
export function leftBehind(counts: OutcomeCounts | undefined, terms: Terms): string {
	if (!counts) return '';
	const said = [
		counts.decisions && counted(terms, 'decision', counts.decisions),
		counts.actions && counted(terms, 'action', counts.actions),
		counts.insights && counted(terms, 'insight', counts.insights),
		counts.risks && counted(terms, 'risk', counts.risks)
	].filter(Boolean);
	return said.join(', ') || 'Nothing was captured';
}
