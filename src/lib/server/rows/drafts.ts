import * as v from 'valibot';
import {
	DraftCite,
	draftKinds,
	draftTasks,
	type Draft,
	type DraftTask
} from '#lib/facilitator/draft.ts';
import type { Db } from './db.ts';

/** The newest draft of each task about a meeting or something else, as far as this person may read it. */
export async function listDrafts(
	db: Db,
	about: { team: string } & ({ meeting: string } | { subject: string } | { task: DraftTask })
): Promise<Draft[]> {
	const question = db
		.from('drafts')
		.select('*, draft_items(*)')
		.eq('team_id', about.team)
		.order('asked_at', { ascending: false })
		.limit('task' in about ? 60 : 20);
	const { data } = await (
		'meeting' in about
			? question.eq('meeting_id', about.meeting)
			: 'subject' in about
				? question.eq('subject_id', about.subject)
				: question.eq('task', about.task)
	).throwOnError();
	return data.map((row) => ({
		id: row.id,
		task: v.parse(v.picklist(draftTasks), row.task),
		subject: row.subject_id,
		state: v.parse(v.picklist(['running', 'done', 'cancelled', 'failed']), row.state),
		problem: row.problem,
		model: row.model,
		by: row.asked_by,
		askedAt: Date.parse(row.asked_at),
		items: row.draft_items
			.toSorted((one, other) => one.position - other.position)
			.map((item) => ({
				id: item.id,
				kind: v.parse(v.picklist(draftKinds), item.kind),
				words: item.words,
				why: item.why,
				extra: item.extra,
				owner: item.owner_id,
				due: item.due_on,
				cites: v.parse(v.array(DraftCite), item.cites),
				answer: v.parse(v.picklist(['open', 'accepted', 'dismissed']), item.answer),
				kept: item.kept,
				answeredBy: item.answered_by,
				editedBy: item.edited_by
			}))
	}));
}

export type DraftAnswer = {
	item: string;
	/** `edited` words an accepted summary anew. */
	said: 'accepted' | 'dismissed' | 'open' | 'edited';
	words: string;
	owner: string | null;
	due: string | null;
	audience: string;
};

/** Answers an item, and does what accepting it means; false where somebody else has, or may. */
export async function answerDraft(db: Db, answer: DraftAnswer): Promise<boolean> {
	const { item, said, words, owner, due, audience } = answer;
	const { data } = await db
		.rpc('answer_draft', {
			...{ item, said, in_words: words, for_whom: audience },
			...(owner && { to_owner: owner }),
			...(due && { due })
		})
		.throwOnError();
	return data === true;
}

/** Stops what is being drafted; the server that drafts it sees this within a second. */
export async function stopDraft(db: Db, id: string): Promise<void> {
	await db
		.from('drafts')
		.update({ state: 'cancelled' })
		.eq('id', id)
		.eq('state', 'running')
		.throwOnError();
}

/** The newest of a task. */
export const newestOf = (drafts: readonly Draft[], task: DraftTask): Draft | undefined =>
	drafts.find((draft) => draft.task === task);
