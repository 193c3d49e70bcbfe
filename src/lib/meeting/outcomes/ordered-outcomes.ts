import { dueDate } from '../due.ts';
import { outcomeKinds, type Outcome, type OutcomeKind } from '../outcome.ts';

/** A field of the form in which an outcome is changed. */
export type OutcomeField = 'title' | 'owner' | 'due' | 'serves';

/** How long an outcome counts as just recorded, in milliseconds. */
export const freshFor = 60_000;

/** Newest first; outcomes of one instant keep the same order on every screen. */
export function newestFirst(outcomes: readonly Outcome[]): Outcome[] {
	return outcomes.toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
}

/** Outcomes under their kinds, oldest first, without the kinds nobody used. */
export function byKind(outcomes: readonly Outcome[]): { kind: OutcomeKind; outcomes: Outcome[] }[] {
	const oldestFirst = newestFirst(outcomes).toReversed();
	return outcomeKinds
		.map((kind) => ({ kind, outcomes: oldestFirst.filter((outcome) => outcome.kind === kind) }))
		.filter((group) => group.outcomes.length > 0);
}

/** What an action still lacks before the meeting can close with it. */
export function missing(outcome: Outcome): { owner: boolean; due: boolean } {
	const isAction = outcome.kind === 'action';
	return { owner: isAction && !outcome.owner, due: isAction && !outcome.due };
}

/** Days people mean most often, as buttons; each day once. */
export function quickDays(today: string): { label: string; value: string }[] {
	const days = [
		{ label: 'Tomorrow', value: dueDate('tomorrow', today) },
		{ label: 'Friday', value: dueDate('fri', today) },
		{ label: 'In a week', value: dueDate('next week', today) }
	];
	return days.flatMap(({ label, value }, index) =>
		value && days.findIndex((day) => day.value === value) === index ? [{ label, value }] : []
	);
}

/** `Mon 23 Nov`: a due date is a day of the calendar, the same for everyone. */
export function writeDay(date: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		timeZone: 'UTC'
	})
		.format(new Date(`${date}T00:00:00Z`))
		.replaceAll(',', '');
}
