import { periodOf } from '#lib/scorecard/period.ts';
import type { Db } from './db.ts';

/** A metric that left the scorecard; its readings are kept. */
export type NoLongerWatched = {
	id: string;
	name: string;
	/** An instant. */
	at: string;
	reason: string;
	/** Who decided it, and who took it off. */
	decidedBy: string | null;
	by: string | null;
};

export const stoppedColumns =
	'id, name, removed_at, removed_reason, removal_decided_by, removed_by' as const;

type Row = {
	id: string;
	name: string;
	removed_at: string | null;
	removed_reason: string;
	removal_decided_by: string | null;
	removed_by: string | null;
};

/** Undefined while it is watched. */
export function toStopped(row: Row): NoLongerWatched | undefined {
	if (row.removed_at === null) return undefined;
	return {
		id: row.id,
		name: row.name,
		at: new Date(row.removed_at).toISOString(),
		reason: row.removed_reason,
		decidedBy: row.removal_decided_by,
		by: row.removed_by
	};
}

/** What the team watches no longer, the latest first. */
export async function listStopped(db: Db, team: string): Promise<NoLongerWatched[]> {
	const { data } = await db
		.from('metrics')
		.select(stoppedColumns)
		.eq('team_id', team)
		.not('removed_at', 'is', null)
		.order('removed_at', { ascending: false })
		.order('name')
		.throwOnError();
	return data.flatMap((row) => toStopped(row) ?? []);
}

/** Why metrics are watched no longer, and whose decision it was. */
export type Why = { reason: string; decidedBy: string | null };

/**
 * Takes metrics off the scorecard; their readings stay. Answers how many were: none of other teams,
 * none that are off already, and none for an observer.
 */
export async function stopWatching(
	db: Db,
	team: string,
	metrics: readonly string[],
	{ reason, decidedBy }: Why = { reason: '', decidedBy: null },
	now = new Date()
): Promise<number> {
	if (metrics.length === 0) return 0;
	const { data } = await db
		.from('metrics')
		.update({
			removed_at: now.toISOString(),
			removed_reason: reason,
			removal_decided_by: decidedBy
		})
		.eq('team_id', team)
		.in('id', metrics)
		.is('removed_at', null)
		.select('id')
		.throwOnError();
	return data.length;
}

/** Puts a metric back where it was. False when the team watches no such metric no longer. */
export async function watchAgain(db: Db, team: string, metric: string): Promise<boolean> {
	const { data } = await db
		.from('metrics')
		.update({ removed_at: null })
		.eq('team_id', team)
		.eq('id', metric)
		.not('removed_at', 'is', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** True when the question of this quarter was answered, or put off to the next. */
export async function isReviewed(db: Db, team: string, today: string): Promise<boolean> {
	const { count } = await db
		.from('watch_reviews')
		.select('quarter', { count: 'exact', head: true })
		.eq('team_id', team)
		.eq('quarter', periodOf(today, 'quarter'))
		.throwOnError();
	return (count ?? 0) > 0;
}

/** Keeps the answer of the team for this quarter; whoever answers second changes nothing. */
export async function answerReview(
	db: Db,
	team: string,
	person: string,
	today: string,
	answer: 'stopped' | 'put off'
): Promise<void> {
	const { error } = await db.from('watch_reviews').insert({
		team_id: team,
		quarter: periodOf(today, 'quarter'),
		answer,
		answered_by: person
	});
	if (error && error.code !== '23505') throw error;
}
