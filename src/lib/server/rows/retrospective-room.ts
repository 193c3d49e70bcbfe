import { mondayOf } from '#lib/calendar/day.ts';
import type { GradedObjective, RetrospectiveRows } from '#lib/retrospective/room-rows.ts';
import { forms } from '#lib/retrospective/stages.ts';
import { writeLineage } from '#lib/strategy/cascade.ts';
import { progressOf } from '#lib/strategy/progress.ts';
import { listConfidence } from './confidence.ts';
import type { Db } from './db.ts';
import { lineageFrom } from './lineage.ts';
import { listPeople } from './people.ts';

/** What the room shows beside its document, or undefined when there is no such retrospective. */
export async function loadRetrospectiveRoom(
	db: Db,
	id: string
): Promise<RetrospectiveRows | undefined> {
	const { data: row } = await db
		.from('retrospectives')
		.select('id, form, dots, team_id, teams(id, name), cycles(id, name, starts_on, ends_on)')
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!row?.teams || !row.cycles) return undefined;
	const { cycles, teams } = row;
	const cycle = {
		id: cycles.id,
		name: cycles.name,
		startsOn: cycles.starts_on,
		endsOn: cycles.ends_on
	};
	const [people, objectives] = await Promise.all([
		listPeople(db, row.team_id),
		listGraded(db, row.team_id, cycle)
	]);
	return {
		id: row.id,
		team: teams,
		cycle,
		form: forms.find((form) => form === row.form) ?? 90,
		dots: row.dots,
		people,
		objectives
	};
}

/** The objectives of a cycle with the evidence for their grades, in the order of the strategy page. */
async function listGraded(
	db: Db,
	team: string,
	cycle: RetrospectiveRows['cycle']
): Promise<GradedObjective[]> {
	const { data } = await db
		.from('objectives')
		.select(
			'id, title, owner_id, ambition, annual_goals(title, ended_at, imperatives(title, ended_at)), key_results(id, title, unit, decimals, baseline, target, weight, position, ended_at, key_result_values(value, measured_on, note))'
		)
		.eq('team_id', team)
		.eq('cycle_id', cycle.id)
		.eq('state', 'accepted')
		.order('position')
		.order('created_at')
		.throwOnError();
	const confidence = await listConfidence(db, cycle.id);
	return data.map((objective) => ({
		id: objective.id,
		title: objective.title,
		owner: objective.owner_id,
		ambition: objective.ambition === 'aspirational' ? 'aspirational' : 'committed',
		serves: writeLineage(lineageFrom(objective.annual_goals)),
		keyResults: objective.key_results
			.filter(({ ended_at }) => ended_at === null)
			.toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
			.map((row) => {
				const values = row.key_result_values.toSorted((one, other) =>
					one.measured_on < other.measured_on ? 1 : -1
				);
				const [newest] = values;
				const weeks = values
					.filter(({ measured_on }) => cycle.startsOn <= measured_on && measured_on <= cycle.endsOn)
					.map(({ measured_on }) => mondayOf(measured_on));
				const measured = {
					baseline: Number(row.baseline),
					target: Number(row.target),
					value: newest ? Number(newest.value) : null
				};
				return {
					id: row.id,
					title: row.title,
					unit: row.unit,
					decimals: row.decimals,
					weight: Number(row.weight),
					...measured,
					measuredOn: newest?.measured_on ?? null,
					note: newest?.note ?? '',
					progress: progressOf(measured),
					checkedWeeks: new Set(weeks).size,
					confidence: confidence.get(row.id) ?? { start: null, middle: null, end: null }
				};
			})
	}));
}

/** The votes I have given so far, by theme. */
export async function listMyVotes(db: Db, retrospective: string): Promise<Record<string, number>> {
	const { data } = await db
		.from('retrospective_votes')
		.select('theme_id, dots')
		.eq('retrospective_id', retrospective)
		.throwOnError();
	return Object.fromEntries(data.map(({ theme_id, dots }) => [theme_id, dots]));
}
