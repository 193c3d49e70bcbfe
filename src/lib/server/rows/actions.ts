import type { Db } from './db.ts';

/** What somebody promised, and where. */
export type ActionItem = {
	id: string;
	title: string;
	owner: string | null;
	/** An ISO date. */
	due: string | null;
	doneAt: string | null;
	/** Why it is not going to happen; empty while it is open, and when it was done. */
	droppedBecause: string;
	/** Null when it was promised between meetings. */
	meeting: { id: string; occursOn: string } | null;
	/** The hot item or segment it came from, by its title. */
	from: string;
};

const columns =
	'id, title, owner_id, due_on, done_at, dropped_because, meeting_id, segment_id, hot_item_id, meetings(occurs_on)';

type Row = {
	id: string;
	title: string;
	owner_id: string | null;
	due_on: string | null;
	done_at: string | null;
	dropped_because: string;
	meeting_id: string | null;
	segment_id: string | null;
	hot_item_id: string | null;
	meetings: { occurs_on: string } | null;
};

/** All that is open in the team, the earliest due first, undated last. */
export async function listOpenActions(db: Db, team: string): Promise<ActionItem[]> {
	const { data } = await db
		.from('action_items')
		.select(columns)
		.eq('team_id', team)
		.is('done_at', null)
		.order('due_on', { nullsFirst: false })
		.order('id')
		.throwOnError();
	return withOrigins(db, data);
}

/** What was done, the latest first. */
export async function listDoneActions(db: Db, team: string, count: number): Promise<ActionItem[]> {
	const { data } = await db
		.from('action_items')
		.select(columns)
		.eq('team_id', team)
		.not('done_at', 'is', null)
		.order('done_at', { ascending: false })
		.limit(count)
		.throwOnError();
	return withOrigins(db, data);
}

/** How many of my actions are open: the number beside Actions in the rail. */
export async function countMyOpenActions(db: Db, team: string, person: string): Promise<number> {
	const { count } = await db
		.from('action_items')
		.select('id', { count: 'exact', head: true })
		.eq('team_id', team)
		.eq('owner_id', person)
		.is('done_at', null)
		.throwOnError();
	return count ?? 0;
}

/** Finishes an action, or takes it up again. False when it is none of this person's actions. */
export async function finishAction(
	db: Db,
	team: string,
	id: string,
	doneAt: Date | null
): Promise<boolean> {
	const { data } = await db
		.from('action_items')
		.update({ done_at: doneAt?.toISOString() ?? null })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** What becomes of several open actions; what is null stays as it is, and a reason ends them. */
export type Change = { owner: string | null; due: string | null; because: string };

/** Changes several open actions at once, and says how many; others are left as they are. */
export async function changeActions(
	db: Db,
	chosen: readonly string[],
	{ owner, due, because }: Change
): Promise<number> {
	const { data } = await db
		.rpc('change_actions', {
			chosen: [...chosen],
			// The generated types know no null; the function takes one.
			owner: owner as string,
			due: due as string,
			because
		})
		.throwOnError();
	return data;
}

/** Segments and hot items are looked up by id: an outcome may outlive the one it came from. */
async function withOrigins(db: Db, rows: Row[]): Promise<ActionItem[]> {
	const titlesOf = async (table: 'agenda_segments' | 'hot_items', ids: (string | null)[]) => {
		const wanted = [...new Set(ids.filter((id) => id !== null))];
		if (wanted.length === 0) return [];
		const { data } = await db.from(table).select('id, title').in('id', wanted).throwOnError();
		return data;
	};
	const found = await Promise.all([
		titlesOf(
			'agenda_segments',
			rows.map((row) => row.segment_id)
		),
		titlesOf(
			'hot_items',
			rows.map((row) => row.hot_item_id)
		)
	]);
	const titles = new Map(found.flat().map(({ id, title }) => [id, title]));
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		due: row.due_on,
		doneAt: row.done_at && new Date(row.done_at).toISOString(),
		droppedBecause: row.dropped_because,
		meeting: row.meeting_id
			? { id: row.meeting_id, occursOn: row.meetings?.occurs_on ?? '' }
			: null,
		from: titles.get(row.hot_item_id ?? '') ?? titles.get(row.segment_id ?? '') ?? ''
	}));
}

/** What is promised: one person, one day. */
export type Promised = { title: string; owner: string; due: string };

/** Promises an action for a priority; false when the priority has ended, or its owner is no member. */
export async function promiseAction(
	db: Db,
	priority: string,
	{ title, owner, due }: Promised
): Promise<boolean> {
	const { data } = await db
		.rpc('promise_action', { action: crypto.randomUUID(), priority, title, owner, due })
		.throwOnError();
	return data;
}

/** Says anew what was promised; false when it is done, or its meeting is under way. */
export async function changeAction(
	db: Db,
	action: string,
	{ title, owner, due }: Promised
): Promise<boolean> {
	const { data } = await db.rpc('change_action', { action, title, owner, due }).throwOnError();
	return data;
}
