import {
	ambitions,
	stages,
	type AnnualGoal,
	type Cycle,
	type Imperative,
	type KeyResult,
	type Objective,
	type Rows
} from '#lib/strategy/cascade.ts';
import type { Db } from './db.ts';

export type Strategy = Rows & { cycles: Cycle[] };

/** The whole cascade of a team. What has ended is left out, but for objectives: past cycles show them. */
export async function loadStrategy(db: Db, team: string): Promise<Strategy> {
	const [cycles, imperatives, goals, objectives, keyResults] = await Promise.all([
		db
			.from('cycles')
			.select('id, name, starts_on, ends_on')
			.eq('team_id', team)
			.order('starts_on')
			.throwOnError(),
		db
			.from('imperatives')
			.select('id, title, stage, from_year, until_year')
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.order('created_at')
			.throwOnError(),
		db
			.from('annual_goals')
			.select('id, title, imperative_id, year, standing, owner_id')
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.order('created_at')
			.throwOnError(),
		db
			.from('objectives')
			.select(
				'id, title, goal_id, cycle_id, ambition, weight, owner_id, state, proposed_by, answer, ended_at'
			)
			.eq('team_id', team)
			.order('position')
			.order('created_at')
			.throwOnError(),
		db
			.from('key_results')
			.select(
				'id, title, objective_id, unit, decimals, baseline, target, weight, owner_id, key_result_values(value, measured_on)'
			)
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.order('created_at')
			.order('measured_on', { referencedTable: 'key_result_values', ascending: false })
			.limit(1, { referencedTable: 'key_result_values' })
			.throwOnError()
	]);
	return {
		cycles: cycles.data.map(({ id, name, starts_on, ends_on }) => ({
			id,
			name,
			startsOn: starts_on,
			endsOn: ends_on
		})),
		imperatives: imperatives.data.map(({ id, title, stage, from_year, until_year }) => ({
			id,
			title,
			stage: stages.find((one) => one === stage) ?? null,
			fromYear: from_year,
			untilYear: until_year
		})),
		goals: goals.data.map(({ id, title, imperative_id, year, standing, owner_id }) => ({
			id,
			title,
			imperative: imperative_id,
			year,
			standing,
			owner: owner_id
		})),
		objectives: objectives.data.map((row) => ({
			id: row.id,
			title: row.title,
			goal: row.goal_id,
			cycle: row.cycle_id,
			ambition: ambitions.find((one) => one === row.ambition) ?? 'committed',
			weight: Number(row.weight),
			owner: row.owner_id,
			state: row.state === 'proposed' || row.state === 'sent back' ? row.state : 'accepted',
			proposedBy: row.proposed_by,
			answer: row.answer,
			endedAt: row.ended_at
		})),
		keyResults: keyResults.data.map((row) => {
			const [newest] = row.key_result_values;
			return {
				id: row.id,
				title: row.title,
				objective: row.objective_id,
				unit: row.unit,
				decimals: row.decimals,
				baseline: Number(row.baseline),
				target: Number(row.target),
				weight: Number(row.weight),
				owner: row.owner_id,
				value: newest ? Number(newest.value) : null,
				measuredOn: newest?.measured_on ?? null
			};
		})
	};
}

/** The annual goals of a team, for those who choose one. */
export async function listGoals(db: Db, team: string): Promise<{ id: string; title: string }[]> {
	const { data } = await db
		.from('annual_goals')
		.select('id, title')
		.eq('team_id', team)
		.is('ended_at', null)
		.order('position')
		.order('created_at')
		.throwOnError();
	return data;
}

/** What a form says about each level of the cascade; a new one without an id. */
export type Saved =
	| { level: 'cycle'; fields: Omit<Cycle, 'id'> }
	| { level: 'imperative'; fields: Omit<Imperative, 'id'> }
	| { level: 'goal'; fields: Omit<AnnualGoal, 'id'> }
	| { level: 'objective'; fields: Omit<Objective, 'id' | 'endedAt'> }
	| { level: 'key result'; fields: Omit<KeyResult, 'id' | 'value' | 'measuredOn'> };
export type Level = Saved['level'];

const tables = {
	cycle: 'cycles',
	imperative: 'imperatives',
	goal: 'annual_goals',
	objective: 'objectives',
	'key result': 'key_results'
} as const satisfies Record<Level, string>;

/**
 * Adds one, behind the others of its level, or changes the one with this id. A parent of another
 * team is refused by the database.
 *
 * @returns false when the team has no such one, or this person may not
 */
export async function saveLevel(db: Db, team: string, saved: Saved, id?: string): Promise<boolean> {
	const table = tables[saved.level];
	const row = rowOf(saved);
	if (id !== undefined) {
		// Who proposed it stays as it was.
		const { proposed_by: _, ...changes } = row as Record<string, unknown>;
		const { data } = await db
			.from(table)
			.update(changes as never)
			.eq('team_id', team)
			.eq('id', id)
			.select('id')
			.throwOnError();
		return data.length > 0;
	}
	const position = table === 'cycles' ? {} : { position: await lastPosition(db, table, team) };
	await db
		.from(table)
		.insert({ ...row, ...position, team_id: team } as never)
		.throwOnError();
	return true;
}

async function lastPosition(
	db: Db,
	table: 'imperatives' | 'annual_goals' | 'objectives' | 'key_results',
	team: string
): Promise<number> {
	const { data } = await db
		.from(table)
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	return (data[0]?.position ?? 0) + 1;
}

function rowOf(saved: Saved): object {
	switch (saved.level) {
		case 'cycle': {
			const { name, startsOn, endsOn } = saved.fields;
			return { name, starts_on: startsOn, ends_on: endsOn };
		}
		case 'imperative': {
			const { title, stage, fromYear, untilYear } = saved.fields;
			return { title, stage, from_year: fromYear, until_year: untilYear };
		}
		case 'goal': {
			const { title, imperative, year, standing, owner } = saved.fields;
			return { title, imperative_id: imperative, year, standing, owner_id: owner };
		}
		case 'objective': {
			const { goal, cycle, owner, proposedBy, ...same } = saved.fields;
			return { ...same, goal_id: goal, cycle_id: cycle, owner_id: owner, proposed_by: proposedBy };
		}
		case 'key result': {
			const { objective, owner, ...same } = saved.fields;
			return { ...same, objective_id: objective, owner_id: owner };
		}
	}
}

/** Takes one off the page, or brings it back. Nothing below it is lost: it is shown as loose. */
export async function endLevel(
	db: Db,
	team: string,
	level: Exclude<Level, 'cycle'>,
	id: string,
	endedAt: Date | null
): Promise<boolean> {
	const { data } = await db
		.from(tables[level])
		.update({ ended_at: endedAt?.toISOString() ?? null })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Accepts a proposed objective, or sends it back with a note. */
export async function answerProposal(
	db: Db,
	team: string,
	id: string,
	state: 'accepted' | 'sent back' | 'proposed',
	answer: string
): Promise<boolean> {
	const { data } = await db
		.from('objectives')
		.update({ state, answer })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Says where a key result stands on a day; the same day again is a correction. */
export async function enterValue(
	db: Db,
	team: string,
	person: string,
	said: { keyResult: string; measuredOn: string; value: number; note: string }
): Promise<boolean> {
	const { data } = await db
		.from('key_results')
		.select('id')
		.eq('team_id', team)
		.eq('id', said.keyResult)
		.maybeSingle()
		.throwOnError();
	if (!data) return false;
	await db
		.from('key_result_values')
		.upsert({
			key_result_id: said.keyResult,
			team_id: team,
			measured_on: said.measuredOn,
			value: said.value,
			note: said.note,
			entered_by: person,
			entered_at: new Date().toISOString()
		})
		.throwOnError();
	return true;
}
