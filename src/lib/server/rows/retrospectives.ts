import { sides } from '#lib/retrospective/board.ts';
import { carries, dispositions } from '#lib/retrospective/disposition.ts';
import { causes, meanGrade } from '#lib/retrospective/grade.ts';
import { outcomeKinds } from '#lib/retrospective/outcome.ts';
import type { RetrospectiveRecord } from '#lib/retrospective/record.ts';
import type { Db } from './db.ts';

export type RetrospectiveLine = {
	id: string;
	state: string;
	headline: string;
	/** ISO time; null while it is not closed. */
	closedAt: string | null;
	cycle: { id: string; name: string; startsOn: string };
	average: number | null;
};

/** All of a team's, the latest cycle first, with the average of the grades of their objectives. */
export async function listRetrospectives(db: Db, team: string): Promise<RetrospectiveLine[]> {
	const { data } = await db
		.from('retrospectives')
		.select(
			'id, state, headline, closed_at, cycles(id, name, starts_on), retrospective_grades(objective_id, grade, weight)'
		)
		.eq('team_id', team)
		.throwOnError();
	return data
		.flatMap((row) => {
			if (!row.cycles) return [];
			const { id, name, starts_on } = row.cycles;
			return {
				id: row.id,
				state: row.state,
				headline: row.headline,
				closedAt: row.closed_at,
				cycle: { id, name, startsOn: starts_on },
				average: averageOf(row.retrospective_grades)
			};
		})
		.toSorted((one, other) => (one.cycle.startsOn < other.cycle.startsOn ? 1 : -1));
}

function averageOf(
	rows: { objective_id: string; grade: number | null; weight: number }[]
): number | null {
	const objectives = [...new Set(rows.map((row) => row.objective_id))];
	return meanGrade(
		objectives.map((objective) => ({
			weight: 1,
			grade: meanGrade(
				rows
					.filter((row) => row.objective_id === objective)
					.map(({ grade, weight }) => ({
						grade: grade === null ? null : Number(grade),
						weight: Number(weight)
					}))
			)
		}))
	);
}

/** The retrospective of a cycle, or undefined. */
export async function findOfCycle(
	db: Db,
	team: string,
	cycle: string
): Promise<string | undefined> {
	const { data } = await db
		.from('retrospectives')
		.select('id')
		.eq('team_id', team)
		.eq('cycle_id', cycle)
		.maybeSingle()
		.throwOnError();
	return data?.id;
}

/**
 * Begins the retrospective of a cycle, or finds the one somebody has begun.
 *
 * @returns its id; undefined when the team has no such cycle, or this person may not
 */
export async function beginRetrospective(
	db: Db,
	team: string,
	cycle: string,
	form: number
): Promise<string | undefined> {
	const { error } = await db
		.from('retrospectives')
		.insert({ team_id: team, cycle_id: cycle, form });
	const begunAlready = '23505';
	const refused = ['42501', '23503'];
	if (error && error.code !== begunAlready) {
		if (refused.includes(error.code)) return undefined;
		throw error;
	}
	return findOfCycle(db, team, cycle);
}

/** What a closed retrospective left behind; undefined when there is none by that id in the team. */
export async function loadRecord(
	db: Db,
	team: string,
	id: string
): Promise<RetrospectiveRecord | undefined> {
	const { data: row } = await db
		.from('retrospectives')
		.select(
			`id, headline, closed_at, form, writers, voters, health, cycles(id, name, starts_on, ends_on),
			retrospective_dispositions(*), retrospective_grades(*), retrospective_themes(*),
			retrospective_cards(theme_id, body), retrospective_outcomes(*)`
		)
		.eq('team_id', team)
		.eq('id', id)
		.eq('state', 'closed')
		.order('position', { referencedTable: 'retrospective_dispositions' })
		.order('position', { referencedTable: 'retrospective_grades' })
		.order('position', { referencedTable: 'retrospective_outcomes' })
		.order('id', { referencedTable: 'retrospective_themes' })
		.order('id', { referencedTable: 'retrospective_cards' })
		.maybeSingle()
		.throwOnError();
	if (!row?.cycles || !row.closed_at) return undefined;
	const keyResults = row.retrospective_grades.map((one) => ({
		objective: one.objective_id,
		id: one.key_result_id,
		title: one.title,
		unit: one.unit,
		decimals: one.decimals,
		baseline: Number(one.baseline),
		target: Number(one.target),
		value: one.value === null ? null : Number(one.value),
		weight: Number(one.weight),
		grade: one.grade === null ? null : Number(one.grade),
		cause: causes.find((cause) => cause === one.cause) ?? null,
		why: one.why,
		checkedWeeks: one.checked_weeks,
		carry: carries.find((carry) => carry === one.carry) ?? null,
		confidence: {
			start: one.confidence_start,
			middle: one.confidence_middle,
			end: one.confidence_end
		}
	}));
	return {
		id: row.id,
		cycle: {
			id: row.cycles.id,
			name: row.cycles.name,
			startsOn: row.cycles.starts_on,
			endsOn: row.cycles.ends_on
		},
		headline: row.headline,
		closedAt: row.closed_at,
		form: row.form,
		writers: row.writers,
		voters: row.voters,
		health: row.health as RetrospectiveRecord['health'],
		objectives: row.retrospective_dispositions.map((one) => ({
			id: one.objective_id,
			title: one.title,
			owner: one.owner_id,
			ambition: one.ambition === 'aspirational' ? 'aspirational' : 'committed',
			disposition: dispositions.find((known) => known === one.disposition) ?? null,
			reason: one.reason,
			next: one.next_objective_id,
			keyResults: keyResults.filter(({ objective }) => objective === one.objective_id)
		})),
		outcomes: row.retrospective_outcomes.flatMap(({ id, kind, title, owner_id, due_on, votes }) => {
			const known = outcomeKinds.find((one) => one === kind);
			return known ? [{ id, kind: known, title, owner: owner_id, due: due_on, votes }] : [];
		}),
		themes: row.retrospective_themes.map(({ id, side, title, votes }) => ({
			id,
			side: sides.find((one) => one === side) ?? 'learned',
			title,
			votes,
			cards: row.retrospective_cards
				.filter(({ theme_id }) => theme_id === id)
				.map(({ body }) => body)
		}))
	};
}
