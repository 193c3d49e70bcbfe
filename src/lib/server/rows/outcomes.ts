import * as v from 'valibot';
import { departments, type Department } from '#lib/execution/workers/departments.ts';
import { CadenceOf } from '#lib/scorecard/metric.ts';
import type { Cadence } from '#lib/scorecard/period.ts';
import type { Db } from './db.ts';

export type Contribution = {
	id: string;
	department: Department;
	what: string;
	amount: number | null;
	owner: string | null;
};

/** What the functions share: a metric that is to reach a value by a day. */
export type Outcome = {
	id: string;
	title: string;
	target: number;
	/** ISO date. */
	dueOn: string;
	assumptions: string;
	metric: {
		id: string;
		name: string;
		unit: string;
		decimals: number;
		direction: 'up' | 'down';
		cadence: Cadence;
	};
	contributions: Contribution[];
};

/** The outcomes that go on, the earliest due first. */
export async function listOutcomes(db: Db, team: string): Promise<Outcome[]> {
	const { data } = await db
		.from('outcome_targets')
		.select(
			'id, title, target, due_on, assumptions, metrics(id, name, unit, decimals, direction, cadence), contributions(id, department, what, amount, owner_id, created_at)'
		)
		.eq('team_id', team)
		.is('ended_at', null)
		.order('due_on')
		.order('id')
		.throwOnError();
	return data.flatMap(
		({ id, title, target, due_on, assumptions, metrics: metric, contributions }) =>
			metric === null
				? []
				: {
						...{ id, title, assumptions },
						target: Number(target),
						dueOn: due_on,
						metric: {
							...{ id: metric.id, name: metric.name, unit: metric.unit, decimals: metric.decimals },
							direction: metric.direction === 'down' ? ('down' as const) : ('up' as const),
							cadence: v.parse(v.fallback(CadenceOf, 'week'), metric.cadence)
						},
						contributions: contributions
							.toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1))
							.flatMap((one) =>
								v.is(v.picklist(departments), one.department)
									? {
											...{ id: one.id, department: one.department, what: one.what },
											amount: one.amount === null ? null : Number(one.amount),
											owner: one.owner_id
										}
									: []
							)
					}
	);
}

export async function addOutcome(
	db: Db,
	team: string,
	person: string,
	said: { title: string; metric: string; target: number; due: string; assumptions: string }
): Promise<void> {
	const { title, metric, target, due, assumptions } = said;
	await db
		.from('outcome_targets')
		.insert({
			...{ team_id: team, title, target, assumptions, created_by: person },
			metric_id: metric,
			due_on: due
		})
		.throwOnError();
}

/** False when the team has no such outcome, or this person may not. */
export async function endOutcome(db: Db, team: string, id: string, at: Date): Promise<boolean> {
	const { data } = await db
		.from('outcome_targets')
		.update({ ended_at: at.toISOString() })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Says what a function adds, or says it anew: each adds one thing to an outcome. */
export async function setContribution(
	db: Db,
	team: string,
	outcome: string,
	{ department, what, amount, owner }: Omit<Contribution, 'id'>
): Promise<void> {
	const row = { what, amount, owner_id: owner };
	const { data } = await db
		.from('contributions')
		.update(row)
		.eq('team_id', team)
		.eq('outcome_id', outcome)
		.eq('department', department)
		.select('id')
		.throwOnError();
	if (data.length > 0) return;
	await db
		.from('contributions')
		.insert({ ...row, team_id: team, outcome_id: outcome, department })
		.throwOnError();
}

export async function dropContribution(db: Db, team: string, id: string): Promise<void> {
	await db.from('contributions').delete().eq('team_id', team).eq('id', id).throwOnError();
}

export type RankingRound = {
	id: string;
	/** An instant; null while it is open. */
	revealedAt: string | null;
	/** Ids of priorities. */
	priorities: string[];
	/** Who has ranked. */
	ranked: string[];
	/** What may be read: before the reveal my own. */
	rankings: { person: string; order: string[] }[];
};

/** The newest round in which functions rank the priorities. */
export async function findRanking(db: Db, team: string): Promise<RankingRound | undefined> {
	const { data } = await db
		.from('ranking_rounds')
		.select('id, revealed_at, priorities, rankings(person_id, ranking)')
		.eq('team_id', team)
		.order('started_at', { ascending: false })
		.limit(1)
		.maybeSingle()
		.throwOnError();
	if (!data) return undefined;
	const ranked = await db.rpc('who_ranked', { round: data.id }).throwOnError();
	return {
		id: data.id,
		revealedAt: data.revealed_at && new Date(data.revealed_at).toISOString(),
		priorities: data.priorities,
		ranked: ranked.data,
		rankings: data.rankings
			.toSorted((one, other) => (one.person_id < other.person_id ? -1 : 1))
			.map(({ person_id, ranking }) => ({ person: person_id, order: ranking }))
	};
}

/** False when fewer than two priorities are active. */
export async function startRanking(db: Db, team: string): Promise<boolean> {
	const { data } = await db.rpc('start_ranking', { team }).throwOnError();
	return Boolean(data);
}

/** False when it was revealed meanwhile, or not each priority has one place. */
export async function rankPriorities(db: Db, round: string, order: string[]): Promise<boolean> {
	const { data } = await db.rpc('rank_priorities', { round, ranking: order }).throwOnError();
	return data;
}

/** False while fewer than two have ranked. */
export async function revealRanking(db: Db, round: string): Promise<boolean> {
	const { data } = await db.rpc('reveal_ranking', { round }).throwOnError();
	return data;
}
