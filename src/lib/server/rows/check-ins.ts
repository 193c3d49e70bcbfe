import { mondayOf } from '#lib/calendar/day.ts';
import { blockerKinds, type BlockerKind, type Given } from '#lib/strategy/check-in.ts';
import type { Db } from './db.ts';

/** A week's round of a cycle; `week` is its Monday. */
export type Round = {
	id: string;
	week: string;
	revealedAt: string | null;
	revealedBy: string | null;
};

/** What is in the way of a key result, and what is done about it next. */
export type Blocker = {
	id: string;
	keyResult: string;
	kind: BlockerKind;
	action: { title: string; owner: string | null; due: string | null; isDone: boolean } | null;
};

export type CheckIn = {
	/** This week's; nobody has begun it while there is none. */
	round: Round | undefined;
	/** Who has given how many answers; never which. */
	answered: Map<string, number>;
	/** My own before the reveal, everybody's after it. */
	given: Given[];
	/** Everybody's of the last round before this one that was revealed. */
	before: Given[];
	blockers: Blocker[];
};

/**
 * How a team's check-in of a week stands, as far as this person may know.
 *
 * @param week the Monday of the week
 */
export async function loadCheckIn(
	db: Db,
	team: string,
	cycle: string,
	week: string
): Promise<CheckIn> {
	const [rounds, blockers] = await Promise.all([
		listRounds(db, team, cycle),
		listBlockers(db, team)
	]);
	const round = rounds.find((one) => one.week === week);
	const last = rounds.findLast((one) => one.week < week && one.revealedAt !== null);
	const [answered, given, before] = await Promise.all([
		round ? findAnswered(db, round.id) : new Map<string, number>(),
		round ? listGiven(db, round.id) : [],
		last ? listGiven(db, last.id) : []
	]);
	return { round, answered, given, before, blockers };
}

/** The rounds of a cycle, oldest first. */
export async function listRounds(db: Db, team: string, cycle: string): Promise<Round[]> {
	const { data } = await db
		.from('check_in_rounds')
		.select('id, week, revealed_at, revealed_by')
		.eq('team_id', team)
		.eq('cycle_id', cycle)
		.order('week')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		week: row.week,
		revealedAt: row.revealed_at && new Date(row.revealed_at).toISOString(),
		revealedBy: row.revealed_by
	}));
}

async function findAnswered(db: Db, round: string): Promise<Map<string, number>> {
	const { data } = await db.rpc('who_checked_in', { round }).throwOnError();
	return new Map(data.map(({ person, answered }) => [person, Number(answered)]));
}

async function listGiven(db: Db, round: string): Promise<Given[]> {
	const { data } = await db
		.from('confidences')
		.select('key_result_id, person_id, confidence')
		.eq('round_id', round)
		.order('confidence')
		.throwOnError();
	return data.map((row) => ({
		keyResult: row.key_result_id,
		person: row.person_id,
		confidence: row.confidence
	}));
}

/** What is in the way now; what was cleared is left out. */
export async function listBlockers(db: Db, team: string): Promise<Blocker[]> {
	const { data } = await db
		.from('blockers')
		.select('id, key_result_id, kind, action_items(title, owner_id, due_on, done_at)')
		.eq('team_id', team)
		.is('cleared_at', null)
		.order('raised_at')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		keyResult: row.key_result_id,
		kind: blockerKinds.find((kind) => kind === row.kind) ?? 'other',
		action: row.action_items && {
			title: row.action_items.title,
			owner: row.action_items.owner_id,
			due: row.action_items.due_on,
			isDone: row.action_items.done_at !== null
		}
	}));
}

/**
 * Gives or takes back confidences of this week, by key result. The first answer begins the round.
 *
 * @returns false when the round was revealed already, so that nothing was kept
 */
export async function giveConfidences(
	db: Db,
	cycle: string,
	week: string,
	answers: Record<string, number | null>
): Promise<boolean> {
	const { data } = await db
		.rpc('answer_check_in', { of_cycle: cycle, of_week: week, answers: JSON.stringify(answers) })
		.throwOnError();
	return data;
}

/** False when it was revealed, a later week has begun, or nobody has answered. */
export async function revealRound(db: Db, round: string): Promise<boolean> {
	const { data } = await db.rpc('reveal_check_in', { round }).throwOnError();
	return data;
}

/** Names what is in the way and the next action about it; said again, both are changed. */
export async function raiseBlocker(
	db: Db,
	said: { keyResult: string; kind: BlockerKind; next: string; owner: string; due: string }
): Promise<boolean> {
	const { keyResult: key_result, kind, next: next_action, owner, due } = said;
	const { data } = await db
		.rpc('raise_blocker', { key_result, kind, next_action, owner, due })
		.throwOnError();
	return data;
}

/** Says that it is out of the way. Its action stays as it is. */
export async function clearBlocker(
	db: Db,
	team: string,
	id: string,
	person: string
): Promise<boolean> {
	const { data } = await db
		.from('blockers')
		.update({ cleared_at: new Date().toISOString(), cleared_by: person })
		.eq('team_id', team)
		.eq('id', id)
		.is('cleared_at', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/**
 * Whether this week's check-in asks something of this person: of owners of key results from Monday
 * on, of everybody once somebody has begun; not once it is answered or revealed.
 *
 * @param today ISO date
 */
export async function isCheckInAsked(
	db: Db,
	team: string,
	person: string,
	today: string
): Promise<boolean> {
	const { data: cycles } = await db
		.from('cycles')
		.select(
			'id, check_in_rounds(id, week, revealed_at), objectives(state, ended_at, key_results(owner_id, ended_at))'
		)
		.eq('team_id', team)
		.lte('starts_on', today)
		.gte('ends_on', today)
		.order('starts_on', { ascending: false })
		.limit(1)
		.throwOnError();
	const [cycle] = cycles;
	const owners = (cycle?.objectives ?? [])
		.filter(({ state, ended_at }) => state === 'accepted' && ended_at === null)
		.flatMap(({ key_results }) => key_results.filter(({ ended_at }) => ended_at === null))
		.map(({ owner_id }) => owner_id);
	if (!cycle || owners.length === 0) return false;
	const round = cycle.check_in_rounds.find(({ week }) => week === mondayOf(today));
	if (!round) return owners.includes(person);
	return round.revealed_at === null && !(await findAnswered(db, round.id)).has(person);
}
