import { addDays, mondayOf } from '#lib/calendar/day.ts';
import { resultOf } from '#lib/diagnosis/a-result.ts';
import { breakdowns } from '#lib/diagnosis/breakdowns.ts';
import { pillars } from '#lib/diagnosis/pillars.ts';
import { periodOf } from '#lib/scorecard/period.ts';
import type { Queries } from '../database/database.ts';
import { instant, type Calendar } from './calendar.ts';
import { gapRound, pillarRounds } from './diagnosis.ts';
import { breaches, outcome, process, rankings, responses, systems } from './guides.ts';
import { insertRows } from './insert-rows.ts';
import { personId, team } from './people.ts';
import { sampleId } from './sample-ids.ts';
import { priorities } from './strategy.ts';
import { seats } from './structure.ts';

/** Rounds that were revealed, the chart, and what the guides know besides. */
export async function addDiagnosis(
	queries: Queries,
	team_id: string,
	series_id: string,
	{ today }: Calendar
): Promise<void> {
	await addRounds(queries, team_id, today);
	await addChart(queries, team_id, series_id, today);
	await addGuides(queries, team_id, today);
	await addResponses(queries, team_id, today);
}

async function addRounds(queries: Queries, team_id: string, today: string): Promise<void> {
	const rounds = [
		...pillarRounds.map(({ key, days, sheets }) => ({
			...{ id: sampleId('blind round', key), kind: 'pillars', days, sheets },
			result: resultOf(pillars, sheets)
		})),
		{
			...{ id: sampleId('blind round', 'gap'), kind: 'execution gap', ...gapRound },
			result: resultOf(breakdowns, gapRound.sheets)
		}
	];
	await insertRows(
		queries,
		'public.blind_rounds',
		rounds.map(({ id, kind, days, sheets, result }) => ({
			...{ id, team_id, kind, result, answers: sheets.length },
			started_by: personId('sw'),
			started_at: instant(today, days - 5, '09:00'),
			due_on: addDays(today, days),
			revealed_at: instant(today, days, '16:00')
		}))
	);
	await insertRows(
		queries,
		'public.blind_invitations',
		rounds.flatMap(({ id, sheets }) =>
			team
				.slice(0, sheets.length)
				.map((person) => ({ round_id: id, person_id: person.id, team_id }))
		)
	);
	await insertRows(queries, 'public.chosen_lanes', [
		{
			...{ id: sampleId('lane'), team_id, lane: 'service' },
			chosen_by: personId('mo'),
			chosen_at: instant(today, -30, '11:00')
		}
	]);
	await insertRows(queries, 'public.quarter_themes', [
		{
			...{ id: sampleId('theme'), team_id, quarter: periodOf(today, 'quarter') },
			...{ pillar: 'leadership', score: null, chosen_by: personId('mo') },
			chosen_at: instant(today, -1, '11:20')
		}
	]);
}

async function addChart(
	queries: Queries,
	team_id: string,
	series_id: string,
	today: string
): Promise<void> {
	const idOf = (key: string) => sampleId('seat', key);
	const drawn = instant(today, -240, '10:00');
	await insertRows(
		queries,
		'public.seats',
		seats.map(({ key, title, above, answersFor, isKey }, position) => ({
			...{ id: idOf(key), team_id, title, position, created_at: drawn },
			accountabilities: answersFor,
			reports_to: above ? idOf(above) : null,
			is_key: isKey ?? false,
			changed_by: personId('sw')
		}))
	);
	await insertRows(
		queries,
		'public.seat_holders',
		seats.flatMap(({ key, holders }) =>
			holders.map((holder, at) => ({
				...{ id: sampleId('holder', key, at), seat_id: idOf(key), team_id },
				person_id: typeof holder === 'string' ? personId(holder) : null,
				name: typeof holder === 'string' ? '' : holder.name,
				since: addDays(today, at === 0 ? -240 : -12)
			}))
		)
	);
	await insertRows(
		queries,
		'public.seat_links',
		seats.flatMap(({ key, metrics = [], priorities = [] }) => [
			...metrics.map((metric) => ({
				...{ id: sampleId('seat link', key, 'metric', metric), seat_id: idOf(key), team_id },
				metric_id: sampleId('metric', metric),
				priority_id: null
			})),
			...priorities.map((priority) => ({
				...{ id: sampleId('seat link', key, 'priority', priority), seat_id: idOf(key), team_id },
				metric_id: null,
				priority_id: sampleId('priority', priority)
			}))
		])
	);
	await insertRows(
		queries,
		'public.series_seats',
		seats.flatMap(({ key, sits }) => (sits ? [{ series_id, seat_id: idOf(key), team_id }] : []))
	);
	await insertRows(
		queries,
		'public.chart_reviews',
		[-196, -105].map((days) => ({
			...{ id: sampleId('chart review', days), team_id, seats: days === -196 ? 14 : 15, vacant: 1 },
			reviewed_on: addDays(today, days),
			signed_by: personId(days === -196 ? 'sw' : 'mo'),
			note: days === -196 ? '' : 'Night lead is its own seat now.',
			signed_at: instant(today, days, '15:00')
		}))
	);
	// The triggers have noted today; what a newcomer reads happened earlier.
	await queries.query('delete from public.seat_changes where team_id = $1::uuid', [team_id]);
	const changes: [key: string, what: string, days: number][] = [
		['night', 'Added', -105],
		['night', 'Reports to Remote operations centre', -105],
		['centre', 'Given to David Lindqvist', -12],
		['parts', 'No longer held by Lotte Meijer', -19]
	];
	await insertRows(
		queries,
		'public.seat_changes',
		changes.map(([key, what, days]) => ({
			...{ id: sampleId('seat change', key, what), team_id, seat_id: idOf(key), what },
			seat: seats.find((seat) => seat.key === key)?.title ?? '',
			changed_by: personId('sw'),
			changed_at: instant(today, days, '15:30')
		}))
	);
}

async function addGuides(queries: Queries, team_id: string, today: string): Promise<void> {
	const written = instant(today, -34, '14:00');
	const process_id = sampleId('process');
	await insertRows(queries, 'public.processes', [
		{
			id: process_id,
			team_id,
			name: process.name,
			owner_id: personId(process.owner),
			created_at: written
		}
	]);
	await insertRows(
		queries,
		'public.process_steps',
		process.steps.map(({ name, work, wait, doer, handOff, rework, ...step }, position) => ({
			...{ id: sampleId('step', position), process_id, team_id, position, name, doer, rework },
			work_hours: work,
			wait_hours: wait,
			hand_off: handOff,
			back_to: 'backTo' in step ? (step.backTo ?? null) : null
		}))
	);
	await insertRows(queries, 'public.process_fixes', [
		{
			...{ id: sampleId('fix'), process_id, team_id, what: process.fix.what },
			owner_id: personId(process.fix.owner),
			due_on: addDays(today, process.fix.due),
			hours_before: process.fix.before,
			created_at: written
		}
	]);
	await insertRows(
		queries,
		'public.systems',
		systems.map(({ name, holds, owner, filling }) => ({
			...{ id: sampleId('system', name), team_id, name, holds, filling, created_at: written },
			owner_id: owner ? personId(owner) : null
		}))
	);
	await insertRows(
		queries,
		'public.system_feeds',
		systems.flatMap(({ name, feeds }) =>
			feeds.map((metric) => ({
				system_id: sampleId('system', name),
				metric_id: sampleId('metric', metric),
				team_id
			}))
		)
	);
	const outcome_id = sampleId('outcome');
	await insertRows(queries, 'public.outcome_targets', [
		{
			...{ id: outcome_id, team_id, title: outcome.title, target: outcome.target },
			metric_id: sampleId('metric', outcome.metric),
			due_on: addDays(today, outcome.days),
			assumptions: outcome.assumptions,
			created_by: personId('pr'),
			created_at: written
		}
	]);
	await insertRows(
		queries,
		'public.contributions',
		outcome.contributions.map(({ department, what, amount, owner }) => ({
			...{
				id: sampleId('contribution', department),
				outcome_id,
				team_id,
				department,
				what,
				amount
			},
			owner_id: personId(owner),
			created_at: written
		}))
	);
	const round_id = sampleId('ranking round');
	const ids = priorities.map(({ key }) => sampleId('priority', key));
	await insertRows(queries, 'public.ranking_rounds', [
		{
			...{ id: round_id, team_id, priorities: ids, started_by: personId('sw') },
			started_at: written,
			revealed_at: instant(today, -33, '16:00')
		}
	]);
	await insertRows(
		queries,
		'public.rankings',
		rankings.map(([person, places]) => ({
			...{ round_id, person_id: personId(person), team_id },
			ranking: places.map((place) => ids[place] ?? '')
		}))
	);
}

/** What is done about some metrics, and two breaches that were answered. */
async function addResponses(queries: Queries, team_id: string, today: string): Promise<void> {
	for (const { metric, formula, response, responder } of responses)
		await queries.query(
			`update public.metrics set formula = $2, response = $3, responder_id = $4::uuid where id = $1::uuid`,
			[sampleId('metric', metric), formula, response, personId(responder)]
		);
	await insertRows(
		queries,
		'public.fired_triggers',
		breaches.map(({ metric, weeks, reason, answer, by }) => {
			const period = addDays(mondayOf(today), -7 * weeks);
			return {
				...{ id: sampleId('breach', metric, weeks), team_id, period, rule: 'red', reason, answer },
				metric_id: sampleId('metric', metric),
				response: responses.find((one) => one.metric === metric)?.response ?? '',
				responder_id: personId(by),
				fired_at: instant(period, 7, '08:00'),
				outcome: 'done',
				answered_by: personId(by),
				answered_at: instant(period, 8, '11:00')
			};
		})
	);
}
