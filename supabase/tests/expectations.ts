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
		edits: 'asked_by_mail name time_zone'
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
		edits: 'name terms'
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
		enters: 'created_by id name team_id token_hash',
		edits: 'revoked_at'
	},
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
		enters: 'id owner_id position team_id title',
		edits: 'ended_at owner_id position title'
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
			'asks_at asks_days_before ended_at facilitator_id format_id minutes name place starts_at time_zone weekday'
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
	hot_items: { ...readOnly, select: team, update: writers, edits: 'watch_periods' },
	'hot_items (draft)': { ...readOnly, select: writers, edits: 'watch_periods' },
	notes: { ...readOnly, select: team },
	decisions: { ...readOnly, select: team },
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
	meeting_ratings: { ...readOnly, select: team },
	'meeting_ratings (before the reveal)': { ...readOnly, select: nobody }
};

/** The table behind a name such as `meetings (draft)`. */
export function tableOf(name: string): string {
	return name.split(' ')[0] ?? name;
}
