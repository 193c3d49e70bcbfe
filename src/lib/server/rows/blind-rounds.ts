import * as v from 'valibot';
import { Result, type Revealed, type RoundKind, type Sheet } from '#lib/diagnosis/blind-round.ts';
import type { Db } from './db.ts';

/** A round that is not shown yet: who is asked and who has answered, never what. */
export type OpenBlindRound = {
	id: string;
	startedBy: string | null;
	/** An instant. */
	startedAt: string;
	/** ISO date. */
	dueOn: string | null;
	asked: string[];
	answered: string[];
};

export type BlindRounds = {
	open: OpenBlindRound | undefined;
	/** The newest first. */
	revealed: (Revealed & { startedAt: string })[];
};

/** Six years of quarterly rounds. */
const mostRounds = 24;

export async function listBlindRounds(db: Db, team: string, kind: RoundKind): Promise<BlindRounds> {
	const { data } = await db
		.from('blind_rounds')
		.select(
			'id, started_by, started_at, due_on, revealed_at, answers, result, blind_invitations(person_id)'
		)
		.eq('team_id', team)
		.eq('kind', kind)
		.order('started_at', { ascending: false })
		.limit(mostRounds)
		.throwOnError();
	const open = data.find(({ revealed_at }) => revealed_at === null);
	const answered = open
		? (await db.rpc('who_answered_blind', { round: open.id }).throwOnError()).data
		: [];
	return {
		open: open && {
			id: open.id,
			startedBy: open.started_by,
			startedAt: new Date(open.started_at).toISOString(),
			dueOn: open.due_on,
			asked: open.blind_invitations.map(({ person_id }) => person_id),
			answered
		},
		revealed: data.flatMap(({ id, started_at, revealed_at, answers, result }) =>
			revealed_at === null
				? []
				: {
						id,
						startedAt: new Date(started_at).toISOString(),
						revealedAt: new Date(revealed_at).toISOString(),
						answers: answers ?? 0,
						result: v.is(Result, result) ? result : null
					}
		)
	};
}

/** What waits for this person's answers: the kinds of the open rounds they are asked in. */
export async function listAskedBlind(db: Db, team: string, me: string): Promise<RoundKind[]> {
	const { data } = await db
		.from('blind_rounds')
		.select('id, kind, blind_invitations!inner(person_id)')
		.eq('team_id', team)
		.is('revealed_at', null)
		.eq('blind_invitations.person_id', me)
		.throwOnError();
	const waiting = await Promise.all(
		data.map(async ({ id, kind }) => {
			const answered = await db.rpc('who_answered_blind', { round: id }).throwOnError();
			return answered.data.includes(me) ? [] : [kind as RoundKind];
		})
	);
	return waiting.flat();
}

/** Starts a round for these people, or finds the open one; false when none of them is a member. */
export async function startBlindRound(
	db: Db,
	team: string,
	kind: RoundKind,
	invited: readonly string[],
	due: string | null
): Promise<boolean> {
	const { data } = await db
		.rpc('start_blind_round', { team, of_kind: kind, invited: [...invited], due: due as string })
		.throwOnError();
	return Boolean(data);
}

/** `elsewhere` says that this person has answered from another browser. */
export type Answered = 'kept' | 'closed' | 'elsewhere' | 'incomplete';

/**
 * Gives one's answers without one's name.
 *
 * @param key what only the browser of whoever answers keeps; with it they may be changed
 */
export async function answerBlindRound(
	db: Db,
	round: string,
	key: string,
	sheet: Sheet
): Promise<Answered> {
	const { data } = await db
		.rpc('answer_blind_round', { round, key, answers: JSON.stringify(sheet) })
		.throwOnError();
	return data as Answered;
}

/** False while others are still asked and this person may not close it. */
export async function revealBlindRound(db: Db, round: string): Promise<boolean> {
	const { data } = await db.rpc('reveal_blind_round', { round }).throwOnError();
	return data;
}
