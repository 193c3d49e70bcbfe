import { writeDay } from '#lib/calendar/day.ts';

/** A decision as the ledger keeps it. */
export type Decision = {
	id: string;
	title: string;
	owner: string | null;
	/** An ISO instant. */
	at: string;
	meeting: { id: string; number: number; occursOn: string };
	/** The hot item it came of, with its question; empty when it came of none. */
	from: { title: string; question: string } | null;
	why: string;
	/** What was turned down. */
	rejected: string;
	/** An ISO date. */
	reviewOn: string | null;
	supersedes: string | null;
};

/** Whether a decision holds, is to be looked at again, or was replaced by another. */
export type Standing = 'stands' | 'due' | 'replaced';

/** By which decision each was replaced, by its id. */
export function successors(decisions: readonly Decision[]): Map<string, Decision> {
	return new Map(
		decisions.flatMap((decision) =>
			decision.supersedes ? [[decision.supersedes, decision] as const] : []
		)
	);
}

/** @param today ISO date */
export function standingOf(
	{ id, reviewOn }: Pick<Decision, 'id' | 'reviewOn'>,
	replaced: ReadonlyMap<string, unknown>,
	today: string
): Standing {
	if (replaced.has(id)) return 'replaced';
	return reviewOn !== null && reviewOn <= today ? 'due' : 'stands';
}

export type LedgerFilter = { standing: Standing | undefined; owner: string | undefined };

/** The decisions a filter lets through; those that still hold when none is asked for are all. */
export function filterLedger(
	decisions: readonly Decision[],
	{ standing, owner }: LedgerFilter,
	today: string
): Decision[] {
	const replaced = successors(decisions);
	return decisions.filter(
		(decision) =>
			(standing === undefined || standingOf(decision, replaced, today) === standing) &&
			(owner === undefined || decision.owner === owner)
	);
}

/** What a decision may replace: what was decided before it and was not replaced by another. */
export function replaceable(decision: Decision, all: readonly Decision[]): Decision[] {
	const replaced = successors(all);
	return all.filter(
		(other) =>
			other.at < decision.at &&
			(!replaced.has(other.id) || replaced.get(other.id)?.id === decision.id)
	);
}

/** A decision whose day to be looked at again has come, for the agenda. */
export type DueDecision = { decision: string; title: string; words: string };

/** What an item on the agenda is called that asks for a decision again. */
export const againTitle = (title: string): string => `Still right? ${title}`.slice(0, 300);

/** Decisions that are due, the longest first. */
export function dueDecisions(decisions: readonly Decision[], today: string): DueDecision[] {
	return filterLedger(decisions, { standing: 'due', owner: undefined }, today)
		.toSorted((one, other) => ((one.reviewOn ?? '') < (other.reviewOn ?? '') ? -1 : 1))
		.map(({ id, title, meeting, reviewOn, why }) => ({
			decision: id,
			title: againTitle(title),
			words:
				`Decided ${writeDay(meeting.occursOn, 'dated')}, to be looked at again ${writeDay(reviewOn ?? today)}.` +
				(why ? ` Why: ${why}` : '')
		}));
}
