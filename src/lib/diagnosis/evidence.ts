import type { BreakdownKey } from './breakdowns.ts';
import type { PillarKey } from './pillars.ts';

/** What the rows of a team say of itself. A share is 0 to 1; null where too few rows say it. */
export type Facts = {
	/** ISO date. */
	today: string;
	/** How much of the message leaders write from memory, in the newest round. */
	recall: number | null;
	/** Actions of the last quarter. */
	actions: { all: number; linked: number; due: number; kept: number };
	/** How often a leader was to tell their team something, and said that they did. */
	told: { asked: number; done: number };
	/** Milestones that missed their day this quarter, and those called off track before it. */
	missed: { all: number; early: number };
	/** Numbers the team keeps of its people, of 100, by what the metric is called. */
	kept: { ramp: Kept | null; succession: Kept | null };
	metrics: { all: number; leading: number; perspectives: number; owned: number; answered: number };
	/** Decisions of the last four weeks. */
	decisions: { all: number; ofMetric: number };
	/** Triggers of the last quarter. */
	triggers: { fired: number; answered: number };
	seats: { all: number; vacant: number; twice: number; key: number; keyVacant: number };
	/** Days since the chart was signed; null when nobody has. */
	chartReviewed: number | null;
	priorities: {
		all: number;
		owned: number;
		planned: number;
		resourced: number;
		scoped: number;
		shared: number;
		fresh: number;
	};
	/** What waits for something else, and the oldest of what is past its day, in days. */
	blockers: { open: number; late: number; oldest: number };
	/** How many chose the lane that most chose, 0 to 1. */
	lane: number | null;
	/** Changes that were asked about again, and those still in use. */
	lasting: { asked: number; inUse: number };
	/** Fixes of processes that were measured again in the last quarter. */
	fixes: number;
	/** Processes that are mapped, and the share of time in which work only waits. */
	processes: { all: number; waiting: number | null };
};

/** A metric of the team, and its newest reading. */
export type Kept = { name: string; value: number };

export type Evidence = {
	/** What it is about, as in "Commitments kept". */
	name: string;
	/** What the rows say, or that they say too little. */
	words: string;
	/** 0 to 100; null when the rows say too little. */
	value: number | null;
	/** Where the rows are, below the team's address. */
	at: string;
};

/** So few say nothing yet. */
const enough = 4;
/** A chart reviewed this quarter counts in full, one two quarters old for nothing. */
const quarterDays = 91;

const part = (some: number, all: number) => Math.round((100 * some) / all);

/** A share of rows, where there are enough of them. */
function shareOf(
	name: string,
	some: number,
	all: number,
	words: string,
	at: string,
	least = enough
): Evidence {
	return all < least
		? { name, words: `Not enough yet: ${all} of at least ${least}`, value: null, at }
		: { name, words: `${some} of ${all} ${words}`, value: part(some, all), at };
}

function chart({ chartReviewed }: Facts): Evidence {
	const name = 'Last chart review';
	if (chartReviewed === null)
		return { name, words: 'Nobody has signed the chart yet', value: 0, at: 'structure' };
	const value = Math.round(
		100 * Math.min(1, Math.max(0, 1 - (chartReviewed - quarterDays) / quarterDays))
	);
	return { name, words: `${chartReviewed} days ago`, value, at: 'structure' };
}

const ownedSeats = ({ seats }: Facts) =>
	shareOf(
		'Seats somebody holds',
		seats.all - seats.vacant,
		seats.all,
		'seats are held',
		'structure',
		1
	);
const keptPromises = ({ actions }: Facts) =>
	shareOf(
		'Commitments kept',
		actions.kept,
		actions.due,
		'actions were done by their day this quarter',
		'actions'
	);
const toldTeams = ({ told }: Facts) =>
	shareOf(
		'Messages told to the teams',
		told.done,
		told.asked,
		'times a leader said “I told my team”',
		'meetings'
	);
const earlyRed = ({ missed }: Facts) =>
	shareOf(
		'Bad news before the day',
		missed.early,
		missed.all,
		'missed milestones were called off track before their day',
		'execution'
	);
const ofPeople = (name: string, kept: Kept | null, lacks: string): Evidence => ({
	name,
	words: kept
		? `“${kept.name}” stands at ${Math.round(kept.value)}%`
		: `Not enough yet: no metric says ${lacks}`,
	value: kept ? Math.round(kept.value) : null,
	at: 'scorecard'
});
const answeredTriggers = ({ triggers }: Facts) =>
	shareOf(
		'Triggers answered',
		triggers.answered,
		triggers.fired,
		'triggers were answered this quarter',
		'guides/kpis',
		1
	);
const ofMetric = ({ decisions }: Facts) =>
	shareOf(
		'Decisions that came of a number',
		decisions.ofMetric,
		decisions.all,
		'decisions of four weeks came of a metric',
		'scorecard',
		1
	);
const inTime = ({ blockers }: Facts): Evidence => ({
	name: 'What waits for others',
	words:
		blockers.open === 0
			? 'Not enough yet: no dependency is written down'
			: blockers.late === 0
				? `${blockers.open} open, none past its day`
				: `${blockers.late} of ${blockers.open} past their day, the oldest by ${blockers.oldest} days`,
	value: blockers.open === 0 ? null : 100 - part(blockers.late, blockers.open),
	at: 'guides/elevate'
});
const ofPriorities = (
	name: string,
	{ priorities }: Facts,
	some: keyof Facts['priorities'],
	words: string,
	at: string
) => shareOf(name, priorities[some], priorities.all, words, at, 1);

/** What the rows say about each pillar. */
export function pillarEvidence(facts: Facts): Record<PillarKey, Evidence[]> {
	const { recall, actions, metrics, seats, lane } = facts;
	return {
		strategy: [
			{
				name: 'Recall of the message',
				words:
					recall === null
						? 'Not enough yet: no recall round was revealed'
						: `Leaders write ${Math.round(100 * recall)}% of it from memory`,
				value: recall === null ? null : Math.round(100 * recall),
				at: 'message'
			},
			shareOf(
				'Actions that serve something',
				actions.linked,
				actions.all,
				'actions of this quarter serve a priority or a result',
				'strategy'
			)
		],
		leadership: [keptPromises(facts), toldTeams(facts), earlyRed(facts)],
		metrics: [
			metrics.all < enough
				? shareOf('Leading share', metrics.leading, metrics.all, '', 'scorecard')
				: {
						name: 'Leading share',
						words: `${metrics.leading} of ${metrics.all} metrics are leading; half is enough`,
						// Half of them is all that is asked for.
						value: Math.min(100, 2 * part(metrics.leading, metrics.all)),
						at: 'scorecard'
					},
			shareOf(
				'Perspectives covered',
				metrics.perspectives,
				4,
				'perspectives have a metric',
				'scorecard'
			),
			ofMetric(facts)
		],
		structure: [ownedSeats(facts), chart(facts), inTime(facts)],
		people: [
			shareOf(
				'Key seats held',
				seats.key - seats.keyVacant,
				seats.key,
				'key seats are held',
				'structure',
				1
			),
			ofPeople('Ramp of new people', facts.kept.ramp, 'whether new people are productive on plan'),
			ofPeople('Succession', facts.kept.succession, 'who could follow in key seats')
		],
		market: [
			{
				name: 'The same lane',
				words:
					lane === null
						? 'Not enough yet'
						: `${Math.round(100 * lane)}% chose the same lane, blind`,
				value: lane === null ? null : Math.round(100 * lane),
				at: 'pillars'
			}
		]
	};
}

/** What the rows say about each breakdown. */
export function breakdownEvidence(facts: Facts): Record<BreakdownKey, Evidence[]> {
	const { metrics, lasting, processes, fixes } = facts;
	return {
		plans: [
			ofPriorities('Phases with dates', facts, 'planned', 'priorities have phases', 'guides/plans'),
			ofPriorities('Not doing', facts, 'scoped', 'priorities say what is not done', 'guides/plans'),
			ofPriorities('Resources', facts, 'resourced', 'priorities name resources', 'guides/plans')
		],
		alignment: [inTime(facts)],
		ownership: [
			ofPriorities('One name each', facts, 'owned', 'priorities have an owner', 'guides/elevate'),
			ofPriorities(
				'Who does what',
				facts,
				'shared',
				'priorities say who is responsible',
				'guides/elevate'
			),
			ownedSeats(facts)
		],
		metrics: [
			shareOf(
				'Trigger and response',
				metrics.answered,
				metrics.all,
				'metrics have a response and a responder',
				'guides/kpis',
				1
			),
			answeredTriggers(facts),
			ofMetric(facts)
		],
		visibility: [
			ofPriorities(
				'Fresh evidence',
				facts,
				'fresh',
				'priorities have evidence of the last week',
				'guides/elevate'
			)
		],
		workflow: [
			{
				name: 'Time at work',
				words:
					processes.waiting === null
						? 'Not enough yet: no process is mapped'
						: `Work waits ${Math.round(100 * processes.waiting)}% of the time in ${processes.all} mapped ${processes.all === 1 ? 'process' : 'processes'}`,
				value: processes.waiting === null ? null : Math.round(100 * (1 - processes.waiting)),
				at: 'guides/workflow'
			},
			{
				name: 'Bottlenecks removed',
				words:
					processes.all === 0
						? 'Not enough yet: no process is mapped'
						: `${fixes} ${fixes === 1 ? 'fix was' : 'fixes were'} measured again this quarter`,
				value: processes.all === 0 ? null : fixes > 0 ? 100 : 0,
				at: 'guides/workflow'
			}
		],
		change: [
			shareOf(
				'Still in use',
				lasting.inUse,
				lasting.asked,
				'changes are still in use',
				'execution',
				1
			)
		]
	};
}

export type Contradiction = {
	/** The key of the pillar or breakdown. */
	key: string;
	name: string;
	/** 0 to 100, as people see it. */
	perception: number;
	evidence: Evidence & { value: number };
	/** Perception less evidence, in points. */
	gap: number;
	/** A title for the agenda. */
	title: string;
	words: string;
};

/** From so many points on perception and evidence contradict each other. */
export const contradictsFrom = 20;

/** Where perception and evidence lie at least twenty points apart, the widest first. */
export function contradictions(
	parts: readonly { key: string; name: string; score: number | null }[],
	evidence: Readonly<Record<string, readonly Evidence[]>>
): Contradiction[] {
	return parts
		.flatMap(({ key, name, score }) =>
			(evidence[key] ?? []).flatMap((one): Contradiction[] => {
				if (score === null || one.value === null) return [];
				const gap = score - one.value;
				if (Math.abs(gap) < contradictsFrom) return [];
				const perception = Math.round(score);
				return [
					{
						...{ key, name, perception, gap },
						evidence: { ...one, value: one.value },
						title: `${name}: what we say and what the rows say`,
						words: `We give it ${perception} of 100; ${one.name.toLowerCase()} says ${one.value}: ${one.words}.`
					}
				];
			})
		)
		.toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap));
}
