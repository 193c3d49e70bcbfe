import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/lib/server/database/database.ts';
import type { Team } from './people.ts';

export type Row = Record<string, string | number | boolean | null>;

/** The keys of one real row per table, by the names used in the expectations. */
export type Seeds = Record<string, Row>;

/** Inserts a row as the server does. */
export async function insert(database: Database, table: string, row: Row): Promise<void> {
	const columns = Object.keys(row);
	await database.query(
		`insert into public.${table} (${columns.join(', ')})
			select ${columns.join(', ')} from jsonb_populate_record(null::public.${table}, $1::text::jsonb)`,
		[JSON.stringify(row)]
	);
}

/** The first of the rows with this key, as JSON. */
export async function find(database: Database, table: string, key: Row): Promise<unknown> {
	const columns = Object.keys(key);
	const where = columns.map((column, at) => `to_jsonb(t) ->> '${column}' = $${at + 1}::text`);
	// What the database works out by itself is in no row that anybody adds.
	const [found] = await database.query<{ row: string }>(
		`select (to_jsonb(t) - array(select a.attname::text from pg_attribute a
			where a.attrelid = 'public.${table}'::regclass and a.attgenerated <> ''))::text as row
		from public.${table} t where ${where.join(' and ')}`,
		columns.map((column) => String(key[column]))
	);
	return found ? JSON.parse(found.row) : undefined;
}

/** Fills a team with one row per table: a closed meeting, a draft and a live one included. */
export async function seed(
	database: Database,
	{ id: team, workspace }: Team,
	person: string
): Promise<Seeds> {
	const [metric, priority, objective, format, series, token] = Array.from({ length: 6 }, () =>
		randomUUID()
	) as [string, string, string, string, string, string];
	const add = (table: string, row: Row) => insert(database, table, { team_id: team, ...row });
	const now = new Date().toISOString();

	await add('invitations', {
		id: token,
		workspace_id: workspace,
		token_hash: token,
		role: 'member'
	});
	const taken = randomUUID();
	await insert(database, 'workspace_exports', { id: taken, workspace_id: workspace, made_at: now });
	const [webhook, delivery] = [randomUUID(), randomUUID()];
	await database.query(
		`insert into public.webhooks (id, team_id, name, kind, url, events, made_by) values
			($1::text::uuid, $2::text::uuid, 'Chat', 'slack', 'https://chat.example.com', '{meeting.closed}', $3::text::uuid)`,
		[webhook, team, person]
	);
	await add('webhook_deliveries', {
		...{ id: delivery, webhook_id: webhook, event: 'test', subject_id: delivery },
		...{ state: 'delivered', tries: 1, next_try_at: now, made_at: now }
	});
	const link = randomUUID();
	const secret_hash = (link + link).replaceAll('-', '');
	await add('calendar_links', { id: link, person_id: person, secret_hash, made_at: now });
	await add('metrics', { id: metric, name: 'Robots shipped' });
	await add('readings', { metric_id: metric, period: '2026-11-16', value: 42 });
	const [correction, answer, tokenId] = [randomUUID(), randomUUID(), randomUUID()];
	await add('team_tokens', {
		id: tokenId,
		name: 'Warehouse export',
		token_hash: (tokenId + tokenId).replaceAll('-', ''),
		created_by: person
	});
	const about = { metric_id: metric };
	await add('reading_corrections', {
		id: correction,
		...about,
		period: '2026-11-16',
		was: 41,
		became: 42,
		entered_at: now
	});
	const [baseline, fired] = [randomUUID(), randomUUID()];
	await add('baselines', { id: baseline, ...about, period: '2026-11-16', reason: 'A new line' });
	await add('fired_triggers', {
		id: fired,
		...about,
		period: '2026-11-16',
		rule: 'red',
		reason: '42 misses min 50 by 8.'
	});
	await add('dashboard_hosts', { host: 'bi.example.com', added_by: person });
	await add('watch_reviews', { quarter: '2026-10-01', answer: 'stopped', answered_by: person });
	await database.query(
		`insert into public.reading_import_parts (team_id, person_id, import_id, part, readings)
			values ($1, $2, gen_random_uuid(), 0, '[[2, "", "2026-11-16", 42]]')`,
		[team, person]
	);
	const brought = { kind: 'actions', file_name: 'to-dos.csv', entered: 1, person_id: person };
	const imported = randomUUID();
	await add('row_imports', { id: imported, ...brought });
	await add('nomination_answers', {
		id: answer,
		...about,
		answer: 'declined',
		rule: 'red',
		reason: 'Known and in hand',
		quiet_until: '2026-12-24',
		answered_by: person
	});
	await add('priorities', { id: priority, title: 'Hire a head of service' });
	const execution = await seedExecution(add, priority, person);
	await add('weekly_mail_choices', { person_id: person, wants: true });
	await add('days_off', { day: '2026-12-25', name: 'Christmas Day' });
	const kind = 'quiet voice';
	await add('team_suggestion_switches', { kind, is_on: false, changed_by: person });
	await add('own_suggestion_switches', { kind, person_id: person });
	await add('objectives', { id: objective, title: 'Robots that repair themselves' });
	const [cycle, imperative, goal, keyResult] = [
		randomUUID(),
		randomUUID(),
		randomUUID(),
		randomUUID()
	];
	await add('cycles', {
		id: cycle,
		name: 'Q4 2026',
		starts_on: '2026-10-01',
		ends_on: '2026-12-31'
	});
	const years = { from_year: 2026, until_year: 2028 };
	await add('imperatives', { id: imperative, title: 'Earn the right to guarantee', ...years });
	await add('annual_goals', { id: goal, title: '99.2% uptime', year: 2026 });
	const key = { id: keyResult, title: 'Sites on firmware 4', objective_id: objective };
	await add('key_results', { ...key, baseline: 0, target: 38 });
	await add('key_result_values', {
		key_result_id: keyResult,
		measured_on: '2026-11-16',
		value: 17
	});
	const [round, revealed, blocker] = [randomUUID(), randomUUID(), randomUUID()];
	await add('check_in_rounds', { id: round, cycle_id: cycle, week: '2026-11-16' });
	await add('check_in_rounds', {
		id: revealed,
		cycle_id: cycle,
		week: '2026-11-09',
		revealed_at: now
	});
	const sure = { key_result_id: keyResult, person_id: person, confidence: 7 };
	await add('confidences', { round_id: round, ...sure });
	await add('confidences', { round_id: revealed, ...sure });
	await add('blockers', { id: blocker, key_result_id: keyResult, kind: 'resource' });
	const linked = randomUUID();
	await add('lineages', {
		subject_id: linked,
		subject: 'action',
		key_result_id: keyResult,
		linked_by: person
	});
	const [drafted, free, held, waiting] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
	for (const [id, starts_on, ends_on] of [
		[drafted, '2025-01-01', '2025-03-31'],
		[free, '2025-04-01', '2025-06-30']
	] as const)
		await add('cycles', { id, name: starts_on, starts_on, ends_on });
	const health = { form: 90, dots: 5, headline: '', writers: 0, voters: 0 };
	await add('retrospectives', {
		id: held,
		cycle_id: cycle,
		state: 'closed',
		stage: 'outcomes',
		closed_at: now,
		created_at: now,
		...health
	});
	await add('retrospectives', {
		id: waiting,
		cycle_id: drafted,
		state: 'draft',
		stage: '',
		created_at: now,
		...health
	});
	const message = randomUUID();
	await add('leadership_messages', { id: message, what: 'Quality first', written_by: person });
	const asking = randomUUID();
	await add('message_mentions', {
		comment_id: asking,
		person_id: person,
		said_at: now,
		about: 'what',
		body: 'Is it audited?'
	});
	const answered = randomUUID();
	await add('message_suggestions', {
		...{ id: answered, kind: 'ai wording', ended_as: 'accepted', answered_by: person }
	});
	const [openRound, revealedRound, emptyRound] = [randomUUID(), randomUUID(), randomUUID()];
	const asked = { message_id: message, closes_at: now };
	await add('recall_rounds', { ...asked, id: openRound });
	await add('recall_rounds', { ...asked, id: revealedRound, revealed_at: now });
	await add('recall_rounds', { ...asked, id: emptyRound, revealed_at: now });
	for (const round of [openRound, revealedRound])
		await add('recall_answers', { round_id: round, person_id: person, what: 'Quality' });
	await database.query(
		`insert into public.formats (id, team_id, name, steps) values ($1, $2, 'Weekly', '[]')`,
		[format, team]
	);
	await add('series', {
		id: series,
		format_id: format,
		name: 'Weekly',
		weekday: 1,
		starts_at: '09:00',
		time_zone: 'Europe/London',
		minutes: 90,
		starts_on: '2026-11-16'
	});

	const meeting = (number: number, state: string, more: Row = {}) => ({
		id: randomUUID(),
		series_id: series,
		number,
		state,
		occurs_on: `2026-11-${15 + number}`,
		starts_at: now,
		minutes: 90,
		name: 'Weekly',
		...more
	});
	const closed = meeting(1, 'closed', { closed_at: now, ratings_revealed_at: now });
	const live = meeting(2, 'live', { opened_at: now });
	const draft = meeting(3, 'draft');
	const another = meeting(7, 'closed', { closed_at: now, ratings_revealed_at: now });
	for (const row of [closed, live, draft, another]) {
		await database.query(
			`insert into public.meetings select * from jsonb_populate_record(null::public.meetings,
				$1::text::jsonb || '{"steps": [], "place": ""}')`,
			[JSON.stringify({ team_id: team, created_at: now, ...row })]
		);
	}

	const diagnosis = await seedDiagnosis(add, { metric, priority, series, person });
	const seeds: Seeds = {
		people: { id: person },
		workspaces: { id: workspace },
		workspace_members: { workspace_id: workspace, person_id: person },
		teams: { id: team },
		team_members: { team_id: team, person_id: person },
		invitations: { id: token },
		workspace_exports: { id: taken },
		calendar_links: { id: link },
		webhooks: { id: webhook },
		webhook_deliveries: { id: delivery },
		metrics: { id: metric },
		readings: { metric_id: metric, period: '2026-11-16' },
		reading_corrections: { id: correction },
		baselines: { id: baseline },
		fired_triggers: { id: fired },
		dashboard_hosts: { team_id: team, host: 'bi.example.com' },
		watch_reviews: { team_id: team, quarter: '2026-10-01' },
		row_imports: { id: imported },
		reading_import_parts: { team_id: team, person_id: person, part: 0 },
		nomination_answers: { id: answer },
		team_tokens: { id: tokenId },
		priorities: { id: priority },
		search_passages: { subject_id: priority, kind: 'priority' },
		'search_passages (draft)': { subject_id: draft.id, kind: 'meeting' },
		...execution,
		...diagnosis,
		weekly_mail_choices: { team_id: team, person_id: person },
		days_off: { team_id: team, day: '2026-12-25' },
		team_suggestion_switches: { team_id: team, kind },
		own_suggestion_switches: { person_id: person, team_id: team, kind },
		objectives: { id: objective },
		cycles: { id: cycle },
		imperatives: { id: imperative },
		annual_goals: { id: goal },
		key_results: { id: keyResult },
		key_result_values: { key_result_id: keyResult, measured_on: '2026-11-16' },
		check_in_rounds: { id: round },
		confidences: { round_id: round, key_result_id: keyResult, person_id: person },
		'confidences (after the reveal)': {
			round_id: revealed,
			key_result_id: keyResult,
			person_id: person
		},
		blockers: { id: blocker },
		lineages: { team_id: team, subject_id: linked },
		'cycles (free)': { id: free },
		retrospectives: { id: held },
		'retrospectives (draft)': { id: waiting },
		leadership_messages: { id: message },
		message_mentions: { team_id: team, comment_id: asking, person_id: person },
		message_suggestions: { id: answered },
		recall_rounds: { id: revealedRound },
		'recall_rounds (open)': { id: openRound },
		'recall_rounds (empty)': { id: emptyRound },
		recall_answers: { round_id: revealedRound, person_id: person },
		'recall_answers (open)': { round_id: openRound, person_id: person },
		formats: { id: format },
		series: { id: series },
		meetings: { id: closed.id },
		'meetings (live)': { id: live.id },
		'meetings (draft)': { id: draft.id },
		'meetings (another)': { id: another.id }
	};
	const leave = async (name: string, key: Row, row: Row) => {
		await add(name.split(' ')[0] ?? name, { meeting_id: closed.id, ...key, ...row });
		seeds[name] = key;
	};
	const leaveBehind = async (name: string, key: Row, row: Row) => {
		await add(name, { retrospective_id: held, ...key, ...row });
		seeds[name] = key;
	};
	const ofObjective = { position: 1, title: 'Make uptime boring' };
	const theme = randomUUID();
	await leaveBehind(
		'retrospective_dispositions',
		{ retrospective_id: held, objective_id: objective },
		{ ...ofObjective, ambition: 'committed', reason: '' }
	);
	await leaveBehind(
		'retrospective_grades',
		{ retrospective_id: held, key_result_id: keyResult },
		{
			...ofObjective,
			objective_id: objective,
			unit: '',
			decimals: 0,
			baseline: 0,
			target: 38,
			weight: 1,
			why: '',
			checked_weeks: 0
		}
	);
	await leaveBehind(
		'retrospective_themes',
		{ id: theme },
		{ side: 'worked', title: 'T', votes: 1 }
	);
	await leaveBehind(
		'retrospective_cards',
		{ id: randomUUID() },
		{ theme_id: theme, side: 'worked', body: 'One name to call' }
	);
	await leaveBehind(
		'retrospective_outcomes',
		{ id: randomUUID() },
		{ position: 1, kind: 'decision', title: 'One owner per site' }
	);
	await leaveBehind(
		'retrospective_votes',
		{ retrospective_id: held, theme_id: theme, person_id: person },
		{ dots: 2 }
	);
	const by = { captured_by: person, captured_at: now };
	const id = () => ({ id: randomUUID() });
	const step = { position: 1, title: 'Check-in' };
	const item = { ...step, series_id: series, state: 'open' };

	await leave('agenda_segments', id(), { ...step, kind: 'check-in', planned_minutes: 5 });
	await leave(
		'attendances',
		{ meeting_id: closed.id, person_id: person },
		{ arrived_at: now, check_in: 'Ready' }
	);
	await leave('sealed_check_ins', { meeting_id: closed.id, person_id: person }, { words: 'Tired' });
	await leave('hot_items', id(), item);
	await leave('hot_items (draft)', id(), { ...item, meeting_id: draft.id });
	await leave('notes', id(), { position: 1, body: 'Sales are up', author_id: person });
	await leave('decisions', id(), { title: 'Open in Leeds', owner_id: person, ...by });
	const action = id();
	await leave('action_items', action, { title: 'Call Acme', owner_id: person, ...by });
	const between = id();
	await add('action_items', { ...between, title: 'Ask two suppliers', owner_id: person, ...by });
	seeds['action_items (between meetings)'] = between;
	await leave('insights', id(), { title: 'Customers like it', ...by });
	await leave('model_calls', id(), { task: 'capture', asked_by: person });
	const said = { words: 'Sales are up', kind: 'insight', answer: 'accepted' };
	await leave('model_suggestions', id(), { ...said, answered_by: person });
	// Taking a transcript away takes what hangs on it along, so that the one to be deleted has nothing.
	const kept = { form: 'text', turns: 1, imported_by: person };
	await leave('transcripts', id(), { ...kept, meeting_id: live.id });
	const transcript = id();
	await add('transcripts', { ...transcript, ...kept, meeting_id: closed.id });
	const turn = { transcript_id: transcript.id, position: 1 };
	await add('transcript_turns', { ...turn, body: 'Sales are up' });
	seeds['transcript_turns'] = turn;
	const draftOf = id();
	await leave('drafts', draftOf, { task: 'challenge', asked_by: person });
	const draftItem = id();
	const words = { kind: 'insight', words: 'Sales are up' };
	await add('draft_items', { ...draftItem, draft_id: draftOf.id, position: 1, ...words });
	seeds['draft_items'] = draftItem;
	await leave('risks', id(), { title: 'One supplier', owner_id: person, ...by });
	await leave(
		'action_reviews',
		{ meeting_id: live.id, action_id: action.id },
		{ done: false, note: 'Not yet', reviewed_by: person }
	);
	await leave(
		'status_checks',
		{ meeting_id: closed.id, subject_id: priority },
		{ subject: 'priority', on_track: true, checked_by: person }
	);
	const told = { id: randomUUID() };
	await leave('cascade_messages', told, { position: 1, body: 'Leeds opens in May' });
	const comment = randomUUID();
	await add('recap_comments', {
		...{ id: comment, meeting_id: closed.id, line_kind: 'meeting', line_id: closed.id },
		...{ line_words: '', body: 'Thank you all', author_id: person, said_at: now }
	});
	seeds.recap_comments = { id: comment };
	const onComment = { comment_id: comment, person_id: person };
	await add('comment_mentions', onComment);
	seeds.comment_mentions = onComment;
	await add('comment_reactions', { ...onComment, sign: 'thanks' });
	seeds.comment_reactions = { ...onComment, sign: 'thanks' };
	const signed = { meeting_id: closed.id, person_id: person };
	await add('recap_sign_offs', { ...signed, signed_at: now });
	seeds.recap_sign_offs = signed;
	await add('told_teams', { ...signed, message_id: told.id, told_at: now });
	const otherTold = { id: randomUUID() };
	await leave('cascade_messages (another)', otherTold, { position: 2, body: 'And hires two' });
	seeds.told_teams = { message_id: told.id, person_id: person };
	await add('catch_ups', { person_id: person, seen_until: now });
	seeds.catch_ups = { team_id: team, person_id: person };
	await insert(database, 'notice_choices', { person_id: person, kind: 'recap', channel: 'mail' });
	seeds.notice_choices = { person_id: person, kind: 'recap' };
	await insert(database, 'quiet_hours', { person_id: person, digest_at: '08:00' });
	seeds.quiet_hours = { person_id: person };
	const before = { meeting_id: draft.id, person_id: person };
	await add('absences', { ...before, said_at: now, ballot: randomUUID() });
	seeds.absences = before;
	await add('absent_inputs', { ...before, place: 'step', body: 'Ask the bank', written_at: now });
	seeds.absent_inputs = { ...before, place: 'step' };
	await add('absent_votes', { ...before, item: 'item' });
	seeds.absent_votes = { ...before, item: 'item' };
	const assumption = randomUUID();
	await add('assumptions', { id: assumption, title: 'Sites let us in at night', added_by: person });
	seeds.assumptions = { id: assumption };
	const tagged = { team_id: team, insight_id: randomUUID() };
	await add('insight_subjects', { ...tagged, priority_id: priority, tagged_by: person });
	seeds.insight_subjects = tagged;
	await leave(
		'insight_reviews',
		{ meeting_id: closed.id, insight_id: tagged.insight_id },
		{ verdict: 'keep', reviewed_by: person, reviewed_at: now }
	);
	await leave(
		'suggestion_showings',
		{ meeting_id: closed.id, position: 1 },
		{ kind: 'loose action', ended_as: 'accepted', answered_by: person, shown_at: now }
	);
	await leave('meeting_ratings', { meeting_id: closed.id, person_id: person }, { rating: 8 });
	await leave(
		'meeting_ratings (before the reveal)',
		{ meeting_id: live.id, person_id: person },
		{ rating: 3 }
	);
	return seeds;
}

/** What a priority takes, one row of each. */
async function seedExecution(
	add: (table: string, row: Row) => Promise<void>,
	priority: string,
	person: string
): Promise<Seeds> {
	const of = { priority_id: priority };
	const [milestone, move, measure, risk, phase, resource, dependency] = Array.from(
		{ length: 7 },
		() => randomUUID()
	) as [string, string, string, string, string, string, string];
	const since = '2026-11-02T09:00:00+00:00';
	await add('priority_owners', { ...of, since, owner_id: person });
	await add('priority_parts', { ...of, person_id: person, part: 'consulted' });
	await add('milestones', { id: milestone, ...of, title: 'Agency chosen', due_on: '2026-12-04' });
	await add('milestone_moves', { id: move, milestone_id: milestone, from_on: '2026-11-27' });
	const ends = { baseline: 0, target: 3 };
	await add('measures', { id: measure, ...of, kind: 'gap', name: 'Leads signed', ...ends });
	const stood = { measured_on: '2026-11-16', value: 1 };
	await add('measure_values', { measure_id: measure, ...stood, entered_by: person });
	const grave = { likelihood: 2, impact: 3 };
	await add('priority_risks', { id: risk, ...of, title: 'Nobody applies', ...grave });
	const days = { starts_on: '2026-11-16', ends_on: '2026-12-11' };
	await add('phases', { id: phase, ...of, name: 'Search', ...days });
	await add('resources', { id: resource, ...of, kind: 'money', title: 'Agency fee' });
	await add('dependencies', { id: dependency, ...of, title: 'Salary bands agreed' });
	await add('change_checks', { ...of, days: 30, answer: 'yes', answered_by: person });
	await add('health_snapshots', { ...of, week: '2026-11-16', score: 50 });
	const [run, planRow] = [randomUUID(), randomUUID()];
	await add('worker_runs', { id: run, ...of, worker: 'hr', state: 'done', asked_by: person });
	const proposed = { key: 'hr/action/agency', kind: 'action', change: 'new' };
	await add('plan_rows', { id: planRow, ...of, run_id: run, ...proposed });
	return {
		priority_owners: { priority_id: priority, since },
		priority_parts: { priority_id: priority, person_id: person },
		milestones: { id: milestone },
		milestone_moves: { id: move },
		measures: { id: measure },
		measure_values: { measure_id: measure, measured_on: '2026-11-16' },
		priority_risks: { id: risk },
		phases: { id: phase },
		resources: { id: resource },
		dependencies: { id: dependency },
		change_checks: { priority_id: priority, days: 30 },
		health_snapshots: { priority_id: priority, week: '2026-11-16' },
		worker_runs: { id: run },
		plan_rows: { id: planRow }
	};
}

/** One row for each table of the diagnosis, the structure and the guides. */
async function seedDiagnosis(
	add: (table: string, row: Row) => Promise<void>,
	{ metric, priority, series, person }: Record<'metric' | 'priority' | 'series' | 'person', string>
): Promise<Seeds> {
	const now = '2026-11-19T09:00:00Z';
	const ids = Array.from({ length: 18 }, () => randomUUID());
	const [bareSeat, bareSystem, theme] = [randomUUID(), randomUUID(), randomUUID()];
	const [round, lane, proposal, retest, seat, noted, holder, link, review] = ids as [
		string,
		...string[]
	] &
		string[];
	const [change, outcome, contribution, open, ranked, process, step, fix, system] = ids.slice(9);
	const row = (id: string | undefined, more: Row): Row => ({ id: id ?? '', ...more });
	await add(
		'blind_rounds',
		row(round, { kind: 'pillars', started_by: person, revealed_at: now, answers: 2 })
	);
	await add('blind_invitations', { round_id: round, person_id: person });
	await add(
		'quarter_themes',
		row(theme, { quarter: '2026-10-01', pillar: 'people', chosen_by: person, chosen_at: now })
	);
	await add('chosen_lanes', row(lane, { lane: 'service', chosen_by: person, chosen_at: now }));
	await add(
		'agenda_proposals',
		row(proposal, { title: 'Whose is it?', source: '', proposed_by: person, proposed_at: now })
	);
	await add(
		'retests',
		row(retest, {
			round_id: round,
			breakdown: 'plans',
			priority_id: priority,
			due_on: '2027-01-18',
			created_by: person,
			created_at: now
		})
	);
	const seated = { is_key: true, position: 0, created_at: now };
	await add('seats', { ...row(seat, { title: 'Head of service' }), ...seated });
	await add('seats', { ...row(noted, { title: 'Head of sales' }), ...seated });
	await add('seats', { id: bareSeat, title: 'Head of finance', ...seated });
	for (const id of [seat ?? '', noted ?? ''])
		await add('seat_notes', {
			seat_id: id,
			head: 'Calm',
			heart: '',
			briefcase: '',
			development: '',
			written_by: person,
			written_at: now
		});
	await add('seat_note_readers', { seat_id: noted ?? '', person_id: person });
	await add('seat_holders', row(holder, { seat_id: seat ?? '', name: 'Olu', since: '2026-11-01' }));
	await add('seat_links', row(link, { seat_id: seat ?? '', metric_id: metric }));
	await add('series_seats', { series_id: series, seat_id: seat ?? '' });
	await add(
		'chart_reviews',
		row(review, {
			reviewed_on: '2026-11-01',
			signed_by: person,
			note: '',
			seats: 2,
			vacant: 1,
			signed_at: now
		})
	);
	await add(
		'seat_changes',
		row(change, { seat_id: seat ?? '', seat: 'Head of service', what: 'Added', changed_at: now })
	);
	await add(
		'outcome_targets',
		row(outcome, {
			title: 'Forty robots a week',
			metric_id: metric,
			target: 40,
			due_on: '2027-03-31',
			assumptions: '',
			created_at: now
		})
	);
	await add(
		'contributions',
		row(contribution, {
			outcome_id: outcome ?? '',
			department: 'sales',
			what: 'Ten more sites',
			created_at: now
		})
	);
	const asked = { priorities: `{${priority},${priority}}`, started_by: person, started_at: now };
	await add('ranking_rounds', row(open, asked));
	await add('ranking_rounds', row(ranked, { ...asked, revealed_at: now }));
	for (const id of [open ?? '', ranked ?? ''])
		await add('rankings', { round_id: id, person_id: person, ranking: `{${priority}}` });
	await add('processes', row(process, { name: 'From order to robot', created_at: now }));
	await add(
		'process_steps',
		row(step, {
			process_id: process ?? '',
			position: 0,
			name: 'Quote',
			work_hours: 1,
			wait_hours: 2,
			doer: '',
			hand_off: '',
			rework: 0
		})
	);
	await add(
		'process_fixes',
		row(fix, {
			process_id: process ?? '',
			what: 'One approval',
			hours_before: 30,
			hours_after: 12,
			measured_on: '2026-11-18',
			created_at: now
		})
	);
	await add(
		'systems',
		row(system, { name: 'Warehouse export', holds: '', filling: 'by hand', created_at: now })
	);
	await add(
		'systems',
		row(bareSystem, { name: 'Spreadsheet', holds: '', filling: 'by hand', created_at: now })
	);
	await add('system_feeds', { system_id: system ?? '', metric_id: metric });
	const key = (id: string | undefined): Row => ({ id: id ?? '' });
	return {
		blind_rounds: key(round),
		blind_invitations: { round_id: round, person_id: person },
		quarter_themes: key(theme),
		chosen_lanes: key(lane),
		agenda_proposals: key(proposal),
		retests: key(retest),
		seats: key(seat),
		seat_notes: { seat_id: seat ?? '' },
		'seat_notes (permitted)': { seat_id: noted ?? '' },
		seat_note_readers: { seat_id: noted ?? '', person_id: person },
		seat_holders: key(holder),
		seat_links: key(link),
		series_seats: { series_id: series, seat_id: seat ?? '' },
		chart_reviews: key(review),
		seat_changes: key(change),
		outcome_targets: key(outcome),
		contributions: key(contribution),
		ranking_rounds: key(ranked),
		rankings: { round_id: open ?? '', person_id: person },
		'rankings (after the reveal)': { round_id: ranked ?? '', person_id: person },
		processes: key(process),
		process_steps: key(step),
		process_fixes: key(fix),
		systems: key(system),
		'systems (bare)': key(bareSystem),
		'seats (bare)': key(bareSeat),
		system_feeds: { system_id: system ?? '', metric_id: metric }
	};
}
