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
	const [found] = await database.query<{ row: string }>(
		`select to_jsonb(t)::text as row from public.${table} t where ${where.join(' and ')}`,
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
	for (const row of [closed, live, draft]) {
		await database.query(
			`insert into public.meetings select * from jsonb_populate_record(null::public.meetings,
				$1::text::jsonb || '{"steps": [], "place": ""}')`,
			[JSON.stringify({ team_id: team, created_at: now, ...row })]
		);
	}

	const seeds: Seeds = {
		people: { id: person },
		workspaces: { id: workspace },
		workspace_members: { workspace_id: workspace, person_id: person },
		teams: { id: team },
		team_members: { team_id: team, person_id: person },
		invitations: { id: token },
		metrics: { id: metric },
		readings: { metric_id: metric, period: '2026-11-16' },
		reading_corrections: { id: correction },
		baselines: { id: baseline },
		fired_triggers: { id: fired },
		dashboard_hosts: { team_id: team, host: 'bi.example.com' },
		watch_reviews: { team_id: team, quarter: '2026-10-01' },
		reading_import_parts: { team_id: team, person_id: person, part: 0 },
		nomination_answers: { id: answer },
		team_tokens: { id: tokenId },
		priorities: { id: priority },
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
		recall_rounds: { id: revealedRound },
		'recall_rounds (open)': { id: openRound },
		'recall_rounds (empty)': { id: emptyRound },
		recall_answers: { round_id: revealedRound, person_id: person },
		'recall_answers (open)': { round_id: openRound, person_id: person },
		formats: { id: format },
		series: { id: series },
		meetings: { id: closed.id },
		'meetings (live)': { id: live.id },
		'meetings (draft)': { id: draft.id }
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
	await leave('cascade_messages', id(), { position: 1, body: 'Leeds opens in May' });
	await leave('meeting_ratings', { meeting_id: closed.id, person_id: person }, { rating: 8 });
	await leave(
		'meeting_ratings (before the reveal)',
		{ meeting_id: live.id, person_id: person },
		{ rating: 3 }
	);
	return seeds;
}
