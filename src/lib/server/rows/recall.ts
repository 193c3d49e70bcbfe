import type { MessageText } from '#lib/message/message.ts';
import type { RecallAnswer } from '#lib/message/recall.ts';
import type { Db } from './db.ts';

/** A round that is not revealed yet: who has answered, never what. */
export type OpenRound = {
	id: string;
	startedBy: string | null;
	/** Instants. */
	startedAt: string;
	closesAt: string;
	answered: string[];
	/** What I sent myself. */
	mine: RecallAnswer | null;
};

/** A round with everybody's answers. */
export type RevealedRound = {
	id: string;
	startedAt: string;
	/** The version it is held against; null when it is gone, or there was none. */
	message: string | null;
	priorities: string[];
	answers: RecallAnswer[];
};

const kept = 12;

/** The round that is open, if one is. */
export async function findOpenRound(
	db: Db,
	team: string,
	me: string
): Promise<OpenRound | undefined> {
	const { data: row } = await db
		.from('recall_rounds')
		.select('id, started_by, started_at, closes_at')
		.eq('team_id', team)
		.is('revealed_at', null)
		.maybeSingle()
		.throwOnError();
	if (!row) return undefined;
	const [answered, own] = await Promise.all([
		db.rpc('recall_answered', { round: row.id }).throwOnError(),
		db
			.from('recall_answers')
			.select('person_id, priorities, what, why, how, how_much')
			.eq('round_id', row.id)
			.eq('person_id', me)
			.maybeSingle()
			.throwOnError()
	]);
	return {
		id: row.id,
		startedBy: row.started_by,
		startedAt: new Date(row.started_at).toISOString(),
		closesAt: new Date(row.closes_at).toISOString(),
		answered: answered.data,
		mine: own.data && toAnswer(own.data)
	};
}

/** When the open round closes (an instant); undefined when none is open. */
export async function findRecallEnd(db: Db, team: string): Promise<string | undefined> {
	const { data } = await db
		.from('recall_rounds')
		.select('closes_at')
		.eq('team_id', team)
		.is('revealed_at', null)
		.maybeSingle()
		.throwOnError();
	return data ? new Date(data.closes_at).toISOString() : undefined;
}

/** The revealed rounds, the newest first; the last twelve. */
export async function listRounds(db: Db, team: string): Promise<RevealedRound[]> {
	const { data } = await db
		.from('recall_rounds')
		.select(
			'id, started_at, message_id, priorities, recall_answers(person_id, priorities, what, why, how, how_much)'
		)
		.eq('team_id', team)
		.not('revealed_at', 'is', null)
		.order('started_at', { ascending: false })
		.order('answered_at', { referencedTable: 'recall_answers' })
		.limit(kept)
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		startedAt: new Date(row.started_at).toISOString(),
		message: row.message_id,
		priorities: row.priorities,
		answers: row.recall_answers.map(toAnswer)
	}));
}

/** Starts a round, or finds the one that is open. Only members may. */
export async function startRecall(db: Db, team: string): Promise<void> {
	await db.rpc('start_recall', { team }).throwOnError();
}

/** Gives or replaces one's own answer. False when the round has closed. */
export async function answerRecall(
	db: Db,
	round: string,
	{ what, why, how, howMuch, priorities }: MessageText & { priorities: string[] }
): Promise<boolean> {
	const { data } = await db
		.rpc('answer_recall', { round, priorities, what, why, how, how_much: howMuch })
		.throwOnError();
	return data;
}

/** Shows every answer to the team. False while others still have time to answer. */
export async function revealRecall(db: Db, round: string): Promise<boolean> {
	const { data } = await db.rpc('reveal_recall', { round }).throwOnError();
	return data;
}

type AnswerRow = {
	person_id: string;
	priorities: string[];
	what: string;
	why: string;
	how: string;
	how_much: string;
};

const toAnswer = (row: AnswerRow): RecallAnswer => ({
	person: row.person_id,
	priorities: row.priorities,
	what: row.what,
	why: row.why,
	how: row.how,
	howMuch: row.how_much
});
