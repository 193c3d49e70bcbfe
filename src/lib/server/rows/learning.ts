import type { About } from '#lib/learning/about.ts';
import type { Learned, Reviewed, Version } from '#lib/learning/register.ts';
import type { VerdictKind } from '#lib/learning/verdict.ts';
import type { Db } from './db.ts';
import { listMessages } from './messages.ts';

/** Two years of weekly meetings that learn five things each. */
const mostInsights = 500;

/** What the team learned in closed meetings, the newest first. */
export async function listLearned(db: Db, team: string, most = mostInsights): Promise<Learned[]> {
	const [insights, subjects, reviews] = await Promise.all([
		db
			.from('insights')
			.select(
				'id, title, captured_at, captured_by, segment_id, hot_item_id, note_id, meetings!inner(id, number, occurs_on, state)'
			)
			.eq('team_id', team)
			.eq('meetings.state', 'closed')
			.order('captured_at', { ascending: false })
			.order('id')
			.limit(most)
			.throwOnError(),
		db
			.from('insight_subjects')
			.select('insight_id, priority_id, assumption_id, element')
			.eq('team_id', team)
			.throwOnError(),
		db
			.from('insight_reviews')
			.select(
				'insight_id, meeting_id, verdict, decision_id, priority_id, objective_id, assumption_id, element, was, became, reviewed_at, meetings(number, occurs_on)'
			)
			.eq('team_id', team)
			.order('reviewed_at')
			.throwOnError()
	]);
	const places = await listPlaces(
		db,
		insights.data.map(({ meetings }) => meetings.id)
	);
	const about = new Map(subjects.data.map((row) => [row.insight_id, subjectOf(row)]));
	const made = Map.groupBy(reviews.data, ({ insight_id }) => insight_id);
	return insights.data.map((row) => {
		const { meetings: meeting } = row;
		const tagged = about.get(row.id) ?? null;
		return {
			id: row.id,
			title: row.title,
			on: meeting.occurs_on,
			at: new Date(row.captured_at).toISOString(),
			meeting: meeting.id,
			meetingNumber: meeting.number,
			from: places.get(row.hot_item_id ?? '') ?? places.get(row.segment_id ?? '') ?? '',
			note: row.note_id,
			by: row.captured_by,
			about: tagged && tagged.kind !== 'objective' ? { kind: tagged.kind, id: tagged.id } : null,
			reviews: (made.get(row.id) ?? []).map((review): Reviewed => ({
				meeting: review.meeting_id,
				meetingNumber: review.meetings?.number ?? 0,
				on: review.meetings?.occurs_on ?? '',
				verdict: verdictOf(review.verdict),
				decision: review.decision_id,
				subject: subjectOf(review),
				was: review.was,
				became: review.became,
				at: new Date(review.reviewed_at).toISOString()
			}))
		};
	});
}

/** The days (ISO) of the meetings that learned what no strategy review has looked at. */
export async function listUnreviewed(db: Db, team: string): Promise<string[]> {
	const [insights, reviews] = await Promise.all([
		db
			.from('insights')
			.select('id, meetings!inner(occurs_on, state)')
			.eq('team_id', team)
			.eq('meetings.state', 'closed')
			.order('captured_at', { ascending: false })
			.limit(mostInsights)
			.throwOnError(),
		db.from('insight_reviews').select('insight_id').eq('team_id', team).throwOnError()
	]);
	const reviewed = new Set(reviews.data.map(({ insight_id }) => insight_id));
	return insights.data
		.filter(({ id }) => !reviewed.has(id))
		.map(({ meetings }) => meetings.occurs_on);
}

/** What a strategy review did to an objective, and where. */
export type Adapted = { meeting: string; number: number; on: string; verdict: VerdictKind };

/** The last review that adapted or stopped each objective, by the objective. */
export async function listAdaptedObjectives(db: Db, team: string): Promise<Map<string, Adapted>> {
	const { data } = await db
		.from('insight_reviews')
		.select('objective_id, verdict, meeting_id, meetings(number, occurs_on)')
		.eq('team_id', team)
		.not('objective_id', 'is', null)
		.neq('verdict', 'keep')
		.order('reviewed_at')
		.throwOnError();
	return new Map(
		data.flatMap((row): [string, Adapted][] =>
			row.objective_id
				? [
						[
							row.objective_id,
							{
								...{ meeting: row.meeting_id, number: row.meetings?.number ?? 0 },
								...{ on: row.meetings?.occurs_on ?? '', verdict: verdictOf(row.verdict) }
							}
						]
					]
				: []
		)
	);
}

/** What the segments and hot items of these meetings are called, by their ids. */
async function listPlaces(db: Db, meetings: readonly string[]): Promise<Map<string, string>> {
	const ids = [...new Set(meetings)];
	if (ids.length === 0) return new Map();
	const of = async (table: 'agenda_segments' | 'hot_items') =>
		(await db.from(table).select('id, title').in('meeting_id', ids).throwOnError()).data;
	const all = await Promise.all([of('agenda_segments'), of('hot_items')]);
	return new Map(all.flat().map(({ id, title }) => [id, title]));
}

type SubjectRow = {
	priority_id: string | null;
	objective_id?: string | null;
	assumption_id: string | null;
	element: string | null;
};

function subjectOf(row: SubjectRow): Reviewed['subject'] {
	if (row.priority_id) return { kind: 'priority', id: row.priority_id };
	if (row.objective_id) return { kind: 'objective', id: row.objective_id };
	if (row.assumption_id) return { kind: 'assumption', id: row.assumption_id };
	return row.element ? { kind: 'message', id: row.element } : null;
}

const verdictOf = (word: string): VerdictKind =>
	word === 'adapt' || word === 'stop' ? word : 'keep';

/** Versions of the leadership message that were put in force, for what came of a decision about it. */
export async function listVersions(db: Db, team: string): Promise<Version[]> {
	const messages = await listMessages(db, team);
	return messages
		.filter(({ published }) => published)
		.map(({ id, name, writtenAt, what, why, how, howMuch }) => ({
			id,
			name,
			at: writtenAt,
			what,
			why,
			how,
			howMuch
		}));
}

/** What the team takes for granted now. */
export async function listAssumptions(
	db: Db,
	team: string
): Promise<{ id: string; title: string }[]> {
	const { data } = await db
		.from('assumptions')
		.select('id, title')
		.eq('team_id', team)
		.is('ended_at', null)
		.order('created_at')
		.throwOnError();
	return data;
}

/** Names of what insights are about, those that have ended too. */
export async function listSubjectTitles(db: Db, team: string): Promise<Map<string, string>> {
	const of = async (table: 'priorities' | 'objectives' | 'assumptions') =>
		(await db.from(table).select('id, title').eq('team_id', team).throwOnError()).data;
	const all = await Promise.all([of('priorities'), of('objectives'), of('assumptions')]);
	return new Map(all.flat().map(({ id, title }) => [id, title]));
}

/** False when it is not theirs to write down. */
export async function addAssumption(
	db: Db,
	team: string,
	person: string,
	title: string
): Promise<boolean> {
	const { error } = await db.from('assumptions').insert({ team_id: team, title, added_by: person });
	return !error;
}

/** False when it is not theirs to end. */
export async function endAssumption(db: Db, team: string, id: string): Promise<boolean> {
	const { data } = await db
		.from('assumptions')
		.update({ ended_at: new Date().toISOString() })
		.match({ id, team_id: team })
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Says what an insight is about, or that it is about nothing that is written down; false when refused. */
export async function tagInsight(
	db: Db,
	team: string,
	person: string,
	insight: string,
	about: About | null
): Promise<boolean> {
	const key = { team_id: team, insight_id: insight };
	await db.from('insight_subjects').delete().match(key).throwOnError();
	if (!about) return true;
	const { error } = await db.from('insight_subjects').insert({
		...key,
		tagged_by: person,
		priority_id: about.kind === 'priority' ? about.id : null,
		assumption_id: about.kind === 'assumption' ? about.id : null,
		element: about.kind === 'message' ? about.id : null
	});
	return !error;
}
