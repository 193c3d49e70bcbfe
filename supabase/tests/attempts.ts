import { createHash, randomUUID } from 'node:crypto';
import type { Backend } from './backends.ts';
import { tableOf } from './expectations.ts';
import { kinds, type Kind, type People } from './people.ts';
import { find, insert, type Row, type Seeds } from './seed.ts';

/** What an update changes in each table; a function when the row must carry the person's name. */
const changes: Record<string, Row | ((me: string) => Row)> = {
	people: { name: 'Somebody else' },
	workspaces: { name: 'Changed' },
	workspace_members: { role: 'admin' },
	teams: { name: 'Changed' },
	team_members: { title: 'Changed' },
	workspace_exports: { bytes: 1 },
	webhooks: { stopped_at: '2026-11-20T09:00:00Z' },
	webhook_deliveries: { problem: 'Changed' },
	calendar_links: { revoked_at: '2026-11-20T09:00:00Z' },
	invitations: { revoked_at: '2026-11-20T09:00:00Z' },
	metrics: { name: 'Changed' },
	readings: (me) => ({ value: 7, entered_by: me }),
	reading_corrections: { note: 'Changed' },
	baselines: { reason: 'Changed' },
	fired_triggers: (me) => ({
		outcome: 'done',
		answer: 'Called the supplier',
		answered_by: me,
		answered_at: '2026-11-20T09:00:00Z'
	}),
	dashboard_hosts: { host: 'changed.example.com' },
	watch_reviews: { answer: 'put off' },
	row_imports: { file_name: 'Changed' },
	reading_import_parts: { part: 39 },
	nomination_answers: { reason: 'Changed' },
	team_tokens: { revoked_at: '2026-11-20T09:00:00Z' },
	priorities: { title: 'Changed' },
	priority_owners: { owner_id: null },
	priority_parts: { part: 'informed' },
	milestones: { title: 'Changed' },
	milestone_moves: { to_on: '2026-12-24' },
	measures: { name: 'Changed' },
	measure_values: (me) => ({ value: 7, entered_by: me }),
	priority_risks: { title: 'Changed' },
	phases: { name: 'Changed' },
	resources: { title: 'Changed' },
	dependencies: { title: 'Changed' },
	change_checks: { note: 'Changed' },
	health_snapshots: { score: 1 },
	worker_runs: { problem: 'Changed' },
	plan_rows: { because: 'Changed' },
	model_calls: { state: 'Changed' },
	model_suggestions: { kept: 'Changed' },
	transcripts: { name: 'Changed' },
	transcript_turns: { body: 'Changed' },
	drafts: { state: 'cancelled' },
	draft_items: { kept: 'Changed' },
	weekly_mail_choices: { wants: false },
	days_off: { name: 'Changed' },
	objectives: { title: 'Changed' },
	cycles: { name: 'Changed' },
	imperatives: { title: 'Changed' },
	annual_goals: { title: 'Changed' },
	key_results: { title: 'Changed' },
	key_result_values: (me) => ({ value: 7, entered_by: me }),
	check_in_rounds: { revealed_at: '2026-11-20T09:00:00Z' },
	confidences: { confidence: 1 },
	blockers: (me) => ({ cleared_at: '2026-11-20T09:00:00Z', cleared_by: me }),
	lineages: (me) => ({ subject: 'decision', linked_by: me }),
	retrospectives: { headline: 'Changed' },
	retrospective_dispositions: { reason: 'Changed' },
	retrospective_grades: { why: 'Changed' },
	retrospective_themes: { title: 'Changed' },
	retrospective_cards: { body: 'Changed' },
	retrospective_outcomes: { title: 'Changed' },
	retrospective_votes: { dots: 3 },
	leadership_messages: { what: 'Changed' },
	message_mentions: { body: 'Changed' },
	recall_rounds: { closes_at: '2026-11-20T09:00:00Z' },
	recall_answers: { what: 'Changed' },
	formats: { name: 'Changed' },
	series: { name: 'Changed' },
	meetings: { place: 'Changed' },
	agenda_segments: { title: 'Changed' },
	attendances: { check_in: 'Changed' },
	sealed_check_ins: { words: 'Changed' },
	hot_items: { watch_periods: 5 },
	notes: { body: 'Changed' },
	decisions: { why: 'Changed' },
	action_items: { done_at: '2026-11-20T09:00:00Z' },
	insights: { title: 'Changed' },
	risks: { title: 'Changed' },
	action_reviews: { note: 'Changed' },
	status_checks: { on_track: false },
	cascade_messages: { body: 'Changed' },
	assumptions: { title: 'Changed' },
	insight_subjects: { priority_id: null, element: 'what' },
	insight_reviews: { verdict: 'stop' },
	recap_comments: (me) => ({ resolved_at: '2026-11-20T09:00:00Z', resolved_by: me }),
	comment_mentions: { comment_id: '00000000-0000-4000-8000-00000000c0de' },
	comment_reactions: { sign: 'look' },
	recap_sign_offs: { signed_at: '2026-11-20T09:00:00Z' },
	told_teams: { told_at: '2026-11-20T09:00:00Z' },
	catch_ups: { seen_until: '2026-11-20T09:00:00Z' },
	absences: { said_at: '2026-11-20T09:00:00Z' },
	absent_inputs: { body: 'Changed' },
	absent_votes: { item: 'another' },
	notice_choices: { channel: 'off' },
	quiet_hours: { digest_at: '09:00:00' },
	search_passages: { title: 'Changed' },
	suggestion_showings: { ended_as: 'shown' },
	message_suggestions: { ended_as: 'dismissed' },
	team_suggestion_switches: { is_on: true },
	own_suggestion_switches: { kind: 'structure' },
	blind_rounds: { answers: 9 },
	blind_invitations: { person_id: '00000000-0000-4000-8000-00000000c0de' },
	chosen_lanes: { lane: 'cost' },
	quarter_themes: { pillar: 'people' },
	agenda_proposals: { ended_as: 'taken' },
	retests: { due_on: '2027-02-01' },
	seats: { title: 'Changed' },
	seat_holders: { since: '2026-11-02' },
	seat_links: { metric_id: null },
	series_seats: { team_id: null },
	chart_reviews: { note: 'Changed' },
	seat_changes: { what: 'Changed' },
	seat_notes: (me) => ({ head: 'Changed', written_by: me }),
	seat_note_readers: { team_id: null },
	outcome_targets: { title: 'Changed' },
	contributions: { what: 'Changed' },
	ranking_rounds: { revealed_at: '2026-11-20T09:00:00Z' },
	rankings: { ranking: '{}' },
	processes: { name: 'Changed' },
	process_steps: { name: 'Changed' },
	process_fixes: { what: 'Changed' },
	systems: { name: 'Changed' },
	system_feeds: { team_id: null },
	meeting_ratings: { rating: 1 }
};

/** Who of all people really can read the row, found by asking for it. */
export async function whoReads({ people, seeds }: World, name: string): Promise<Kind[]> {
	const key = keyOf(seeds, name);
	const table = tableOf(name);
	return who(async (kind) => {
		const asked = people[kind].client.from(table).select(Object.keys(key).join());
		const { data } = await asked.match(key);
		return (data ?? []).length > 0;
	});
}

/** Who really can change the row. */
export async function whoChanges({ backend, people, seeds }: World, name: string): Promise<Kind[]> {
	const key = keyOf(seeds, name);
	const table = tableOf(name);
	const change = changes[table];
	if (!change) throw new Error(`attempts.ts does not say what an update of ${table} changes`);
	return who(async (kind) => {
		const values = typeof change === 'function' ? change(people[kind].id) : change;
		const before = await find(backend.database, table, key);
		await people[kind].client.from(table).update(values).match(key);
		const changed = !same(before, await find(backend.database, table, key));
		if (changed) await restore(backend, table, key, before, Object.keys(values));
		return changed;
	});
}

/** Who really can add a row like this one, with the columns the API takes. */
export async function whoAdds(world: World, name: string, enters: string): Promise<Kind[]> {
	const { backend, people, seeds } = world;
	const table = tableOf(name);
	const model = await find(backend.database, table, keyOf(seeds, name));
	await proveValid(world, name, model as Row);
	return who(async (kind) => {
		const own = ownValues(world, name, people[kind].id);
		const row = { ...(model as Row), ...own };
		const columns = enters ? enters.split(' ') : Object.keys(row);
		await people[kind].client
			.from(table)
			.insert(Object.fromEntries(columns.map((column) => [column, row[column]])));
		// A column the API does not take cannot tell the new row from the old ones.
		const told = Object.fromEntries(Object.entries(own).filter(([c]) => columns.includes(c)));
		const added = await find(backend.database, table, told);
		if (added) await remove(backend, table, told);
		return added !== undefined;
	});
}

/** Who really can delete the row. What takes other rows along is tried on a copy. */
export async function whoDeletes({ backend, people, seeds }: World, name: string): Promise<Kind[]> {
	const table = tableOf(name);
	return who(async (kind) => {
		const key = await spare(backend, people, seeds, table, keyOf(seeds, name));
		await people[kind].client.from(table).delete().match(key);
		return (await find(backend.database, table, key)) === undefined;
	});
}

export type World = { backend: Backend; people: People; seeds: Seeds };

async function who(can: (kind: Kind) => Promise<boolean>): Promise<Kind[]> {
	const able: Kind[] = [];
	for (const kind of kinds) if (await can(kind)) able.push(kind);
	return able;
}

/** What makes a new row differ from the seeded one: its key, and whose name it carries. */
function ownValues({ people, seeds }: World, name: string, me: string): Row {
	const guest = people.otherTeam.id;
	const meeting = String(seeds['meetings (draft)']?.id);
	switch (tableOf(name)) {
		case 'workspace_members':
			return { workspace_id: people.ours.workspace, person_id: people.otherWorkspace.id };
		case 'team_members':
			return { team_id: people.ours.id, person_id: guest };
		case 'invitations':
			return { id: randomUUID(), token_hash: randomUUID(), invited_by: me };
		case 'readings':
			return { metric_id: String(seeds.metrics?.id), period: '2026-11-09', entered_by: me };
		case 'cycles':
			return { id: randomUUID(), starts_on: '2027-01-01', ends_on: '2027-03-31' };
		case 'key_result_values':
			return {
				key_result_id: String(seeds.key_results?.id),
				measured_on: '2026-11-09',
				entered_by: me
			};
		case 'priority_owners':
			return { since: '2026-11-20T09:00:00+00:00' };
		case 'priority_parts':
			return { priority_id: String(seeds.priorities?.id), person_id: people.observer.id };
		case 'measure_values':
			return { measure_id: String(seeds.measures?.id), measured_on: '2026-11-09', entered_by: me };
		case 'change_checks':
			return { id: randomUUID(), days: 60, answered_by: me };
		case 'worker_runs':
			return { id: randomUUID() };
		case 'transcripts':
			return { id: randomUUID(), meeting_id: meeting };
		case 'transcript_turns':
			return { position: 2 };
		case 'model_calls':
			return { id: randomUUID(), task: 'options' };
		case 'plan_rows':
			return { id: randomUUID(), key: 'operations/action/other' };
		case 'health_snapshots':
			return { id: randomUUID(), week: '2026-11-09' };
		case 'weekly_mail_choices':
			return { person_id: me, weekday: 3, send_at: '07:00:00' };
		case 'days_off':
			return { day: '2027-01-01' };
		case 'check_in_rounds':
			return { id: randomUUID(), week: '2026-11-23' };
		case 'confidences':
			return { person_id: people.observer.id };
		case 'blockers':
			return { id: randomUUID(), cleared_at: '2026-11-20T09:00:00Z' };
		case 'lineages':
			return { subject_id: randomUUID(), linked_by: me };
		case 'retrospectives':
			return { id: randomUUID(), cycle_id: String(seeds['cycles (free)']?.id) };
		case 'retrospective_dispositions':
			return { objective_id: randomUUID() };
		case 'retrospective_grades':
			return { key_result_id: randomUUID() };
		case 'retrospective_votes':
			return { theme_id: randomUUID(), person_id: me };
		case 'reading_import_parts':
			return { person_id: me, part: 1 };
		case 'metrics':
			return { id: randomUUID(), key: randomUUID() };
		case 'calendar_links':
			return { id: randomUUID(), secret_hash: hashOf(randomUUID()), person_id: me };
		case 'webhooks':
			return { id: randomUUID(), made_by: me };
		case 'webhook_deliveries':
			return { id: randomUUID(), subject_id: randomUUID() };
		case 'team_tokens':
			return { id: randomUUID(), token_hash: hashOf(randomUUID()), created_by: me };
		case 'nomination_answers':
			return { id: randomUUID(), answered_by: me };
		case 'fired_triggers':
			return { id: randomUUID(), period: '2026-11-09' };
		case 'dashboard_hosts':
			return { host: `${randomUUID()}.example.com`, added_by: me };
		case 'watch_reviews':
			return { team_id: people.ours.id, quarter: '2026-07-01', answered_by: me };
		case 'leadership_messages':
			return { id: randomUUID(), written_by: me };
		case 'message_mentions':
			return { comment_id: randomUUID(), person_id: me };
		case 'recall_rounds':
			return { id: randomUUID(), revealed_at: '2026-11-20T09:00:00Z' };
		case 'recall_answers':
			return { round_id: String(seeds['recall_rounds (empty)']?.id), person_id: me };
		case 'team_suggestion_switches':
			return { team_id: people.ours.id, kind: 'structure', changed_by: me };
		case 'own_suggestion_switches':
			return { person_id: me, kind: 'structure' };
		case 'assumptions':
			return { id: randomUUID(), added_by: me };
		case 'insight_subjects':
			return { insight_id: randomUUID(), tagged_by: me };
		case 'insight_reviews':
			return { insight_id: randomUUID() };
		case 'comment_mentions':
			return { person_id: people.observer.id };
		case 'comment_reactions':
			return { person_id: me, sign: 'look' };
		case 'recap_sign_offs':
			return { meeting_id: String(seeds['meetings (another)']?.id), person_id: me };
		case 'told_teams':
			return { message_id: String(seeds['cascade_messages (another)']?.id), person_id: me };
		case 'catch_ups':
			return { person_id: me, seen_until: '2026-11-20T09:00:00+00:00' };
		case 'absences':
			return { meeting_id: meeting, person_id: me, ballot: randomUUID() };
		case 'absent_inputs':
			return { person_id: me, place: 'another' };
		case 'absent_votes':
			return { person_id: me, item: 'another' };
		case 'notice_choices':
			return { person_id: me, kind: 'due', channel: 'app' };
		case 'quiet_hours':
			return { person_id: me, digest_at: '07:00:00' };
		case 'search_passages':
			return { subject_id: randomUUID() };
		case 'message_suggestions':
			return { id: randomUUID() };
		case 'suggestion_showings':
			return { meeting_id: meeting, position: 2 };
		case 'blind_rounds':
			return { id: randomUUID(), kind: 'execution gap' };
		case 'blind_invitations':
			return { person_id: people.observer.id };
		case 'quarter_themes':
		case 'chosen_lanes':
			return { id: randomUUID(), chosen_by: me };
		case 'agenda_proposals':
			return { id: randomUUID(), title: randomUUID(), proposed_by: me };
		case 'retests':
			return { id: randomUUID(), created_by: me };
		case 'chart_reviews':
			return { id: randomUUID(), signed_by: me };
		case 'seat_holders':
			return { id: randomUUID(), name: randomUUID() };
		case 'seat_links':
			return { id: randomUUID(), seat_id: String(seeds['seats (bare)']?.id) };
		case 'series_seats':
			return { seat_id: String(seeds['seat_notes (permitted)']?.seat_id) };
		case 'seat_notes':
			return { seat_id: String(seeds['seats (bare)']?.id), written_by: me };
		case 'seat_note_readers':
			return { person_id: people.observer.id };
		case 'contributions':
			return { id: randomUUID(), department: 'finance' };
		case 'ranking_rounds':
			return { id: randomUUID(), revealed_at: '2026-11-20T09:00:00Z' };
		case 'rankings':
			return { person_id: people.observer.id };
		case 'process_fixes':
			return { id: randomUUID(), what: randomUUID() };
		case 'system_feeds':
			return { system_id: String(seeds['systems (bare)']?.id) };
		case 'meetings':
			return { id: randomUUID(), number: 9, occurs_on: '2026-12-24' };
		case 'sealed_check_ins':
		case 'attendances':
		case 'meeting_ratings':
			return { meeting_id: meeting, person_id: me };
		case 'action_reviews':
		case 'status_checks':
			return { meeting_id: meeting };
		default:
			return { id: randomUUID() };
	}
}

/** The server can add the row, or a refusal would say nothing about rights. */
async function proveValid(world: World, name: string, model: Row): Promise<void> {
	const table = tableOf(name);
	// A person comes into being by signing up only.
	if (table === 'people') return;
	const own = ownValues(world, name, world.people.owner.id);
	await insert(world.backend.database, table, { ...model, ...own });
	await remove(world.backend, table, own);
}

/** What makes a copy of a row that members may delete, so that its own rows stay. */
function copied(people: People, seeded: Seeds): Record<string, Row> {
	const anew = { id: randomUUID() };
	return {
		lineages: { subject_id: randomUUID() },
		insight_subjects: { insight_id: '00000000-0000-4000-8000-00000000c0de' },
		team_suggestion_switches: { kind: 'next agenda' },
		own_suggestion_switches: { kind: 'next agenda' },
		recap_comments: anew,
		comment_reactions: { sign: 'unsure' },
		priority_parts: { person_id: people.observer.id },
		webhooks: anew,
		milestones: anew,
		measures: anew,
		priority_risks: anew,
		phases: anew,
		resources: anew,
		dependencies: anew,
		contributions: { id: '00000000-0000-4000-8000-00000000c0de', department: 'it' },
		process_steps: anew,
		seat_holders: { ...anew, name: anew.id },
		seat_links: {
			id: '00000000-0000-4000-8000-00000000c0de',
			seat_id: seeded['seats (bare)']?.id ?? null
		},
		series_seats: { seat_id: seeded['seat_notes (permitted)']?.seat_id ?? null },
		system_feeds: { system_id: seeded['systems (bare)']?.id ?? null },
		seat_note_readers: { person_id: people.observer.id }
	};
}

/** A copy of the workspace with everyone in their place, or of the row, when the table needs one. */
async function spare(
	backend: Backend,
	people: People,
	seeds: Seeds,
	table: string,
	key: Row
): Promise<Row> {
	if (table === 'days_off') {
		const copy = { team_id: people.ours.id, day: '2027-05-03' };
		if (!(await find(backend.database, table, copy)))
			await insert(backend.database, table, { ...copy, name: 'May Day' });
		return copy;
	}
	if (table === 'dashboard_hosts') {
		const copy = { team_id: people.ours.id, host: `${randomUUID()}.example.com` };
		await insert(backend.database, table, copy);
		return copy;
	}
	if (table === 'told_teams' && !(await find(backend.database, table, key))) {
		const message = (await find(backend.database, 'cascade_messages', {
			id: String(key.message_id)
		})) as Row;
		const of = { team_id: people.ours.id, meeting_id: String(message.meeting_id) };
		await insert(backend.database, table, { ...key, ...of, told_at: '2026-11-20T09:00:00Z' });
	}
	if (table.startsWith('absen') && !(await find(backend.database, table, key))) {
		const of = { team_id: people.ours.id };
		const more: Record<string, Row> = {
			absences: { said_at: '2026-11-20T09:00:00Z', ballot: randomUUID() },
			absent_inputs: { body: 'Ask the bank', written_at: '2026-11-20T09:00:00Z' }
		};
		await insert(backend.database, table, { ...key, ...of, ...more[table] });
	}
	if (table === 'transcripts') {
		// A meeting has one: whoever took it away made room for the next.
		await backend.database.query(
			`insert into public.transcripts (id, meeting_id, team_id, form, turns)
			select $1::uuid, m.id, m.team_id, 'text', 1 from public.meetings m
			where m.team_id = $2::uuid and m.state = 'live' on conflict do nothing`,
			[String(key['id']), people.ours.id]
		);
		return key;
	}
	const other = copied(people, seeds)[table];
	if (other) {
		const copy = { ...key, ...other };
		const model = (await find(backend.database, table, key)) as Row;
		if (!(await find(backend.database, table, copy)))
			await insert(backend.database, table, { ...model, ...copy });
		return copy;
	}
	if (table === 'seat_notes') {
		// Erased for real, and written again for whoever tries next.
		if (!(await find(backend.database, table, key)))
			await backend.database.query(
				`insert into public.seat_notes (seat_id, team_id, head) values ($1::uuid, $2::uuid, 'Calm')`,
				[String(key['seat_id']), people.ours.id]
			);
		return key;
	}
	if (table === 'reading_import_parts') {
		const copy = { ...key, part: 2 };
		const model = (await find(backend.database, table, key)) as Row;
		if (!(await find(backend.database, table, copy)))
			await insert(backend.database, table, { ...model, ...copy });
		return copy;
	}
	if (!['workspaces', 'workspace_members', 'teams'].includes(table)) return key;
	const workspace = randomUUID();
	const team = randomUUID();
	await insert(backend.database, 'workspaces', { id: workspace, name: 'Copy', sample: false });
	await backend.database.query(
		`insert into public.workspace_members select $1::uuid, person_id, role
			from public.workspace_members where workspace_id = $2::uuid`,
		[workspace, people.ours.workspace]
	);
	await insert(backend.database, 'teams', { id: team, workspace_id: workspace, name: 'Copy' });
	await backend.database.query(
		`insert into public.team_members (team_id, person_id, workspace_id, role, left_at)
			select $1::uuid, person_id, $2::uuid, role, left_at
			from public.team_members where team_id = $3::uuid`,
		[team, workspace, people.ours.id]
	);
	if (table === 'teams') return { id: team };
	if (table === 'workspaces') return { id: workspace };
	return { workspace_id: workspace, person_id: people.member.id };
}

function keyOf(seeds: Seeds, name: string): Row {
	const key = seeds[name];
	if (!key) throw new Error(`seed.ts makes no row of ${name}`);
	return key;
}

async function restore(
	backend: Backend,
	table: string,
	key: Row,
	row: unknown,
	columns: string[]
): Promise<void> {
	const before = columns.map(
		(column) =>
			`${column} = (jsonb_populate_record(null::public.${table}, $1::text::jsonb)).${column}`
	);
	await backend.database.query(
		`update public.${table} t set ${before.join(', ')} where to_jsonb(t) @> $2::text::jsonb`,
		[JSON.stringify(row), JSON.stringify(key)]
	);
}

async function remove(backend: Backend, table: string, values: Row): Promise<void> {
	await backend.database.query(
		`delete from public.${table} t where to_jsonb(t) @> $1::text::jsonb`,
		[JSON.stringify(values)]
	);
}

function same(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
