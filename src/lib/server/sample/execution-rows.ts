import { addDays, mondayOf } from '#lib/calendar/day.ts';
import type { Queries } from '../database/database.ts';
import { instant, type Calendar } from './calendar.ts';
import { execution, healthBefore } from './execution.ts';
import { insertRows } from './insert-rows.ts';
import { personId } from './people.ts';
import { sampleId } from './sample-ids.ts';
import { priorities } from './strategy.ts';

const weeksOfValues = 6;

/** What carries the five priorities out, and how they went in the weeks before. */
export async function addExecution(
	queries: Queries,
	team_id: string,
	{ today }: Calendar
): Promise<void> {
	const all = priorities.map(({ key, owner }) => ({
		...execution[key],
		key,
		owner: personId(owner),
		of: { priority_id: sampleId('priority', key), team_id }
	}));
	const on = (days: number) => addDays(today, days);
	for (const { of, goal, why, expectation, notDoing } of all)
		await queries.query(
			`update public.priorities set goal_id = $2::uuid, why = $3, expectation = $4, not_doing = $5
			where id = $1::uuid`,
			[of.priority_id, sampleId('annual goal', goal), why, expectation, notDoing]
		);
	await insertRows(
		queries,
		'public.milestones',
		all.flatMap(({ of, key, milestones }) =>
			milestones.map(({ title, due, planned, isDone, isChange }, position) => ({
				id: sampleId('milestone', key, title),
				...of,
				title,
				// Moved below, so that the move is kept.
				due_on: on(planned ?? due),
				planned_on: on(planned ?? due),
				done_on: isDone ? on(due) : null,
				owner_id: null,
				is_change: isChange ?? false,
				position,
				created_at: instant(today, -50, '09:00')
			}))
		)
	);
	for (const { key, owner, milestones } of all)
		for (const { title, due, planned } of milestones) {
			if (planned === undefined) continue;
			const id = sampleId('milestone', key, title);
			const mover = key === 'uptime' ? personId('kw') : owner;
			await queries.query(
				'update public.milestones set due_on = $2::text::date where id = $1::uuid',
				[id, on(due)]
			);
			await queries.query(
				`update public.milestone_moves set moved_by = $2::uuid, moved_at = $3::text::timestamptz, id = $4::uuid
				where milestone_id = $1::uuid`,
				[id, mover, instant(today, planned, '10:00'), sampleId('move', key, title)]
			);
		}
	await insertRows(
		queries,
		'public.measures',
		all.flatMap(({ of, key, owner, measures }) =>
			measures.map(({ kind, name, unit, decimals, from, to, metric }, position) => ({
				id: sampleId('measure', key, name),
				...of,
				kind,
				name,
				definition: '',
				unit: unit ?? '',
				decimals: decimals ?? 0,
				baseline: from,
				target: to,
				direction: to < from ? 'down' : 'up',
				metric_id: metric ? sampleId('metric', metric) : null,
				owner_id: owner,
				found_on: kind === 'gap' ? on(-47) : null,
				position,
				created_at: instant(today, -47, '09:00')
			}))
		)
	);
	await insertRows(
		queries,
		'public.measure_values',
		all.flatMap(({ of, key, owner, measures }) =>
			measures
				.filter(({ metric }) => metric === undefined)
				.flatMap(({ name, from, to, now, decimals }) =>
					Array.from({ length: weeksOfValues + 1 }, (_, week) => {
						const measured_on = on(-1 - 7 * (weeksOfValues - week));
						const value = from + ((now - from) * week) / weeksOfValues;
						const digits = Math.max(decimals ?? 0, Number.isInteger(now) ? 0 : 1);
						return {
							measure_id: sampleId('measure', key, name),
							team_id: of.team_id,
							measured_on,
							value: week === weeksOfValues ? now : Number(value.toFixed(to === from ? 4 : digits)),
							note: '',
							entered_by: owner,
							entered_at: instant(measured_on, 0, '16:00')
						};
					})
				)
		)
	);
	await insertRows(
		queries,
		'public.priority_risks',
		all.flatMap(({ of, key, risks, owner: accountable }) =>
			risks.map(({ title, likelihood, impact, mitigation, owner, raised, review }) => ({
				id: sampleId('risk', key, title),
				...of,
				title,
				likelihood,
				impact,
				mitigation: mitigation ?? '',
				owner_id: owner ? personId(owner) : null,
				review_on: on(review),
				raised_by: accountable,
				raised_at: instant(today, raised, '08:30')
			}))
		)
	);
	await addPlans(queries, all, on);
	await addHistory(queries, team_id, all, today);
}

type Carried = (typeof execution)[keyof typeof execution] & {
	key: string;
	owner: string;
	of: { priority_id: string; team_id: string };
};

async function addPlans(
	queries: Queries,
	all: readonly Carried[],
	on: (days: number) => string
): Promise<void> {
	await insertRows(
		queries,
		'public.phases',
		all.flatMap(({ of, key, phases }) =>
			phases.map(([name, from, to, planned], position) => ({
				id: sampleId('phase', key, name),
				...of,
				name,
				starts_on: on(from),
				ends_on: on(to),
				planned_end: on(planned ?? to),
				done_on: to < 0 ? on(to) : null,
				position,
				created_at: instant(on(-47), 0, '09:00')
			}))
		)
	);
	await insertRows(
		queries,
		'public.resources',
		all.flatMap(({ of, key, resources }) =>
			resources.map(([kind, title, owner, days], position) => ({
				id: sampleId('resource', key, title),
				...of,
				kind,
				title,
				days: days ?? null,
				owner_id: personId(owner),
				position,
				created_at: instant(on(-30), 0, '09:00')
			}))
		)
	);
	await insertRows(
		queries,
		'public.dependencies',
		all.flatMap(({ of, key, waitsFor, owner: accountable }) =>
			waitsFor.map(({ title, other, needed, owner }) => ({
				id: sampleId('dependency', key, title),
				...of,
				title,
				other_priority_id: other ? sampleId('priority', other) : null,
				needed_by: on(needed),
				owner_id: personId(owner),
				raised_by: accountable,
				raised_at: instant(on(-15), 0, '09:00')
			}))
		)
	);
	await insertRows(
		queries,
		'public.priority_parts',
		all.flatMap(({ of, parts }) =>
			parts.map(([person, part]) => ({ ...of, person_id: personId(person), part }))
		)
	);
}

/** The scores of the weeks before this one. */
async function addHistory(
	queries: Queries,
	team_id: string,
	all: readonly Carried[],
	today: string
): Promise<void> {
	const monday = mondayOf(today);
	const rows = [
		...all.map(({ of, before }) => ({ priority_id: of.priority_id, before })),
		{ priority_id: null, before: healthBefore }
	];
	await insertRows(
		queries,
		'public.health_snapshots',
		rows.flatMap(({ priority_id, before }) =>
			before.map((score, at) => {
				const week = addDays(monday, -7 * (before.length - at));
				return {
					id: sampleId('snapshot', priority_id ?? 'all', week),
					team_id,
					priority_id,
					week,
					score,
					taken_at: instant(week, 6, '20:00')
				};
			})
		)
	);
}

/** What the meetings' actions serve, once the meetings are there. */
export async function linkActions(queries: Queries, team_id: string): Promise<void> {
	for (const { key, owner } of priorities)
		for (const beginning of execution[key].actions)
			await queries.query(
				`insert into public.lineages (team_id, subject_id, subject, priority_id, linked_by, linked_at)
				select a.team_id, a.id, 'action', $3::uuid, $4::uuid, a.captured_at from public.action_items a
				where a.team_id = $1::uuid and starts_with(a.title, $2)
				on conflict do nothing`,
				[team_id, beginning, sampleId('priority', key), personId(owner)]
			);
}
