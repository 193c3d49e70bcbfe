import type { Db } from './db.ts';

/** What hangs on a priority, as a form says it; days are ISO dates. */
export type CarriedRow =
	| {
			kind: 'milestone';
			fields: { title: string; due: string | null; owner: string | null; isChange: boolean };
	  }
	| {
			kind: 'measure';
			fields: {
				of: 'kpi' | 'gap';
				name: string;
				definition: string;
				unit: string;
				decimals: number;
				baseline: number | null;
				target: number | null;
				direction: 'up' | 'down';
				metric: string | null;
				owner: string | null;
				foundOn: string | null;
			};
	  }
	| {
			kind: 'risk';
			fields: {
				title: string;
				likelihood: number;
				impact: number;
				mitigation: string;
				owner: string | null;
				reviewOn: string | null;
			};
	  }
	| { kind: 'phase'; fields: { name: string; startsOn: string; endsOn: string } }
	| {
			kind: 'resource';
			fields: {
				title: string;
				of: 'people' | 'money' | 'tool' | 'access';
				days: number | null;
				phase: string | null;
				owner: string | null;
			};
	  }
	| {
			kind: 'dependency';
			fields: {
				title: string;
				other: string | null;
				neededBy: string | null;
				owner: string | null;
			};
	  };
export const rowKinds = [
	'milestone',
	'measure',
	'risk',
	'phase',
	'resource',
	'dependency'
] as const;
export type RowKind = (typeof rowKinds)[number];

const tables = {
	milestone: 'milestones',
	measure: 'measures',
	risk: 'priority_risks',
	phase: 'phases',
	resource: 'resources',
	dependency: 'dependencies'
} as const satisfies Record<RowKind, string>;

/** In which column each kind keeps the day it was done with; a measure is never done. */
const ends = {
	milestone: 'done_on',
	risk: 'closed_on',
	phase: 'done_on',
	resource: 'granted_on',
	dependency: 'cleared_on'
} as const;
export type Ending = keyof typeof ends;

/** Where a row belongs; the database refuses what belongs to another team. */
export type Place = { team: string; priority: string };

/**
 * Adds a row to a priority, in this person's name, or changes the one with this id.
 *
 * @returns false when the priority has no such row, or this person may not
 */
export async function saveCarried(
	db: Db,
	{ team, priority }: Place,
	person: string,
	row: CarriedRow,
	id?: string
): Promise<boolean> {
	const { added, changed } = columnsOf(row, person);
	const table = tables[row.kind];
	if (id === undefined) {
		await db
			.from(table)
			.insert({ ...changed, ...added, team_id: team, priority_id: priority } as never)
			.throwOnError();
		return true;
	}
	return change(db, table, { team, priority }, id, changed);
}

/** Takes a row off its priority, or puts it back. */
export async function removeCarried(
	db: Db,
	place: Place,
	kind: RowKind,
	id: string,
	removedAt: Date | null
): Promise<boolean> {
	return change(db, tables[kind], place, id, { removed_at: removedAt?.toISOString() ?? null });
}

/** Says on which day a row was done, closed, granted or cleared; null takes that back. */
export async function endCarried(
	db: Db,
	place: Place,
	kind: Ending,
	id: string,
	on: string | null
): Promise<boolean> {
	return change(db, tables[kind], place, id, { [ends[kind]]: on });
}

/** Keeps a risk out of the hot items through a day. */
export async function quietRisk(db: Db, team: string, id: string, until: string): Promise<boolean> {
	const { data } = await db
		.from('priority_risks')
		.update({ quiet_until: until })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

async function change(
	db: Db,
	table: (typeof tables)[RowKind],
	{ team, priority }: Place,
	id: string,
	row: object
): Promise<boolean> {
	const { data } = await db
		.from(table)
		.update(row as never)
		.eq('team_id', team)
		.eq('priority_id', priority)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Says what a measure stood at on a day; the same day again is a correction. */
export async function enterMeasured(
	db: Db,
	{ team, priority }: Place,
	person: string,
	said: { measure: string; on: string; value: number; note: string }
): Promise<boolean> {
	const { data } = await db
		.from('measures')
		.select('id, metric_id')
		.eq('team_id', team)
		.eq('priority_id', priority)
		.eq('id', said.measure)
		.is('removed_at', null)
		.maybeSingle()
		.throwOnError();
	// One that follows a metric takes its readings for values.
	if (!data || data.metric_id !== null) return false;
	await db
		.from('measure_values')
		.upsert({
			measure_id: said.measure,
			team_id: team,
			measured_on: said.on,
			value: said.value,
			note: said.note,
			entered_by: person,
			entered_at: new Date().toISOString()
		})
		.throwOnError();
	return true;
}

function columnsOf(row: CarriedRow, person: string): { added: object; changed: object } {
	switch (row.kind) {
		case 'milestone': {
			const { title, due, owner, isChange } = row.fields;
			const changed = { title, due_on: due, owner_id: owner, is_change: isChange };
			return { added: {}, changed };
		}
		case 'measure': {
			const { of, metric, owner, foundOn, ...same } = row.fields;
			const changed = { ...same, metric_id: metric, owner_id: owner, found_on: foundOn };
			return { added: { kind: of }, changed };
		}
		case 'risk': {
			const { owner, reviewOn, ...same } = row.fields;
			const changed = { ...same, owner_id: owner, review_on: reviewOn };
			return { added: { raised_by: person }, changed };
		}
		case 'phase': {
			const { name, startsOn, endsOn } = row.fields;
			return { added: {}, changed: { name, starts_on: startsOn, ends_on: endsOn } };
		}
		case 'resource': {
			const { title, of, days, phase, owner } = row.fields;
			return { added: {}, changed: { title, kind: of, days, phase_id: phase, owner_id: owner } };
		}
		case 'dependency': {
			const { title, other, neededBy, owner } = row.fields;
			const changed = { title, other_priority_id: other, needed_by: neededBy, owner_id: owner };
			return { added: { raised_by: person }, changed };
		}
	}
}
