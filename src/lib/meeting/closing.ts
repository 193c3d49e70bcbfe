import type { Outcome } from './outcome.ts';

/** An action that nobody owns, or that is due on no day, or whose owner has left the team. */
export type Loose = { outcome: Outcome; missing: ('owner' | 'due')[]; reason: string };

export type ClosingGate = { loose: Loose[]; mayClose: boolean };

/**
 * What stands between the meeting and its close. The chair may pass it knowingly: the gate asks,
 * it does not lock. `isMember` says whether an owner is still in the team.
 */
export function closingGate(
	outcomes: readonly Outcome[],
	isMember: (person: string) => boolean = () => true
): ClosingGate {
	const loose = outcomes
		.filter(({ kind }) => kind === 'action')
		.map((outcome) => look(outcome, isMember))
		.filter(({ missing }) => missing.length > 0);
	return { loose, mayClose: loose.length === 0 };
}

function look(outcome: Outcome, isMember: (person: string) => boolean): Loose {
	const { owner, due } = outcome;
	const left = owner !== null && !isMember(owner);
	const noOwner = owner ? (left ? 'its owner has left the team' : '') : 'no owner';
	const noDate = due ? '' : 'no due date';
	const reason = [noOwner, noDate].filter(Boolean).join(' and ');
	return {
		outcome,
		missing: [...(noOwner ? ['owner' as const] : []), ...(noDate ? ['due' as const] : [])],
		reason: reason.charAt(0).toUpperCase() + reason.slice(1)
	};
}
