/** What a token may be for. */
export const scopes = {
	'readings:write': 'Enter readings',
	'scorecard:read': 'Read metrics and readings',
	'meetings:read': 'Read meetings and decisions',
	'actions:read': 'Read actions',
	'strategy:read': 'Read objectives and priorities'
} as const;
export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[];

export type Resource = {
	scope: Exclude<Scope, 'readings:write'>;
	summary: string;
	/** What an answer's rows are called in the OpenAPI file. */
	schema: string;
	/** Asked with the rights of whoever made the token; `$1` is the team, `$2` rows, `$3` how many to skip. */
	query: string;
};

const page = 'limit $2::int offset $3::int';

/** Everything a list can be read of, by the last part of its address. */
export const resources: Record<string, Resource> = {
	members: {
		scope: 'meetings:read',
		summary: 'Who sits in the team',
		schema: 'Member',
		query: `select m.person_id as id, p.name, m.role, m.title
			from public.team_members m join public.people p on p.id = m.person_id
			where m.team_id = $1::text::uuid and m.left_at is null order by p.name, p.id ${page}`
	},
	metrics: {
		scope: 'scorecard:read',
		summary: 'The metrics the team watches',
		schema: 'Metric',
		query: `select m.key, m.name, m.unit, m.cadence, m.direction, m.target::float8 as target,
				m.owner_id as "ownerId", r.period as "lastPeriod", r.value::float8 as "lastValue"
			from public.metrics m left join lateral (select period, value from public.readings
				where metric_id = m.id order by period desc limit 1) r on true
			where m.team_id = $1::text::uuid and m.removed_at is null order by m.position, m.key ${page}`
	},
	meetings: {
		scope: 'meetings:read',
		summary: 'The meetings, the latest first',
		schema: 'Meeting',
		query: `select id, number, name, state, occurs_on as day, starts_at as "startsAt", minutes, place,
				opened_at as "openedAt", closed_at as "closedAt"
			from public.meetings where team_id = $1::text::uuid order by starts_at desc, id ${page}`
	},
	decisions: {
		scope: 'meetings:read',
		summary: 'What was decided, the latest first',
		schema: 'Decision',
		query: `select id, title, owner_id as "ownerId", meeting_id as "meetingId", hot_item_id as "hotItemId",
				captured_at as "decidedAt"
			from public.decisions where team_id = $1::text::uuid order by captured_at desc, id ${page}`
	},
	actions: {
		scope: 'actions:read',
		summary: 'What people promised, the latest first',
		schema: 'Action',
		query: `select id, title, owner_id as "ownerId", due_on as "dueOn", done_at as "doneAt",
				meeting_id as "meetingId", hot_item_id as "hotItemId", captured_at as "promisedAt"
			from public.action_items where team_id = $1::text::uuid order by captured_at desc, id ${page}`
	},
	objectives: {
		scope: 'strategy:read',
		summary: 'The objectives with their key results',
		schema: 'Objective',
		query: `select o.id, o.title, c.name as cycle, o.owner_id as "ownerId", o.ended_at as "endedAt",
				coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'unit', k.unit,
					'baseline', k.baseline::float8, 'target', k.target::float8, 'value', (
						select v.value::float8 from public.key_result_values v where v.key_result_id = k.id
						order by v.measured_on desc limit 1)) order by k.position, k.id)
					from public.key_results k where k.objective_id = o.id), '[]') as "keyResults"
			from public.objectives o left join public.cycles c on c.id = o.cycle_id
			where o.team_id = $1::text::uuid order by o.created_at desc, o.id ${page}`
	},
	priorities: {
		scope: 'strategy:read',
		summary: 'The priorities, those that run first',
		schema: 'Priority',
		query: `select id, title, why, owner_id as "ownerId", ended_at as "endedAt"
			from public.priorities where team_id = $1::text::uuid
			order by ended_at desc nulls first, position, id ${page}`
	}
};

/** The readings of one metric; `$4` is its key. */
export const readings: Resource = {
	scope: 'scorecard:read',
	summary: 'The readings of a metric, the latest first',
	schema: 'Reading',
	query: `select r.period, r.value::float8 as value, r.note, r.entered_at as "enteredAt"
		from public.readings r join public.metrics m on m.id = r.metric_id
		where r.team_id = $1::text::uuid and m.key = $4 and m.removed_at is null
		order by r.period desc ${page}`
};
