import { openedKey, quietFor, suggestionKinds } from '#lib/facilitator/suggestion.ts';
import { isElement, type Changeable } from '#lib/learning/about.ts';
import type { Verdict } from '#lib/learning/verdict.ts';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { spentIn, type Progress } from '#lib/meeting/progress.ts';
import { toTitle, type Segment } from '#lib/meeting/segment.ts';
import { preparation, type MeetingDocument } from './meeting-document.ts';
import { noteLines } from './note-lines.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (id: string | null | undefined): id is string => uuid.test(id ?? '');
const uuidOrNull = (id: string | null | undefined) => (isUuid(id) ? id : null);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/**
 * What the document of a meeting says, as private.settle_meeting takes it. Times are ISO instants,
 * durations milliseconds. Records that carry no proper id cannot become rows and are left out.
 */
export function settledContent(meeting: MeetingDocument, now: number) {
	const at = meeting.progress();
	const spent = spentNow(at, now);
	const segments = meeting.segments.all().filter((segment) => isUuid(segment.id));
	const items = meeting.items.all().filter((item) => isUuid(item.id) && item.title.trim() !== '');
	const outcomes = meeting.outcomes
		.all()
		.filter((outcome) => isUuid(outcome.id) && outcome.title.trim() !== '');
	const votes = [...meeting.votes.all()].filter(([, given]) => given).map(([key]) => key);
	const checkIns = meeting.checkIns.all();
	const ordered = <T extends { order: string; id: string }>(records: T[]) =>
		records.toSorted((a, b) => compare(a.order, b.order) || compare(a.id, b.id));

	const noteOwners = [
		{ id: preparation, segment_id: null, hot_item_id: null },
		...segments.map((segment) => ({ id: segment.id, segment_id: segment.id, hot_item_id: null })),
		...items.map((item) => ({ id: item.id, segment_id: null, hot_item_id: item.id }))
	];

	const outcomeRow = (outcome: Outcome) => ({
		id: outcome.id,
		title: outcome.title.slice(0, 2000),
		segment_id: uuidOrNull(outcome.segment),
		hot_item_id: uuidOrNull(outcome.item),
		note_id: uuidOrNull(outcome.note),
		owner_id: uuidOrNull(outcome.owner),
		due_on: outcome.due,
		captured_by: uuidOrNull(outcome.by),
		captured_at: iso(outcome.at)
	});
	const outcomesOf = (kind: Outcome['kind']) =>
		outcomes.filter((outcome) => outcome.kind === kind).map(outcomeRow);

	return {
		state: at.state,
		chair: uuidOrNull(at.chair),
		opened_at: iso(at.startedAt),
		closed_at: iso(at.closedAt),
		running_segment: at.state === 'live' ? runningTitle(segments, at) : null,
		sealed: [...meeting.sealed()].filter(isUuid),
		segments: ordered(segments).map((segment, position) => ({
			id: segment.id,
			position,
			kind: segment.kind,
			title: segment.title,
			planned_minutes: segment.minutes,
			spent_ms: Math.round(spent[segment.id] ?? 0)
		})),
		attendances: [...meeting.arrivals.all()]
			.filter(([person]) => isUuid(person))
			.map(([person, arrived]) => ({
				person_id: person,
				arrived_at: iso(arrived),
				check_in: (checkIns.get(person) ?? '').slice(0, 500)
			})),
		hot_items: ordered(items).map((item, position) => ({
			id: item.id,
			position,
			title: item.title.slice(0, 2000),
			question: item.question.slice(0, 4000),
			kind: item.kind,
			wants: item.wants,
			state: item.state,
			source: item.source.slice(0, 500),
			planned_minutes: Math.round(item.minutes),
			spent_ms: Math.round(spent[item.id] ?? 0),
			votes: votes.filter((key) => key.startsWith(`${item.id}:`)).length,
			raised_by: uuidOrNull(item.raisedBy),
			fact_finder_id: uuidOrNull(item.factFinder),
			back_by: isDate(item.backBy) ? item.backBy : null,
			continues: uuidOrNull(item.continues),
			metric_id: uuidOrNull(item.metric),
			watch_periods: item.watch,
			merged_into: uuidOrNull(item.mergedInto)
		})),
		notes: distinct(
			noteOwners.flatMap(({ id, segment_id, hot_item_id }) =>
				noteLines(meeting.notes(id))
					.filter((line) => isUuid(line.id) && line.text.trim() !== '')
					.map((line, position) => ({
						id: line.id,
						segment_id,
						hot_item_id,
						position,
						body: line.text.slice(0, 20_000),
						author_id: uuidOrNull(line.author),
						written_at: iso(line.at)
					}))
			)
		),
		decisions: outcomesOf('decision'),
		actions: outcomesOf('action'),
		insights: outcomesOf('insight'),
		risks: outcomesOf('risk'),
		lineages: [...outcomes.flatMap(outcomeServes), ...items.flatMap(itemServes)],
		action_reviews: [...meeting.reviews.all()]
			.filter(([action]) => isUuid(action))
			.map(([action, review]) => ({
				action_id: action,
				done: review.done,
				note: review.note.slice(0, 2000),
				reviewed_by: uuidOrNull(review.by)
			})),
		status_checks: [...meeting.statuses.all()]
			.filter(([subject]) => isUuid(subject))
			.map(([subject, status]) => ({
				subject_id: subject,
				subject: status.subject,
				on_track: status.onTrack,
				checked_by: uuidOrNull(status.by)
			})),
		cascade: ordered(
			meeting.cascade.all().filter((line) => isUuid(line.id) && line.body.trim() !== '')
		).map((line, position) => ({
			id: line.id,
			position,
			audience: line.audience.slice(0, 200),
			body: line.body.slice(0, 4000),
			teller_id: uuidOrNull(line.teller)
		})),
		suggestions: showings(meeting),
		insight_subjects: outcomes.flatMap(insightSubject),
		insight_reviews: [...meeting.verdicts.all()].flatMap(insightReview)
	};
}

/** Everything that was suggested, in the order of its showing; what only the chair was told, by kind. */
function showings({ suggested, shown }: MeetingDocument) {
	const answers = [...suggested.all()].filter(([, { kind }]) => kind !== '');
	const answered = answers.map(([key, { kind, source, words, answer, by, at, changed }]) => ({
		kind,
		source,
		words,
		quiet_key: answer === 'dismissed' && stayQuiet(kind) ? key : '',
		ended_as: answer,
		changed,
		answered_by: uuidOrNull(by),
		shown_at: iso(at)
	}));
	const toChair = new Set(
		answers.filter(([, { words }]) => words === '').map(([, one]) => one.kind)
	);
	const isAnswered = (key: string, kind: string) =>
		suggested.get(key) !== undefined ||
		suggested.get(openedKey(key)) !== undefined ||
		(key === kind && toChair.has(kind));
	const unanswered = [...shown.all()]
		.filter(([key, { kind }]) => !isAnswered(key, kind))
		.map(([, { kind, source, words, at }]) => ({
			kind,
			source,
			words,
			quiet_key: '',
			ended_as: 'shown' as const,
			changed: '',
			answered_by: null,
			shown_at: iso(at)
		}));
	return [...answered, ...unanswered]
		.toSorted((one, other) => compare(one.shown_at ?? '', other.shown_at ?? ''))
		.slice(0, mostShowings);
}

/** Far more than any meeting has; a document that claims more was written by no room. */
const mostShowings = 2000;
const stayQuiet = (kind: string) =>
	suggestionKinds.some((one) => one === kind && quietFor(one).weeks > 0);

function insightSubject({ id, kind, about, by }: Outcome) {
	if (kind !== 'insight' || !about) return [];
	const subject = subjectColumns(about);
	if (!subject) return [];
	return [{ insight_id: id, ...subject, tagged_by: uuidOrNull(by) }];
}

function insightReview([insight, said]: [string, Verdict]) {
	if (!isUuid(insight)) return [];
	return [
		{
			insight_id: insight,
			verdict: said.verdict,
			decision_id: uuidOrNull(said.decision),
			...(said.subject && subjectColumns(said.subject)),
			became: toTitle(said.became),
			reviewed_by: uuidOrNull(said.by)
		}
	];
}

/** The column that names it; undefined for what is no proper id or element. */
function subjectColumns({ kind, id }: Changeable) {
	if (kind === 'message') return isElement(id) ? { element: id } : undefined;
	if (!isUuid(id)) return undefined;
	if (kind === 'priority') return { priority_id: id };
	return kind === 'objective' ? { objective_id: id } : { assumption_id: id };
}

const outcomeServes = ({ id, kind, serves, by }: Outcome) =>
	kind === 'action' || kind === 'decision' ? lineage(kind, id, serves, by) : [];
const itemServes = ({ id, serves, raisedBy }: HotItem) => lineage('hot item', id, serves, raisedBy);

function lineage(subject: string, id: string, serves: Outcome['serves'], by: string | null) {
	if (!serves || !isUuid(serves.id)) return [];
	return [
		{ subject_id: id, subject, aim: serves.kind, aim_id: serves.id, linked_by: uuidOrNull(by) }
	];
}

const runningTitle = (segments: Segment[], at: Progress) =>
	segments.find(({ id }) => id === at.segment?.id)?.title ?? null;

export type SettledContent = ReturnType<typeof settledContent>;

/** A line that was split by two people at once, or copied, may stand twice; the first keeps its id. */
function distinct<T extends { id: string }>(lines: T[]): T[] {
	const seen = new Set<string>();
	return lines.filter((line) => !seen.has(line.id) && seen.add(line.id));
}

/** Milliseconds in every segment and hot item, those that are open included. */
export function spentNow(at: Progress, now: number): Record<string, number> {
	const open = [at.segment, at.item].filter((box) => box !== null);
	return { ...at.spent, ...Object.fromEntries(open.map((box) => [box.id, spentIn(box, now)])) };
}

function isDate(text: string | null | undefined): text is string {
	return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
