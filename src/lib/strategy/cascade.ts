import type { Standing } from './progress.ts';
import { progressOf, rollUp, standingOf, stateOfAll } from './progress.ts';

export const stages = ['pilot', 'nail', 'scale', 'milk', 'kill'] as const;
export type Stage = (typeof stages)[number];
export const stageNames: Record<Stage, string> = {
	pilot: 'Pilot it',
	nail: 'Nail it',
	scale: 'Scale it',
	milk: 'Milk it',
	kill: 'Wind it down'
};
/** What an imperative of each stage of life has to answer. */
export const stagePrompts: Record<Stage, string> = {
	pilot: 'Who wants it, and how will we prove it before the money ends?',
	nail: 'What must work every single time before we make more of it?',
	scale: 'What breaks first when everything doubles, and who mends it before?',
	milk: 'Which customers and margins do we keep, and what do we stop?',
	kill: 'How do we end it decently: customers, people, obligations, cash?'
};

/** Days are ISO dates; the last one belongs to the cycle. */
export type Cycle = { id: string; name: string; startsOn: string; endsOn: string };

type Node = { id: string; title: string };
export type Imperative = Node & { stage: Stage | null; fromYear: number; untilYear: number };
export type AnnualGoal = Node & {
	imperative: string | null;
	year: number;
	standing: string;
	owner: string | null;
};
export const ambitions = ['committed', 'aspirational'] as const;
export type Objective = Node & {
	goal: string | null;
	cycle: string | null;
	ambition: (typeof ambitions)[number];
	weight: number;
	owner: string | null;
	state: 'proposed' | 'accepted' | 'sent back';
	proposedBy: string | null;
	answer: string;
	/** ISO time; only cycles that are over show it then. */
	endedAt: string | null;
};
export type KeyResult = Node & {
	objective: string;
	unit: string;
	decimals: number;
	baseline: number;
	target: number;
	weight: number;
	owner: string | null;
	/** What it stood at last, and on which day. */
	value: number | null;
	measuredOn: string | null;
};

export type Rows = {
	imperatives: readonly Imperative[];
	goals: readonly AnnualGoal[];
	objectives: readonly Objective[];
	keyResults: readonly KeyResult[];
};

export type KeyResultAt = KeyResult & { progress: number | null; at: Standing };
export type ObjectiveAt = Objective & {
	keyResults: KeyResultAt[];
	progress: number | null;
	at: Standing;
};
export type GoalAt = AnnualGoal & { objectives: ObjectiveAt[]; progress: number | null };
export type ImperativeAt = Imperative & { goals: GoalAt[]; progress: number | null };

export type Cascade = {
	imperatives: ImperativeAt[];
	/** What serves nothing above it. An objective without a goal drifts. */
	looseGoals: GoalAt[];
	looseObjectives: ObjectiveAt[];
};

/**
 * The tree of one cycle with progress rolled up through weights. Every row is in it once: what names
 * no parent, or one that is not among the rows, is loose. Proposals carry no weight until accepted.
 *
 * @param today ISO date
 */
export function arrange(rows: Rows, cycle: Cycle | undefined, today: string): Cascade {
	const elapsed = elapsedOf(cycle, today);
	const keyResults = groupBy(
		rows.keyResults.map((row): KeyResultAt => {
			const progress = progressOf(row);
			return { ...row, progress, at: standingOf(progress, row.measuredOn, elapsed, today) };
		}),
		({ objective }) => objective
	);
	const objectives = rows.objectives.map((row): ObjectiveAt => {
		const own = keyResults.get(row.id) ?? [];
		return {
			...row,
			keyResults: own,
			progress: rollUp(own),
			at: stateOfAll(own.map(({ at }) => at))
		};
	});
	const goalIds = new Set(rows.goals.map(({ id }) => id));
	const byGoal = groupBy(objectives, ({ goal }) => (goal && goalIds.has(goal) ? goal : null));
	const goals = rows.goals.map((row): GoalAt => {
		const own = byGoal.get(row.id) ?? [];
		const counted = own.filter(({ state }) => state === 'accepted');
		return { ...row, objectives: own, progress: rollUp(counted) };
	});
	const imperativeIds = new Set(rows.imperatives.map(({ id }) => id));
	const byImperative = groupBy(goals, ({ imperative }) =>
		imperative && imperativeIds.has(imperative) ? imperative : null
	);
	return {
		imperatives: rows.imperatives.map((row) => {
			const own = byImperative.get(row.id) ?? [];
			return { ...row, goals: own, progress: rollUp(own.map((goal) => ({ ...goal, weight: 1 }))) };
		}),
		looseGoals: byImperative.get(null) ?? [],
		looseObjectives: byGoal.get(null) ?? []
	};
}

/** Every objective of a cascade in the order it is shown, the loose ones last. */
export function objectivesOf({ imperatives, looseGoals, looseObjectives }: Cascade): ObjectiveAt[] {
	const goals = [...imperatives.flatMap((one) => one.goals), ...looseGoals];
	return [...goals.flatMap((goal) => goal.objectives), ...looseObjectives];
}

/** What an objective serves, from the top: imperative, annual goal. Empty when it serves nothing. */
export function lineageOf(
	objective: { goal: string | null },
	{ goals, imperatives }: Pick<Rows, 'goals' | 'imperatives'>
): Node[] {
	const goal = goals.find(({ id }) => id === objective.goal);
	const imperative = imperatives.find(({ id }) => id === goal?.imperative);
	return [imperative, goal].filter((node) => node !== undefined);
}

/** The link that is missing above something; null where it goes up to an imperative. */
export type Missing = 'annual goal' | 'imperative' | null;

/** @param lineage as `lineageOf` gives it */
export function missingIn(lineage: readonly unknown[]): Missing {
	return lineage.length === 0 ? 'annual goal' : lineage.length === 1 ? 'imperative' : null;
}

/** What something serves in a line, from the top, and where a link is missing. */
export function writeLineage(lineage: readonly { title: string }[]): string {
	const missing = missingIn(lineage);
	if (missing === 'annual goal') return 'Not linked to an annual goal';
	const serves = `Serves ${lineage.map(({ title }) => title).join(' → ')}`;
	return missing ? `${serves}, not linked to an ${missing}` : serves;
}

/** The cycle a day is in; else the next one to come, else the last there was. */
export function cycleOn(cycles: readonly Cycle[], today: string): Cycle | undefined {
	const ordered = cycles.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
	return (
		ordered.findLast(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ??
		ordered.find(({ startsOn }) => startsOn > today) ??
		ordered.at(-1)
	);
}

/** The cycle that is under way; the one that began last where two overlap. */
export function runningCycle(cycles: readonly Cycle[], today: string): Cycle | undefined {
	const cycle = cycleOn(cycles, today);
	return cycle && cycle.startsOn <= today && today <= cycle.endsOn ? cycle : undefined;
}

/** The share of a cycle that has passed, 0 to 1. */
export function elapsedOf(cycle: Cycle | undefined, today: string): number {
	if (!cycle) return 0;
	const [from, to, at] = [cycle.startsOn, cycle.endsOn, today].map((day) => Date.parse(day));
	return Math.min(1, Math.max(0, (at! - from!) / (to! - from!)));
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}
