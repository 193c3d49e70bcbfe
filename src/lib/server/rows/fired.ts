import type { Db } from './db.ts';

/** A breach that fired, and what was done; `on` and `answeredOn` are ISO dates. */
export type Fired = {
	id: string;
	metric: string;
	name: string;
	reason: string;
	response: string;
	responder: string | null;
	on: string;
	outcome: string | null;
	answer: string;
	answeredBy: string | null;
	answeredOn: string | null;
};

/** The breaches of a team, the newest first; the last sixty. */
export async function listFired(db: Db, team: string): Promise<Fired[]> {
	const { data } = await db
		.from('fired_triggers')
		.select(
			'id, metric_id, reason, response, responder_id, fired_at, outcome, answer, answered_by, answered_at, metrics(name)'
		)
		.eq('team_id', team)
		.order('fired_at', { ascending: false })
		.order('id')
		.limit(60)
		.throwOnError();
	return data.map((row) => ({
		...{ id: row.id, metric: row.metric_id, reason: row.reason, response: row.response },
		name: row.metrics?.name ?? '',
		responder: row.responder_id,
		on: row.fired_at.slice(0, 10),
		outcome: row.outcome,
		answer: row.answer,
		answeredBy: row.answered_by,
		answeredOn: row.answered_at?.slice(0, 10) ?? null
	}));
}
