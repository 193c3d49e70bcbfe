import type { Aim, Serves } from '#lib/strategy/aim.ts';
import { missingIn } from '#lib/strategy/cascade.ts';
import type { Db } from './db.ts';

export const subjects = ['action', 'decision', 'hot item'] as const;
export type Subject = (typeof subjects)[number];

/** Something that serves an aim; `meeting` is where it came from, null between meetings. */
export type Serving = {
	subject: Subject;
	id: string;
	title: string;
	owner: string | null;
	meeting: string | null;
	isDone: boolean;
};

const goal = 'annual_goals(title, ended_at, imperatives(title, ended_at))';
const above = `title, ${goal}`;
const objective = `${above}, cycle_id`;

/** What the team's actions, decisions and hot items serve, by their ids. */
export async function listServes(db: Db, team: string): Promise<Map<string, Serves>> {
	const { data } = await db
		.from('lineages')
		.select(
			`subject_id, priorities(id, ${above}), objectives(id, ${objective}), key_results(id, title, objectives(${objective}))`
		)
		.eq('team_id', team)
		.throwOnError();
	return new Map(
		data.flatMap(({ subject_id, priorities, objectives, key_results }): [string, Serves][] => {
			if (key_results) return [[subject_id, ofKeyResult(key_results)]];
			if (objectives) return [[subject_id, ofObjective(objectives)]];
			if (priorities) return [[subject_id, ofPriority(priorities)]];
			return [];
		})
	);
}

type Named = { id: string; title: string };
type GoalRow = {
	title: string;
	ended_at: string | null;
	imperatives: { title: string; ended_at: string | null } | null;
};
type PriorityRow = { title: string; annual_goals: GoalRow | null };
type ObjectiveRow = PriorityRow & { cycle_id: string | null };

/** Imperative and annual goal, from the top; what is ended is served by nothing any more. */
export function lineageFrom(goal: GoalRow | null | undefined): { title: string }[] {
	if (!goal || goal.ended_at !== null) return [];
	const { imperatives: imperative } = goal;
	return imperative?.ended_at === null ? [imperative, goal] : [goal];
}

const ofPriority = ({ id, title, annual_goals }: Named & PriorityRow): Serves => ({
	...{ kind: 'priority', id, cycle: null },
	...upwards([title], annual_goals)
});
const ofObjective = ({ id, title, annual_goals, cycle_id }: Named & ObjectiveRow): Serves => ({
	...{ kind: 'objective', id, cycle: cycle_id },
	...upwards([title], annual_goals)
});
const ofKeyResult = ({
	id,
	title,
	objectives: of
}: Named & { objectives: ObjectiveRow | null }) => ({
	...{ kind: 'key result' as const, id, cycle: of?.cycle_id ?? null },
	...upwards(of ? [title, of.title] : [title], of?.annual_goals)
});

/** @param own titles below the annual goal, from the aim upwards */
function upwards(own: string[], goal: GoalRow | null | undefined) {
	const lineage = lineageFrom(goal);
	const above = lineage.map(({ title }) => title).toReversed();
	return { titles: [...own, ...above], missing: missingIn(lineage) };
}

/** What can be chosen to be served: what is active, key results first, in the order of its pages. */
export async function listAims(db: Db, team: string): Promise<Serves[]> {
	const [keyResults, objectives, priorities] = await Promise.all([
		db
			.from('key_results')
			.select(`id, title, objectives(${objective})`)
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.throwOnError(),
		db
			.from('objectives')
			.select(`id, ${objective}`)
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.throwOnError(),
		db
			.from('priorities')
			.select(`id, ${above}`)
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.throwOnError()
	]);
	return [
		...keyResults.data.map(ofKeyResult),
		...objectives.data.map(ofObjective),
		...priorities.data.map(ofPriority)
	];
}

/** Says what something serves, in this person's name; null when it serves nothing. */
export async function setServes(
	db: Db,
	team: string,
	person: string,
	{ subject, id, aim }: { subject: Subject; id: string; aim: Aim | null }
): Promise<void> {
	if (!aim) {
		await db.from('lineages').delete().eq('team_id', team).eq('subject_id', id).throwOnError();
		return;
	}
	await db
		.from('lineages')
		.upsert({
			team_id: team,
			subject_id: id,
			subject,
			priority_id: aim.kind === 'priority' ? aim.id : null,
			objective_id: aim.kind === 'objective' ? aim.id : null,
			key_result_id: aim.kind === 'key result' ? aim.id : null,
			linked_by: person
		})
		.throwOnError();
}

/** What serves a key result: actions first, then decisions, then hot items; what is open first. */
export async function listServing(db: Db, team: string, keyResult: string): Promise<Serving[]> {
	const { data } = await db
		.from('lineages')
		.select('subject_id')
		.eq('team_id', team)
		.eq('key_result_id', keyResult)
		.throwOnError();
	const ids = data.map((row) => row.subject_id);
	if (ids.length === 0) return [];
	const [actions, decisions, items] = await Promise.all([
		db
			.from('action_items')
			.select('id, title, owner_id, meeting_id, done_at')
			.eq('team_id', team)
			.in('id', ids)
			.order('done_at', { ascending: false, nullsFirst: true })
			.throwOnError(),
		db
			.from('decisions')
			.select('id, title, owner_id, meeting_id')
			.eq('team_id', team)
			.in('id', ids)
			.order('captured_at', { ascending: false })
			.throwOnError(),
		db
			.from('hot_items')
			.select('id, title, raised_by, meeting_id, state')
			.eq('team_id', team)
			.in('id', ids)
			.throwOnError()
	]);
	return [
		...actions.data.map((row) => ({
			subject: 'action' as const,
			id: row.id,
			title: row.title,
			owner: row.owner_id,
			meeting: row.meeting_id,
			isDone: row.done_at !== null
		})),
		...decisions.data.map((row) => ({
			subject: 'decision' as const,
			id: row.id,
			title: row.title,
			owner: row.owner_id,
			meeting: row.meeting_id,
			isDone: true
		})),
		...items.data.map((row) => ({
			subject: 'hot item' as const,
			id: row.id,
			title: row.title,
			owner: row.raised_by,
			meeting: row.meeting_id,
			isDone: row.state === 'resolved'
		}))
	];
}
