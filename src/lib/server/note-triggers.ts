import { movePeriod, periodOf } from '#lib/scorecard/period.ts';
import { firstToFire, triggerOf } from '#lib/scorecard/trigger.ts';
import { verdictOf } from '#lib/scorecard/verdict.ts';
import type { Tables } from './database-types.ts';
import type { Queries } from './database/database.ts';
import { toMetric } from './rows/metrics.ts';

type Judged = { metric: string; readings: string };

/** Judging is arithmetic: others are served between two lots of so many metrics. */
const atOnce = 50;

/**
 * Logs what the newest readings of these metrics fire. To be called after readings were written, in
 * whatever way they came and however many: each metric is judged once, by all its readings, and
 * calling it again changes nothing. Where a correction has taken the cause away, a trigger that
 * nobody has answered yet is closed; where it comes back, the trigger is open again.
 *
 * @param metrics ids; those of other teams, and what is no longer watched, are left alone
 */
export async function noteTriggers(
	database: Queries,
	team: string,
	metrics: readonly string[],
	now = new Date()
): Promise<void> {
	const today = now.toISOString().slice(0, 10);
	const ids = [...new Set(metrics)];
	for (let at = 0; at < ids.length; at += atOnce)
		await noteSome(database, team, ids.slice(at, at + atOnce), today);
}

async function noteSome(
	database: Queries,
	team: string,
	metrics: readonly string[],
	today: string
): Promise<void> {
	const judged = (await readNewest(database, team, metrics, today)).map((row) => {
		const metric = toMetric(JSON.parse(row.metric) as Tables<'metrics'>);
		const readings = (JSON.parse(row.readings) as [string, number][]).map(([period, value]) => ({
			period,
			value
		}));
		return {
			metric,
			newest: readings.at(-1)?.period ?? '',
			trigger: triggerOf(metric, verdictOf(metric, readings), today)
		};
	});
	await log(
		database,
		judged.flatMap(({ metric, trigger }) =>
			trigger
				? {
						...trigger,
						metric_id: metric.id,
						team_id: team,
						reason: trigger.reason.slice(0, 500),
						response: metric.response,
						responder_id: metric.responder ?? metric.owner
					}
				: []
		)
	);
	await close(
		database,
		judged.flatMap(({ metric, newest, trigger }) =>
			trigger || newest < firstToFire(metric, today) ? [] : { metric_id: metric.id, period: newest }
		)
	);
}

/** The metrics whose newest reading is new enough for any cadence, each with all its readings. */
function readNewest(
	database: Queries,
	team: string,
	metrics: readonly string[],
	today: string
): Promise<Judged[]> {
	return database.query<Judged>(
		`select to_jsonb(m)::text as metric, (
				select jsonb_agg(jsonb_build_array(r.period, r.value) order by r.period)
				from public.readings r where r.metric_id = m.id
			)::text as readings
		from public.metrics m
		where m.team_id = $1::text::uuid and m.removed_at is null
			and m.id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb))
			and exists (
				select from public.readings r where r.metric_id = m.id and r.period >= $3::text::date
			)`,
		[team, JSON.stringify(metrics), movePeriod(periodOf(today, 'quarter'), 'quarter', -1)]
	);
}

async function log(database: Queries, fired: readonly object[]): Promise<void> {
	if (fired.length === 0) return;
	await database.query(
		`insert into public.fired_triggers as t
			(metric_id, team_id, period, rule, reason, response, responder_id)
		select metric_id, team_id, period, rule, reason, response, responder_id
		from jsonb_populate_recordset(null::public.fired_triggers, $1::text::jsonb)
		on conflict (metric_id, period) do update
			set rule = excluded.rule, reason = excluded.reason, outcome = null, answered_at = null
			where t.outcome = 'reading corrected'
				or (t.outcome is null and t.reason is distinct from excluded.reason)`,
		[JSON.stringify(fired)]
	);
}

async function close(database: Queries, quiet: readonly object[]): Promise<void> {
	if (quiet.length === 0) return;
	await database.query(
		`update public.fired_triggers t set outcome = 'reading corrected', answered_at = now()
		from jsonb_populate_recordset(null::public.fired_triggers, $1::text::jsonb) q
		where t.metric_id = q.metric_id and t.period = q.period and t.outcome is null`,
		[JSON.stringify(quiet)]
	);
}
