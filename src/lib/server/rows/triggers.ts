import * as v from 'valibot';
import { outcomes, type Outcome } from '#lib/scorecard/trigger.ts';
import { CadenceOf, type Metric } from '#lib/scorecard/metric.ts';
import type { Db } from './db.ts';

/** A trigger that a reading fired, with what was to be done then, and what was. */
export type FiredTrigger = {
	id: string;
	period: string;
	reason: string;
	response: string;
	responder: string | null;
	at: string;
	answer: { outcome: Outcome; words: string; by: string | null; at: string } | null;
};

/** A trigger that waits for somebody, with its metric. */
export type WaitingTrigger = FiredTrigger & {
	metric: Pick<Metric, 'id' | 'name' | 'cadence'>;
};

const columns =
	'id, period, reason, response, responder_id, fired_at, outcome, answer, answered_by, answered_at' as const;

type Row = {
	id: string;
	period: string;
	reason: string;
	response: string;
	responder_id: string | null;
	fired_at: string;
	outcome: string | null;
	answer: string;
	answered_by: string | null;
	answered_at: string | null;
};

function toTrigger(row: Row): FiredTrigger {
	return {
		id: row.id,
		period: row.period,
		reason: row.reason,
		response: row.response,
		responder: row.responder_id,
		at: new Date(row.fired_at).toISOString(),
		answer: row.outcome
			? {
					outcome: v.parse(v.picklist(outcomes), row.outcome),
					words: row.answer,
					by: row.answered_by,
					at: new Date(row.answered_at ?? row.fired_at).toISOString()
				}
			: null
	};
}

/** The triggers a metric fired, the newest first. */
export async function listTriggers(db: Db, team: string, metric: string): Promise<FiredTrigger[]> {
	const { data } = await db
		.from('fired_triggers')
		.select(columns)
		.eq('team_id', team)
		.eq('metric_id', metric)
		.order('period', { ascending: false })
		.throwOnError();
	return data.map(toTrigger);
}

/**
 * What waits for a person: of each metric that is still watched the newest trigger, because its
 * answer is the answer to those before it.
 */
export async function listWaiting(db: Db, team: string, person: string): Promise<WaitingTrigger[]> {
	const { data } = await db
		.from('fired_triggers')
		.select(`${columns}, metrics!inner(id, name, cadence, removed_at)`)
		.eq('team_id', team)
		.eq('responder_id', person)
		.is('outcome', null)
		.is('metrics.removed_at', null)
		.order('period', { ascending: false })
		.order('id')
		.throwOnError();
	const newest = new Map<string, WaitingTrigger>();
	for (const row of data) {
		const { id, name } = row.metrics;
		const cadence = v.parse(v.fallback(CadenceOf, 'week'), row.metrics.cadence);
		if (!newest.has(id)) newest.set(id, { ...toTrigger(row), metric: { id, name, cadence } });
	}
	return [...newest.values()];
}

/**
 * Says what was done about a trigger, and about those of the same metric that were still open
 * before it. False when there is no such open trigger in the team, or this person may not.
 */
export async function answerTrigger(
	db: Db,
	team: string,
	person: string,
	{ trigger, outcome, words }: { trigger: string; outcome: Outcome; words: string },
	now: Date
): Promise<boolean> {
	const { data: found } = await db
		.from('fired_triggers')
		.select('metric_id, period')
		.eq('team_id', team)
		.eq('id', trigger)
		.is('outcome', null)
		.maybeSingle()
		.throwOnError();
	if (!found) return false;
	const { data } = await db
		.from('fired_triggers')
		.update({ outcome, answer: words, answered_by: person, answered_at: now.toISOString() })
		.eq('team_id', team)
		.eq('metric_id', found.metric_id)
		.lte('period', found.period)
		.is('outcome', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
