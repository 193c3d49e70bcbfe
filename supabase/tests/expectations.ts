import type { Kind } from './people.ts';

type Who = readonly Kind[];

/** Who may do what with a row of our team, and which columns the API lets anyone write at all. */
export type Expectation = {
	select: Who;
	insert: Who;
	update: Who;
	delete: Who;
	/** Columns an insert may name. */
	enters: string;
	/** Columns an update may name. */
	edits: string;
};

const nobody: Who = [];
const admin: Who = ['owner'];
const writers: Who = ['owner', 'member'];
const team: Who = ['owner', 'member', 'observer'];
const workspace: Who = ['owner', 'member', 'observer', 'otherTeam', 'formerMember'];

/** What any member keeps, and may take away again. */
const kept = { select: team, insert: writers, update: writers, delete: writers };
const readOnly = { insert: nobody, update: nobody, delete: nobody, enters: '', edits: '' };

/**
 * Every table of the API, in one place. A name in brackets is a row in another situation. The row
 * of `people`, `workspace_members` and `action_items` is the member's own; meetings are closed and
 * their ratings revealed where nothing else is said.
 */
export const expectations: Record<string, Expectation> = {
	people: {
		...readOnly,
		select: workspace,
		update: ['member'],
		edits: 'asked_by_mail away_from away_until name time_zone'
	},
	workspaces: { ...readOnly, select: workspace, update: admin, delete: admin, edits: 'name' },
	workspace_members: {
		...readOnly,
		select: workspace,
		update: admin,
		delete: ['owner', 'member'],
		edits: 'role'
	},
	teams: {
		select: team,
		insert: admin,
		update: admin,
		delete: admin,
		enters: 'id name workspace_id',
		edits: 'alerts_at alerts_to alerts_weekday name terms'
	},
	team_members: {
		select: team,
		insert: admin,
		update: admin,
		delete: nobody,
		enters: 'hue person_id role team_id title workspace_id',
		edits: 'hue left_at role title'
	},
	invitations: {
		select: admin,
		insert: admin,
		update: admin,
		delete: nobody,
		enters: 'email invited_by role team_id title token_hash workspace_id',
		edits: 'revoked_at'
	},

	// The member's own; admins see and withdraw those of the team.
	calendar_links: {
		select: writers,
		insert: team,
		update: writers,
		delete: nobody,
		enters: 'id person_id secret_hash team_id',
		edits: 'revoked_at'
	},
	workspace_exports: { ...readOnly, select: admin },

	metrics: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters:
			'area cadence decimals definition direction formula goal_id high_months id is_leading leads low_months lower name owner_id path perspective position responder_id response season source target team_id tolerance unit upper',
		edits:
			'area baseline_by baseline_from baseline_reason cadence dashboard decimals definition direction formula goal_id high_months is_leading key leads low_months lower name owner_id path perspective position removal_decided_by removed_at removed_reason responder_id response season source target tolerance unit upper'
	},
	readings: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'entered_at entered_by metric_id note period team_id value',
		// An upsert names every column; the policies keep team and metric together.
		edits: 'entered_at entered_by metric_id note period team_id value'
	},
	reading_corrections: { ...readOnly, select: team },
	baselines: { ...readOnly, select: team },
	fired_triggers: {
		...readOnly,
		select: team,
		update: writers,
		edits: 'answer answered_at answered_by outcome'
	},
	dashboard_hosts: {
		...readOnly,
		select: team,
		insert: admin,
		delete: admin,
		enters: 'added_by host team_id'
	},
	watch_reviews: {
		...readOnly,
		select: team,
		insert: writers,
		enters: 'answer answered_by quarter team_id'
	},
	// What somebody is about to import is theirs alone.
	row_imports: { ...readOnly, select: writers },
	reading_import_parts: {
		select: ['member'],
		insert: writers,
		update: nobody,
		delete: ['member'],
		enters: 'import_id part person_id readings team_id',
		edits: ''
	},
	team_tokens: {
		select: admin,
		insert: admin,
		update: admin,
		delete: nobody,
		enters: 'created_by id name scopes team_id token_hash',
		edits: 'revoked_at'
	},
	webhooks: {
		select: admin,
		insert: admin,
		update: admin,
		delete: admin,
		enters: 'events id kind made_by name secret team_id url',
		edits: 'stopped_at stopped_because'
	},
	webhook_deliveries: { ...readOnly, select: admin },
	nomination_answers: {
		select: team,
		insert: writers,
		update: nobody,
		delete: nobody,
		enters: 'answer answered_by id metric_id quiet_until reason rule team_id',
		edits: ''
	},
	priorities: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters:
			'expectation goal_id id not_doing owner_id position team_id title weekly_alert weight why',
		edits:
			'ended_as ended_at expectation goal_id not_doing owner_id position title weekly_alert weight why'
	},
	priority_owners: { ...readOnly, select: team },
	priority_parts: {
		...kept,
		enters: 'part person_id priority_id team_id',
		edits: 'part'
	},
	milestones: {
		...kept,
		enters: 'done_on due_on id is_change owner_id position priority_id team_id title',
		edits: 'done_on due_on is_change owner_id position removed_at title'
	},
	milestone_moves: { ...readOnly, select: team },
	measures: {
		...kept,
		enters:
			'baseline decimals definition direction found_on id kind metric_id name owner_id position priority_id target team_id unit',
		edits:
			'baseline decimals definition direction found_on metric_id name owner_id position removed_at target unit'
	},
	measure_values: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'entered_at entered_by measure_id measured_on note team_id value',
		// An upsert names every column; the policies keep team and measure together.
		edits: 'entered_at entered_by measure_id measured_on note team_id value'
	},
	priority_risks: {
		...kept,
		enters:
			'id impact likelihood mitigation owner_id priority_id raised_by review_on team_id title',
		edits: 'closed_on impact likelihood mitigation owner_id quiet_until removed_at review_on title'
	},
	phases: {
		...kept,
		enters: 'ends_on id name position priority_id starts_on team_id',
		edits: 'done_on ends_on name position removed_at starts_on'
	},
	resources: {
		...kept,
		enters: 'days id kind owner_id phase_id position priority_id team_id title',
		edits: 'days granted_on kind owner_id phase_id position removed_at title'
	},
	dependencies: {
		...kept,
		enters: 'id needed_by other_priority_id owner_id priority_id raised_by team_id title',
		edits: 'cleared_on needed_by other_priority_id owner_id removed_at title'
	},
	change_checks: {
		...readOnly,
		select: team,
		insert: writers,
		enters: 'answer answered_by days milestone_id note priority_id team_id'
	},
	health_snapshots: { ...readOnly, select: team },
	worker_runs: { ...readOnly, select: team },
	plan_rows: { ...readOnly, select: team },
	model_calls: { ...readOnly, select: team },
	model_suggestions: { ...readOnly, select: team },
	// What was said holds what is sealed: observers know that there is a transcript, and read no word.
	transcripts: { ...readOnly, select: team, delete: writers },
	transcript_turns: { ...readOnly, select: writers },
	drafts: { ...readOnly, select: writers, update: writers, edits: 'state' },
	draft_items: { ...readOnly, select: writers },
	// The member's own, who has chosen already; an observer may choose too.
	weekly_mail_choices: {
		select: team,
		insert: ['owner', 'observer'],
		update: ['member'],
		delete: nobody,
		enters: 'person_id send_at team_id wants weekday',
		// An upsert names every column; the policies keep it to one's own.
		edits: 'person_id send_at team_id wants weekday'
	},
	days_off: {
		select: team,
		insert: writers,
		update: nobody,
		delete: writers,
		enters: 'day name team_id',
		edits: ''
	},
	objectives: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters:
			'ambition answer cycle cycle_id goal_id id owner_id position proposed_by state team_id title weight',
		edits: 'ambition answer cycle cycle_id ended_at goal_id owner_id position state title weight'
	},
	cycles: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'ends_on id name starts_on team_id',
		edits: 'ends_on name starts_on'
	},
	imperatives: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'from_year id position stage team_id title until_year',
		edits: 'ended_at from_year position stage title until_year'
	},
	annual_goals: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'id imperative_id owner_id position standing team_id title year',
		edits: 'ended_at imperative_id owner_id position standing title year'
	},
	key_results: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'baseline decimals id objective_id owner_id position target team_id title unit weight',
		edits: 'baseline decimals ended_at objective_id owner_id position target title unit weight'
	},
	key_result_values: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'entered_at entered_by key_result_id measured_on note team_id value',
		// An upsert names every column; the policies keep team and key result together.
		edits: 'entered_at entered_by key_result_id measured_on note team_id value'
	},
	check_in_rounds: { ...readOnly, select: team },
	// The member's own, so that nobody but the member reads it before the reveal.
	confidences: { ...readOnly, select: ['member'] },
	'confidences (after the reveal)': { ...readOnly, select: team },
	blockers: { ...readOnly, select: team, update: writers, edits: 'cleared_at cleared_by' },
	lineages: {
		select: team,
		insert: writers,
		update: writers,
		delete: writers,
		enters: 'key_result_id linked_by objective_id priority_id subject subject_id team_id',
		// An upsert names every column; the policies and keys keep all of it in the team.
		edits: 'key_result_id linked_by objective_id priority_id subject subject_id team_id'
	},
	leadership_messages: { ...readOnly, select: team },
	message_mentions: { ...readOnly, select: ['member'] },
	message_suggestions: { ...readOnly, select: writers },
	recall_rounds: { ...readOnly, select: team },
	'recall_rounds (open)': { ...readOnly, select: team },
	recall_answers: { ...readOnly, select: team },
	'recall_answers (open)': { ...readOnly, select: ['member'] },
	retrospectives: {
		...readOnly,
		select: team,
		insert: writers,
		enters: 'cycle_id form id team_id'
	},
	'retrospectives (draft)': {
		...readOnly,
		select: writers,
		insert: writers,
		enters: 'cycle_id form id team_id'
	},
	retrospective_dispositions: { ...readOnly, select: team },
	retrospective_grades: { ...readOnly, select: team },
	retrospective_themes: { ...readOnly, select: team },
	retrospective_cards: { ...readOnly, select: team },
	retrospective_outcomes: { ...readOnly, select: team },
	// Nobody reads a vote but the person who gave it.
	retrospective_votes: { ...readOnly, select: ['member'] },

	blind_rounds: { ...readOnly, select: team },
	blind_invitations: { ...readOnly, select: team },
	quarter_themes: {
		...readOnly,
		select: team,
		insert: writers,
		enters: 'chosen_by id pillar quarter score team_id'
	},
	chosen_lanes: { ...readOnly, select: team, insert: writers, enters: 'chosen_by id lane team_id' },
	agenda_proposals: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'id proposed_by source team_id title',
		edits: 'ended_as'
	},
	retests: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'breakdown created_by due_on id priority_id round_id team_id',
		edits: 'due_on'
	},
	seats: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'accountabilities id is_key position reports_to team_id title',
		edits: 'accountabilities ended_at is_key position reports_to title'
	},
	seat_holders: {
		...kept,
		update: nobody,
		enters: 'id name person_id seat_id since team_id',
		edits: ''
	},
	seat_links: {
		...kept,
		update: nobody,
		enters: 'id metric_id objective_id priority_id seat_id team_id',
		edits: ''
	},
	series_seats: { ...kept, update: nobody, enters: 'seat_id series_id team_id', edits: '' },
	chart_reviews: {
		...readOnly,
		select: team,
		insert: writers,
		enters: 'id note reviewed_on seats signed_by team_id vacant'
	},
	seat_changes: { ...readOnly, select: team },
	// Head, heart and briefcase: admins, and whom they permit.
	seat_notes: {
		select: admin,
		insert: admin,
		update: admin,
		delete: admin,
		enters: 'briefcase development head heart seat_id team_id written_by',
		edits: 'briefcase development head heart written_by'
	},
	'seat_notes (permitted)': {
		select: writers,
		insert: admin,
		update: writers,
		delete: writers,
		enters: 'briefcase development head heart seat_id team_id written_by',
		edits: 'briefcase development head heart written_by'
	},
	seat_note_readers: {
		select: writers,
		insert: admin,
		update: nobody,
		delete: admin,
		enters: 'person_id seat_id team_id',
		edits: ''
	},
	outcome_targets: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'assumptions created_by due_on id metric_id target team_id title',
		edits: 'assumptions due_on ended_at target title'
	},
	contributions: {
		...kept,
		enters: 'amount department id outcome_id owner_id team_id what',
		edits: 'amount owner_id what'
	},
	ranking_rounds: { ...readOnly, select: team },
	// Nobody reads a ranking before the reveal but whoever gave it.
	rankings: { ...readOnly, select: ['member'] },
	'rankings (after the reveal)': { ...readOnly, select: team },
	processes: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'id name owner_id team_id',
		edits: 'name owner_id removed_at'
	},
	process_steps: {
		...kept,
		enters:
			'back_to doer hand_off id name position process_id rework team_id wait_hours work_hours',
		edits: 'back_to doer hand_off name position rework wait_hours work_hours'
	},
	process_fixes: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'due_on hours_before id owner_id process_id team_id what',
		edits: 'due_on hours_after measured_on owner_id what'
	},
	systems: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'filling holds id name owner_id team_id',
		edits: 'filling holds name owner_id removed_at'
	},
	system_feeds: { ...kept, update: nobody, enters: 'metric_id system_id team_id', edits: '' },

	formats: {
		select: team,
		insert: admin,
		update: admin,
		delete: nobody,
		enters: 'id name origin steps team_id',
		edits: 'name steps'
	},
	series: {
		select: team,
		insert: admin,
		update: admin,
		delete: nobody,
		enters:
			'facilitator_id format_id id minutes name place starts_at starts_on team_id time_zone weekday',
		edits:
			'asks_at asks_days_before ended_at facilitator_id format_id invites minutes name place starts_at time_zone weekday'
	},
	meetings: {
		...readOnly,
		select: team,
		edits: 'facilitator_id minutes place starts_at state'
	},
	'meetings (draft)': {
		...readOnly,
		select: writers,
		update: admin,
		edits: 'facilitator_id minutes place starts_at state'
	},

	agenda_segments: { ...readOnly, select: team },
	attendances: { ...readOnly, select: team },
	sealed_check_ins: { ...readOnly, select: writers },
	hot_items: { ...readOnly, select: team, update: writers, edits: 'watch_periods' },
	'hot_items (draft)': { ...readOnly, select: writers, edits: 'watch_periods' },
	notes: { ...readOnly, select: team },
	decisions: {
		...readOnly,
		select: team,
		update: writers,
		edits: 'rejected review_on supersedes why'
	},
	action_items: { ...readOnly, select: team, update: ['member'], edits: 'done_at' },
	'action_items (between meetings)': {
		...readOnly,
		select: team,
		update: ['member'],
		edits: 'done_at'
	},
	insights: { ...readOnly, select: team },
	risks: { ...readOnly, select: team },
	action_reviews: { ...readOnly, select: team },
	status_checks: { ...readOnly, select: team },
	cascade_messages: { ...readOnly, select: team },
	assumptions: {
		select: team,
		insert: writers,
		update: writers,
		delete: nobody,
		enters: 'added_by id team_id title',
		edits: 'ended_at title'
	},
	insight_subjects: {
		select: team,
		insert: writers,
		update: nobody,
		delete: writers,
		enters: 'assumption_id element insight_id priority_id tagged_by team_id',
		edits: ''
	},
	insight_reviews: { ...readOnly, select: team },
	// The member's own word and reaction; what is said goes through a function, with the words of its line.
	recap_comments: {
		...readOnly,
		select: team,
		update: writers,
		delete: ['member'],
		edits: 'resolved_at resolved_by'
	},
	comment_mentions: { ...readOnly, select: team },
	comment_reactions: {
		...readOnly,
		select: team,
		insert: team,
		delete: ['member'],
		enters: 'comment_id person_id sign team_id'
	},
	recap_sign_offs: {
		...readOnly,
		select: team,
		insert: team,
		enters: 'meeting_id person_id team_id'
	},
	told_teams: {
		...readOnly,
		select: team,
		insert: writers,
		delete: ['member'],
		enters: 'meeting_id message_id person_id team_id'
	},
	catch_ups: {
		...readOnly,
		select: ['member'],
		insert: ['owner', 'observer'],
		update: ['member'],
		enters: 'person_id seen_until team_id',
		// An upsert names every column; the policies keep it to one's own.
		edits: 'person_id seen_until team_id'
	},
	// Of a meeting that has not begun.
	absences: {
		...readOnly,
		select: writers,
		insert: writers,
		delete: ['member'],
		enters: 'meeting_id person_id team_id'
	},
	absent_inputs: {
		select: ['member'],
		insert: writers,
		update: ['member'],
		delete: ['member'],
		enters: 'body meeting_id person_id place team_id',
		// An upsert names every column; the policies keep it to one's own.
		edits: 'body meeting_id person_id place team_id'
	},
	absent_votes: {
		...readOnly,
		select: ['member'],
		insert: writers,
		delete: ['member'],
		enters: 'item meeting_id person_id team_id'
	},
	// Of a person and no team: everybody signed in has their own.
	notice_choices: {
		...readOnly,
		select: ['member'],
		insert: ['owner', 'member', 'observer', 'otherTeam', 'otherWorkspace', 'formerMember'],
		update: ['member'],
		enters: 'channel kind person_id',
		// An upsert names every column; the policies keep it to one's own.
		edits: 'channel kind person_id'
	},
	quiet_hours: {
		...readOnly,
		select: ['member'],
		insert: ['owner', 'observer', 'formerMember'],
		update: ['member'],
		enters: 'digest_at person_id quiet_from quiet_until',
		edits: 'digest_at person_id quiet_from quiet_until'
	},
	search_passages: { ...readOnly, select: team },
	'search_passages (draft)': { ...readOnly, select: writers },
	suggestion_showings: { ...readOnly, select: team },
	team_suggestion_switches: {
		select: team,
		insert: admin,
		update: nobody,
		delete: admin,
		enters: 'changed_by is_on kind team_id',
		edits: ''
	},
	// What was turned off is the member's own.
	own_suggestion_switches: {
		select: ['member'],
		insert: team,
		update: nobody,
		delete: ['member'],
		enters: 'kind person_id team_id',
		edits: ''
	},
	meeting_ratings: { ...readOnly, select: team },
	'meeting_ratings (before the reveal)': { ...readOnly, select: nobody }
};

/** The table behind a name such as `meetings (draft)`. */
export function tableOf(name: string): string {
	return name.split(' ')[0] ?? name;
}
