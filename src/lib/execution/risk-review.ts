import { writeDay } from '#lib/calendar/day.ts';
import type { Risk } from './carried-priority.ts';

export const likelihoods = ['Unlikely', 'Possible', 'Likely'] as const;
export const impacts = ['low', 'medium', 'high'] as const;

/** `Likely, high impact`. */
export function writeRisk({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): string {
	return `${likelihoods[likelihood - 1] ?? ''}, ${impacts[impact - 1] ?? ''} impact`;
}

/** The gravest first: likelihood times impact, then the impact alone, then the earliest review. */
export function gravestFirst<One extends Pick<Risk, 'likelihood' | 'impact' | 'reviewOn'>>(
	risks: readonly One[]
): One[] {
	return risks.toSorted(
		(one, other) =>
			other.likelihood * other.impact - one.likelihood * one.impact ||
			other.impact - one.impact ||
			((one.reviewOn ?? '9') < (other.reviewOn ?? '9') ? -1 : 1)
	);
}

/** A risk that asks for the team's attention because nobody has looked at it on its day. */
export type ReviewNomination = {
	risk: string;
	title: string;
	priority: { id: string; title: string };
	words: string;
};

type Reviewed = Pick<
	Risk,
	'id' | 'title' | 'likelihood' | 'impact' | 'mitigation' | 'reviewOn' | 'quietUntil' | 'closedOn'
> & { priority: { id: string; title: string } };

export const isOverdue = (
	{ reviewOn, closedOn }: Pick<Risk, 'reviewOn' | 'closedOn'>,
	today: string
): boolean => closedOn === null && reviewOn !== null && reviewOn < today;

/**
 * Open risks whose review is overdue, the gravest first; one of which somebody said "not now" stays
 * quiet through the day they named.
 */
export function nominateReviews(risks: readonly Reviewed[], today: string): ReviewNomination[] {
	return gravestFirst(
		risks.filter(
			(risk) => isOverdue(risk, today) && (risk.quietUntil === null || risk.quietUntil < today)
		)
	).map((risk) => {
		const { id, title, priority, mitigation } = risk;
		const bare = mitigation.trim() === '' ? ' Nothing is planned against it.' : '';
		const words = `${writeRisk(risk)}. Its review was due ${writeDay(risk.reviewOn ?? today)}.${bare}`;
		return { risk: id, title, priority, words };
	});
}
