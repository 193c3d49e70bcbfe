import {
	acceptedOf,
	isOfNoUse,
	lookBack,
	modelKindOf,
	quietFor,
	showingEnds,
	suggestionKinds,
	type ShowingEnd,
	type SuggestionKind
} from '#lib/facilitator/suggestion.ts';
import type { RoomSuggestions } from '#lib/meeting/room-rows.ts';
import type { Db } from './db.ts';

/** Thirty showings of every kind are within this many, unless one is shown far more than others. */
const mostShowings = 1000;

/** A kind of suggestion as a team has it: who turned it off, and how much use it was. */
export type KindInUse = {
	kind: SuggestionKind;
	/** What an admin chose; null when nobody did. */
	team: boolean | null;
	/** Whether this person turned it off. */
	offForMe: boolean;
	isOfNoUse: boolean;
	/** Of the last showings, up to thirty, since an admin turned it on again. */
	showings: number;
	accepted: number;
};

/** Every kind, with what people chose and what became of its last showings. */
export async function listKindsInUse(db: Db, team: string): Promise<KindInUse[]> {
	const { showings, teamSwitches, ownKinds } = await readChoices(db, team);
	return suggestionKinds.map((kind) => {
		const chosen = teamSwitches.find((one) => one.kind === kind);
		const since = chosen?.is_on ? Date.parse(chosen.changed_at) : 0;
		const ends = showings
			.filter((one) => one.kind === kind && one.shownAt >= since)
			.map(({ end }) => end)
			.toReversed();
		return {
			kind,
			team: chosen?.is_on ?? null,
			offForMe: ownKinds.has(kind),
			isOfNoUse: isOfNoUse(ends),
			showings: Math.min(lookBack, ends.length),
			accepted: acceptedOf(ends)
		};
	});
}

/** What is not to be suggested in a room of this team. `today` is an ISO date. */
export async function findSuggestionChoices(
	db: Db,
	team: string,
	today: string
): Promise<RoomSuggestions> {
	const [kinds, quiet] = await Promise.all([listKindsInUse(db, team), listQuiet(db, team, today)]);
	return {
		offForMe: kinds.filter(({ offForMe }) => offForMe).map(({ kind }) => kind),
		offForTeam: kinds.filter((one) => one.team === false).map(({ kind }) => kind),
		ofNoUse: kinds
			.filter((one) => one.isOfNoUse && one.team !== false)
			.map(({ kind, accepted }) => ({ kind, accepted })),
		quiet
	};
}

/** The kinds this person does not see: off for the team, of no use, or off for themselves. */
export async function listKindsHidden(db: Db, team: string): Promise<Set<SuggestionKind>> {
	const kinds = await listKindsInUse(db, team);
	return new Set(
		kinds
			.filter((one) => one.team === false || one.isOfNoUse || one.offForMe)
			.map(({ kind }) => kind)
	);
}

/** The kinds that are not asked of a model, because an admin turned them off or they were of no use. */
export async function listKindsOff(db: Db, team: string): Promise<Set<SuggestionKind>> {
	const kinds = await listKindsInUse(db, team);
	return new Set(
		kinds.filter((one) => one.team === false || one.isOfNoUse).map(({ kind }) => kind)
	);
}

type Showing = { kind: string; end: ShowingEnd; shownAt: number };

/** What models proposed, in rooms and outside them, the newest first. */
async function listProposed(db: Db, team: string): Promise<Showing[]> {
	const [inRooms, drafted, besideMessage, planned] = await Promise.all([
		db
			.from('model_suggestions')
			.select('kind, answer, meetings(starts_at)')
			.eq('team_id', team)
			.order('answered_at', { ascending: false })
			.limit(mostShowings)
			.throwOnError(),
		db
			.from('draft_items')
			.select('kind, answer, drafts(asked_at)')
			.eq('team_id', team)
			.order('answered_at', { ascending: false })
			.limit(mostShowings)
			.throwOnError(),
		// Of what stands beside the message only what was answered counts: it waits as long as it likes.
		db
			.from('message_suggestions')
			.select('kind, ended_as, answered_at')
			.eq('team_id', team)
			.order('answered_at', { ascending: false })
			.limit(mostShowings)
			.throwOnError(),
		db
			.from('plan_rows')
			.select('decision, decided_at, worker_runs!inner(made_from)')
			.eq('team_id', team)
			.eq('worker_runs.made_from', 'AI')
			.in('decision', ['accepted', 'dismissed'])
			.order('decided_at', { ascending: false })
			.limit(mostShowings)
			.throwOnError()
	]);
	const byModel = [
		...inRooms.data.map(({ meetings, ...one }) => ({ ...one, at: meetings?.starts_at })),
		...drafted.data.map(({ drafts, ...one }) => ({ ...one, at: drafts?.asked_at })),
		...planned.data.map((row) => ({ kind: 'plan', answer: row.decision, at: row.decided_at }))
	].map(({ kind, answer, at }) => ({ kind: modelKindOf(kind) ?? '', answer, at }));
	return [
		...byModel,
		...besideMessage.data.map(({ kind, ended_as, answered_at }) => ({
			...{ kind, answer: ended_as, at: answered_at }
		}))
	]
		.map(({ kind, answer, at }) => ({
			kind,
			end: endOf(answer === 'removed' ? 'dismissed' : answer),
			shownAt: Date.parse(at ?? '') || 0
		}))
		.toSorted((one, other) => other.shownAt - one.shownAt);
}

async function readChoices(db: Db, team: string) {
	const [showings, proposed, teamSwitches, own] = await Promise.all([
		db
			.from('suggestion_showings')
			.select('kind, ended_as, shown_at')
			.eq('team_id', team)
			.eq('source', 'rule')
			.order('shown_at', { ascending: false })
			.limit(mostShowings)
			.throwOnError(),
		listProposed(db, team),
		db
			.from('team_suggestion_switches')
			.select('kind, is_on, changed_at')
			.eq('team_id', team)
			.throwOnError(),
		db.from('own_suggestion_switches').select('kind').eq('team_id', team).throwOnError()
	]);
	return {
		showings: [
			...showings.data.map(({ kind, ended_as, shown_at }): Showing => ({
				...{ kind, end: endOf(ended_as) },
				shownAt: Date.parse(shown_at)
			})),
			...proposed
		],
		teamSwitches: teamSwitches.data,
		ownKinds: new Set(own.data.map(({ kind }) => kind))
	};
}

async function listQuiet(db: Db, team: string, today: string): Promise<string[]> {
	const { data } = await db
		.from('suggestion_showings')
		.select('kind, quiet_key, shown_at')
		.eq('team_id', team)
		.neq('quiet_key', '')
		.throwOnError();
	const now = Date.parse(today);
	return data
		.filter(({ kind, shown_at }) => {
			const known = suggestionKinds.find((one) => one === kind);
			const quietMs = known ? quietFor(known).weeks * 7 * 86_400_000 : 0;
			return Date.parse(shown_at) + quietMs > now;
		})
		.map(({ quiet_key }) => quiet_key);
}

/** Turns a kind off, or on again, for one person. */
export async function turnForMe(
	db: Db,
	team: string,
	person: string,
	kind: SuggestionKind,
	isOn: boolean
): Promise<void> {
	const own = { team_id: team, person_id: person, kind };
	if (isOn) await db.from('own_suggestion_switches').delete().match(own).throwOnError();
	else {
		const { error } = await db.from('own_suggestion_switches').insert(own);
		if (error && error.code !== '23505') throw error;
	}
}

/** Turns a kind off, or on again, for a whole team; false when it is not theirs to choose. */
export async function turnForTeam(
	db: Db,
	team: string,
	person: string,
	kind: SuggestionKind,
	isOn: boolean
): Promise<boolean> {
	// A new row each time, so that the moment of the choice is the database's own.
	await db.from('team_suggestion_switches').delete().match({ team_id: team, kind }).throwOnError();
	const { error } = await db
		.from('team_suggestion_switches')
		.insert({ team_id: team, kind, is_on: isOn, changed_by: person });
	return !error;
}

const endOf = (end: string): ShowingEnd => showingEnds.find((one) => one === end) ?? 'shown';
