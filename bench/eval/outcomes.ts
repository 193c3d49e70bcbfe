import { looseActions } from '../../src/lib/facilitator/loose-actions.ts';
import { vagueOutcomes } from '../../src/lib/facilitator/vague-words.ts';
import type { Outcome } from '../../src/lib/meeting/outcome.ts';
import type { RecordedMeeting } from './corpus.ts';

/** What the rules ask of the decisions and actions people really noted. Nobody has judged which are vague. */
export function scoreOutcomes(meetings: readonly RecordedMeeting[]) {
	const all = meetings.flatMap(({ id, notes }) =>
		notes.flatMap(({ kind, text }, at): Outcome[] =>
			kind === 'action' || kind === 'decision'
				? [
						{
							id: `${id} ${at}`,
							kind,
							title: text,
							owner: null,
							due: '2026-12-01',
							by: null,
							at: 0,
							segment: null,
							item: null,
							note: null,
							serves: null
						}
					]
				: []
		)
	);
	const loose = looseActions(all, () => true, '2026-11-24');
	return {
		actions: all.filter(({ kind }) => kind === 'action').length,
		ownedByAGroup: loose.filter(({ why }) => why.includes('names nobody')).length,
		ownedBySeveral: loose.filter(({ why }) => why.includes('two people')).length,
		outcomes: all.length,
		vague: vagueOutcomes(all).length
	};
}
