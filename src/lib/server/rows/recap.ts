import * as v from 'valibot';
import { HotItem } from '#lib/meeting/hot-item.ts';
import type { Recap, RecapStatus, RecapSuggestion } from '#lib/meeting/recap.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import type { Db } from './db.ts';

const outcome = 'id, title, captured_at, segment_id, hot_item_id, note_id';

/**
 * All that a meeting left behind, in one round of questions that row-level security answers: of a
 * meeting this person may not see there is simply nothing.
 */
export async function findRecap(db: Db, meeting: string): Promise<Recap> {
	const [
		segments,
		decisions,
		actions,
		insights,
		risks,
		hotItems,
		notes,
		attendances,
		reviews,
		statuses,
		cascade,
		suggestions,
		ratings
	] = await Promise.all([
		findSegments(db, meeting),
		findDecisions(db, meeting),
		findActions(db, meeting),
		findInsights(db, meeting),
		findRisks(db, meeting),
		findHotItems(db, meeting),
		findNotes(db, meeting),
		findAttendances(db, meeting),
		findReviews(db, meeting),
		findStatuses(db, meeting),
		findCascade(db, meeting),
		findSuggestions(db, meeting),
		findRatings(db, meeting)
	]);
	return {
		sealed: new Set([...segments, ...hotItems].flatMap(({ id, sealed }) => (sealed ? id : []))),
		segments,
		decisions,
		actions,
		insights,
		risks,
		hotItems,
		notes,
		attendances,
		reviews,
		statuses,
		cascade,
		suggestions,
		...ratings
	};
}

async function findSegments(db: Db, meeting: string) {
	const { data } = await db
		.from('agenda_segments')
		.select('id, title, planned_minutes, spent_ms, sealed')
		.eq('meeting_id', meeting)
		.order('position')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		plannedMinutes: row.planned_minutes,
		actualMinutes: wholeMinutes(row.spent_ms),
		entered: Number(row.spent_ms) > 0,
		sealed: row.sealed
	}));
}

async function findDecisions(db: Db, meeting: string): Promise<Recap['decisions']> {
	const { data } = await db
		.from('decisions')
		.select(`${outcome}, owner_id`)
		.eq('meeting_id', meeting)
		.order('captured_at')
		.order('id')
		.throwOnError();
	return data.map((row) => toOutcome(row, row.owner_id));
}

async function findActions(db: Db, meeting: string): Promise<Recap['actions']> {
	const { data } = await db
		.from('action_items')
		.select(`${outcome}, owner_id, due_on, done_at, dropped_because`)
		.eq('meeting_id', meeting)
		.order('due_on', { nullsFirst: false })
		.order('id')
		.throwOnError();
	return data.map((row) => ({
		...toOutcome(row, row.owner_id),
		due: row.due_on,
		doneAt: row.done_at && toInstant(row.done_at),
		droppedBecause: row.dropped_because
	}));
}

async function findInsights(db: Db, meeting: string): Promise<Recap['insights']> {
	const { data } = await db
		.from('insights')
		.select(`${outcome}, captured_by`)
		.eq('meeting_id', meeting)
		.order('captured_at')
		.order('id')
		.throwOnError();
	return data.map((row) => toOutcome(row, row.captured_by));
}

async function findRisks(db: Db, meeting: string): Promise<Recap['risks']> {
	const { data } = await db
		.from('risks')
		.select(`${outcome}, owner_id`)
		.eq('meeting_id', meeting)
		.order('captured_at')
		.order('id')
		.throwOnError();
	return data.map((row) => toOutcome(row, row.owner_id));
}

async function findHotItems(db: Db, meeting: string) {
	const { data } = await db
		.from('hot_items')
		.select(
			'id, title, question, kind, state, planned_minutes, spent_ms, raised_by, fact_finder_id, back_by, merged_into, sealed'
		)
		.eq('meeting_id', meeting)
		.order('position')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		question: row.question,
		kind: v.parse(HotItem.entries.kind, row.kind),
		state: v.parse(HotItem.entries.state, row.state),
		plannedMinutes: row.planned_minutes,
		actualMinutes: wholeMinutes(row.spent_ms),
		raisedBy: row.raised_by,
		factFinder: row.fact_finder_id,
		backBy: row.back_by,
		mergedInto: row.merged_into,
		sealed: row.sealed
	}));
}

async function findNotes(db: Db, meeting: string): Promise<Recap['notes']> {
	const { data } = await db
		.from('notes')
		.select('id, segment_id, hot_item_id, body, author_id')
		.eq('meeting_id', meeting)
		.order('position')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		segment: row.segment_id,
		item: row.hot_item_id,
		body: row.body,
		author: row.author_id
	}));
}

async function findAttendances(db: Db, meeting: string): Promise<Recap['attendances']> {
	const [{ data }, sealed] = await Promise.all([
		db
			.from('attendances')
			.select('person_id, arrived_at, check_in')
			.eq('meeting_id', meeting)
			.order('arrived_at')
			.throwOnError(),
		// For whoever only observes there are none.
		db.from('sealed_check_ins').select('person_id, words').eq('meeting_id', meeting).throwOnError()
	]);
	const words = new Map(sealed.data.map((row) => [row.person_id, row.words]));
	return data.map((row) => ({
		person: row.person_id,
		arrivedAt: toInstant(row.arrived_at),
		checkIn: row.check_in || (words.get(row.person_id) ?? '')
	}));
}

/** What was not done comes first: that is what people look for. */
async function findReviews(db: Db, meeting: string): Promise<Recap['reviews']> {
	const { data } = await db
		.from('action_reviews')
		.select('action_id, done, note, action_items(title, owner_id)')
		.eq('meeting_id', meeting)
		.order('done')
		.order('action_id')
		.throwOnError();
	return data.map((row) => ({
		id: row.action_id,
		title: row.action_items?.title ?? '',
		owner: row.action_items?.owner_id ?? null,
		done: row.done,
		note: row.note
	}));
}

/** A status check names its subject by id only, so that the names are asked for beside it. */
async function findStatuses(db: Db, meeting: string): Promise<RecapStatus[]> {
	const [checks, subjects] = await Promise.all([
		db
			.from('status_checks')
			.select('subject_id, subject, on_track')
			.eq('meeting_id', meeting)
			.throwOnError(),
		db
			.from('meetings')
			.select(
				'teams!meetings_team_id_fkey(priorities(id, title, owner_id), objectives(id, title, owner_id))'
			)
			.eq('id', meeting)
			.maybeSingle()
			.throwOnError()
	]);
	const team = subjects.data?.teams;
	const named = new Map(
		[...(team?.priorities ?? []), ...(team?.objectives ?? [])].map((row) => [row.id, row])
	);
	return checks.data
		.map((row) => ({
			id: row.subject_id,
			subject: row.subject === 'objective' ? ('objective' as const) : ('priority' as const),
			title: named.get(row.subject_id)?.title ?? '',
			owner: named.get(row.subject_id)?.owner_id ?? null,
			onTrack: row.on_track
		}))
		.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
}

async function findCascade(db: Db, meeting: string): Promise<Recap['cascade']> {
	const { data } = await db
		.from('cascade_messages')
		.select('id, audience, body, teller_id')
		.eq('meeting_id', meeting)
		.order('position')
		.throwOnError();
	return data.map(({ teller_id: teller, ...row }) => ({ ...row, teller }));
}

/** What was answered, but for what only the chair was told. */
async function findSuggestions(db: Db, meeting: string): Promise<RecapSuggestion[]> {
	const { data } = await db
		.from('suggestion_showings')
		.select('words, source, ended_as, answered_by, changed')
		.eq('meeting_id', meeting)
		.neq('ended_as', 'shown')
		.neq('words', '')
		.order('position')
		.throwOnError();
	return data.map((row) => ({
		words: row.words,
		source: row.source === 'ai' ? 'ai' : 'rule',
		end: row.ended_as === 'accepted' ? 'accepted' : 'dismissed',
		by: row.answered_by,
		changed: row.changed
	}));
}

/** Sorted, so that their order says nothing about who rated when. */
async function findRatings(db: Db, meeting: string) {
	const { data } = await db
		.from('meeting_ratings')
		.select('rating, improvement')
		.eq('meeting_id', meeting)
		.throwOnError();
	return {
		ratings: data.map(({ rating }) => rating).toSorted((one, other) => one - other),
		improvements: data
			.map(({ improvement }) => improvement.trim())
			.filter(Boolean)
			.toSorted()
	};
}

type OutcomeRow = {
	id: string;
	title: string;
	captured_at: string;
	segment_id: string | null;
	hot_item_id: string | null;
	note_id: string | null;
};

function toOutcome(row: OutcomeRow, owner: string | null) {
	return {
		id: row.id,
		title: row.title,
		owner,
		at: toInstant(row.captured_at),
		segment: row.segment_id,
		item: row.hot_item_id,
		note: row.note_id
	};
}

const toInstant = (at: string) => new Date(at).toISOString();
const wholeMinutes = (ms: number) => Math.round(Number(ms) / minutes(1));

/**
 * Seals a hot item or a segment of a meeting that is over, with all that hangs on it, or opens it again.
 * False for whoever may not, and for what there is not.
 */
export async function sealPlace(db: Db, place: string, isSealed: boolean): Promise<boolean> {
	const { data } = await db
		.rpc('seal_place', { of_place: place, is_sealed: isSealed })
		.throwOnError();
	return data === true;
}
