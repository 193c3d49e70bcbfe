import { addDays, dueInWords, mondayOf, weekNumber } from '#lib/calendar/day.ts';
import { questions } from '#lib/message/message.ts';
import { challengeOf, type Challenge } from './weekly-challenge.ts';
import type { WeeklyAction, WeeklyFacts, WeeklyPriority, WeeklyRisk } from './weekly-facts.ts';
import { phasesOf, type Phase } from './weekly-phases.ts';
import { counted, statusOf, type PriorityStatus } from './weekly-status.ts';

export type PriorityLine = PriorityStatus & {
	title: string;
	/** Who is accountable; null when nobody is. */
	owner: string | null;
	/** Whether that is the reader. */
	isMine: boolean;
	/** `3 of 5 milestones`, or nothing where none is set. */
	progress: string;
	/** The health score of the last snapshot, 0 to 100, and the one before. */
	health: { score: number; was: number | null } | null;
};

export type DueLine = {
	/** Of an action. */
	id?: string | undefined;
	title: string;
	owner: string | null;
	isMine: boolean;
	/** `2 days late`, `Today`, `No date`. */
	due: string;
	isLate: boolean;
	/** What it belongs to. */
	of?: string;
};

/** What the weekly mail says to one reader, in words. */
export type WeeklySummary = {
	team: { id: string; name: string };
	/** How the week is called: `Week 48`. */
	week: string;
	reader: string;
	/** What there is to know in a line, for the subject. */
	headline: string;
	phases: Phase[];
	challenge: Challenge | null;
	insights: { title: string; by: string | null }[];
	priorities: PriorityLine[];
	message: { question: string; answer: string }[];
	actions: DueLine[];
	/** Actions that need attention too, and are not listed. */
	moreActions: number;
	risks: DueLine[];
	/** Nothing to tell: the team has neither priorities, message nor open actions. */
	isEmpty: boolean;
};

const mostActions = 8;
const mostRisks = 5;

/**
 * Makes the weekly mail of what a reader may read.
 *
 * @param reader who it is for; what is theirs is marked, and comes first among the actions
 * @param week the Monday of the week it is about
 * @param today the reader's day
 */
export function summarise(
	facts: WeeklyFacts,
	reader: string,
	week: string,
	today: string
): WeeklySummary {
	const names = new Map(facts.people.map(({ id, name, isHere }) => [id, { name, isHere }]));
	/** Whoever has left owns nothing any more. */
	const nameOf = (id: string | null) => {
		const person = id === null ? undefined : names.get(id);
		return person?.isHere ? person.name : null;
	};
	const owned = <T extends { owner: string | null }>(thing: T): T =>
		nameOf(thing.owner) === null ? { ...thing, owner: null } : thing;
	const known = {
		...facts,
		priorities: facts.priorities.map(owned),
		actions: facts.actions.map(owned),
		risks: facts.risks.map(owned)
	};
	const needing = actionsNeeding(known.actions, reader, today);
	const due = (day: string | null) => {
		const { words, isLate } = dueInWords(day, today);
		return { due: words, isLate };
	};
	const whose = (owner: string | null) => ({ owner: nameOf(owner), isMine: owner === reader });
	const priorities = known.priorities.map((priority) => ({
		title: priority.title,
		...whose(priority.owner),
		...statusOf(priority, today),
		progress: progressOf(priority),
		health: lastHealth(priority)
	}));
	return {
		team: facts.team,
		week: `Week ${weekNumber(mondayOf(week))}`,
		reader: names.get(reader)?.name ?? '',
		headline: headlineOf(priorities, needing.filter((action) => isLate(action, today)).length),
		phases: phasesOf(known),
		challenge: challengeOf(known, today),
		insights: facts.insights.map(({ title, by }) => ({
			title,
			by: by === null ? null : (names.get(by)?.name ?? null)
		})),
		priorities,
		message: messageLines(facts.message),
		actions: needing
			.slice(0, mostActions)
			.map(({ id, title, owner, due: day }) => ({ id, title, ...whose(owner), ...due(day) })),
		moreActions: Math.max(0, needing.length - mostActions),
		risks: risksToReview(known.risks, today)
			.slice(0, mostRisks)
			.map(({ title, owner, reviewOn, priority }) => ({
				title,
				...whose(owner),
				...(reviewOn === null ? { due: 'No review date', isLate: false } : due(reviewOn)),
				of: priority
			})),
		isEmpty: facts.priorities.length === 0 && facts.actions.length === 0 && facts.message === null
	};
}

const isLate = ({ due }: WeeklyAction, today: string) => due !== null && due < today;

/** Late, due by Sunday, without owner or without a date; the reader's own first, then the latest. */
function actionsNeeding(
	actions: readonly WeeklyAction[],
	reader: string,
	today: string
): WeeklyAction[] {
	const sunday = addDays(mondayOf(today), 6);
	const rank = ({ owner, due }: WeeklyAction) =>
		`${owner === reader ? 0 : 1} ${due ?? (owner === null ? '0' : '9')}`;
	return actions
		.filter(({ owner, due }) => owner === null || due === null || due <= sunday)
		.toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
}

/** Those whose review is due within a week, and grave ones that nobody reviews; the gravest first. */
function risksToReview(risks: readonly WeeklyRisk[], today: string): WeeklyRisk[] {
	const grade = ({ likelihood, impact }: WeeklyRisk) => likelihood * impact;
	const soon = addDays(today, 7);
	return risks
		.filter((risk) => (risk.reviewOn === null ? grade(risk) >= 6 : risk.reviewOn <= soon))
		.toSorted((one, other) => grade(other) - grade(one));
}

function progressOf({ milestones }: WeeklyPriority): string {
	if (milestones.length === 0) return '';
	const done = milestones.filter(({ doneOn }) => doneOn !== null).length;
	return `${done} of ${counted(milestones.length, 'milestone')}`;
}

function lastHealth({ health: [last, before] }: WeeklyPriority): PriorityLine['health'] {
	return last?.score == null ? null : { score: last.score, was: before?.score ?? null };
}

function headlineOf(priorities: readonly PriorityLine[], late: number): string {
	const off = priorities.filter(({ status }) => status === 'off').length;
	const risk = priorities.filter(({ status }) => status === 'risk').length;
	const parts = [
		off > 0 && `${off} off track`,
		risk > 0 && `${risk} at risk`,
		late > 0 && `${counted(late, 'action')} late`
	].filter((part) => part !== false);
	if (parts.length > 0) return parts.join(', ');
	return priorities.length > 0 ? 'nothing is late' : 'no priority is active';
}

function messageLines(message: WeeklyFacts['message']): WeeklySummary['message'] {
	if (!message) return [];
	return questions
		.map(({ key, heading }) => ({ question: heading, answer: message[key].trim() }))
		.filter(({ answer }) => answer !== '');
}
