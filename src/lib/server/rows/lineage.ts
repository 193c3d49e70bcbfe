import type { Db } from './db.ts';

export const subjects = ['action', 'decision', 'hot item'] as const;
export type Subject = (typeof subjects)[number];
export const aimKinds = ['priority', 'objective', 'key result'] as const;
/** What something may serve. */
export type Aim = { kind: (typeof aimKinds)[number]; id: string };

/** What something serves, from itself upwards: key result, objective, annual goal, imperative. */
export type Serves = Aim & { titles: string[] };

/** Something that serves an aim; `meeting` is where it came from, null between meetings. */
export type Serving = {
	subject: Subject;
	id: string;
	title: string;
	owner: string | null;
	meeting: string | null;
	isDone: boolean;
};

const above = 'title, annual_goals(title, imperatives(title))';

/** What the team's actions, decisions and hot items serve, by their ids. */
export async function listServes(db: Db, team: string): Promise<Map<string, Serves>> {
	const { data } = await db
		.from('lineages')
		.select(
			`subject_id, priorities(id, title), objectives(id, ${above}), key_results(id, title, objectives(${above}))`
		)
		.eq('team_id', team)
		.throwOnError();
	return new Map(
		data.flatMap(({ subject_id, priorities, objectives, key_results }): [string, Serves][] => {
			if (key_results)
				return [
					[
						subject_id,
						{
							kind: 'key result',
							id: key_results.id,
							titles: [key_results.title, ...titlesFrom(key_results.objectives)]
						}
					]
				];
			if (objectives)
				return [
					[subject_id, { kind: 'objective', id: objectives.id, titles: titlesFrom(objectives) }]
				];
			if (priorities)
				return [[subject_id, { kind: 'priority', id: priorities.id, titles: [priorities.title] }]];
			return [];
		})
	);
}

type Named = { title: string };
type ObjectiveRow = Named & { annual_goals: (Named & { imperatives: Named | null }) | null };

function titlesFrom(objective: ObjectiveRow | null): string[] {
	const goal = objective?.annual_goals;
	return [objective, goal, goal?.imperatives].flatMap((one) => one?.title ?? []);
}

/** What can be chosen to be served: what is active, in the order of its pages. */
export type AimNamed = Aim & { title: string };

export async function listAims(db: Db, team: string): Promise<AimNamed[]> {
	const of = async (
		table: 'priorities' | 'objectives' | 'key_results',
		kind: Aim['kind']
	): Promise<AimNamed[]> => {
		const { data } = await db
			.from(table)
			.select('id, title')
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.throwOnError();
		return data.map((row) => ({ kind, ...row }));
	};
	const all = await Promise.all([
		of('key_results', 'key result'),
		of('objectives', 'objective'),
		of('priorities', 'priority')
	]);
	return all.flat();
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
