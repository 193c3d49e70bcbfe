-- All that carries a team's priorities out, in one question: the dashboard reads every row of them. A
-- list comes as its columns, each an array in the same order, because PostgreSQL writes an array several
-- times faster than an object for every row, and names each field once. Only the rows of priorities that
-- are shown are read, however many have ended before. In plpgsql, because a connection then keeps the
-- plan: to make one takes as long as to carry it out.

-- What is taken off a page can be put back with everything that hangs on it, so it is only marked.
do $$
declare
	kept text;
begin
	foreach kept in array array['milestones', 'measures', 'priority_risks', 'phases', 'resources', 'dependencies']
	loop
		execute format('alter table public.%I add column removed_at timestamptz', kept);
		execute format('grant update (removed_at) on public.%I to authenticated', kept);
	end loop;
end $$;

-- The active priorities of a team, each with its rows. `whole` comes along although it has ended, and
-- its values say who entered them and with which note. A measure that follows a metric brings the
-- metric's newest readings, else its own newest values, oldest first.
create function public.read_execution(of_team uuid, today date, whole uuid default null) returns json
	language plpgsql stable security invoker set search_path = ''
	as $$
	begin
		return (
			with shown as materialized (
				select p.* from public.priorities p
				where p.team_id = of_team and (p.ended_at is null or p.id = whole)
			), counted as materialized (
				select m.* from public.measures m join shown s on s.id = m.priority_id where m.removed_at is null
			), stood as materialized (
				select y.id, array_agg(y.day order by y.day) as days, array_agg(y.value order by y.day) as amounts,
					array_agg(y.entered_by order by y.day) filter (where y.priority_id = whole) as authors,
					array_agg(y.note order by y.day) filter (where y.priority_id = whole) as notes
				from (
					select c.id, c.priority_id, o.measured_on as day, o.value, o.entered_by, o.note,
						row_number() over (partition by c.id order by o.measured_on desc) as back
					from counted c join public.measure_values o on o.measure_id = c.id where c.metric_id is null
					union all
					select c.id, c.priority_id, r.period, r.value, r.entered_by, r.note,
						row_number() over (partition by c.id order by r.period desc)
					from counted c join public.readings r on r.metric_id = c.metric_id where r.period <= today
				) y where y.back <= 13 group by y.id
			)
			select json_build_object(
				'priorities', coalesce((
					select json_agg(json_build_object(
						'row', to_json(p),
						'goal', (select json_build_object('id', g.id, 'title', g.title)
							from public.annual_goals g where g.id = p.goal_id and g.team_id = of_team),
						'milestones', mi.columns, 'measures', me.columns, 'risks', ri.columns, 'phases', ph.columns,
						'resources', re.columns, 'dependencies', de.columns, 'actions', ac.columns,
						'parts', coalesce(pa.rows, '[]'), 'owners', coalesce(ow.rows, '[]'),
						'checks', coalesce(ch.rows, '[]'), 'call', ca.call
					) order by p.ended_at nulls first, p.position, p.created_at)
					from shown p
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'title', array_agg(x.title), 'due', array_agg(x.due_on),
							'planned', array_agg(x.planned_on), 'done', array_agg(x.done_on), 'owner', array_agg(x.owner_id),
							'isChange', array_agg(x.is_change), 'moved', json_agg(x.moved)) as columns
						from (
							select m.*, (
								select json_build_object('by', v.moved_by, 'at', v.moved_at, 'from', v.from_on, 'to', v.to_on)
								from public.milestone_moves v where v.milestone_id = m.id order by v.moved_at desc limit 1
							) as moved
							from public.milestones m where m.priority_id = p.id and m.removed_at is null
							order by m.due_on nulls last, m.position, m.created_at
						) x
					) mi
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'title', array_agg(x.name), 'kind', array_agg(x.kind),
							'definition', array_agg(x.definition), 'unit', array_agg(x.unit), 'decimals', array_agg(x.decimals),
							'baseline', array_agg(x.baseline), 'target', array_agg(x.target), 'direction', array_agg(x.direction),
							'owner', array_agg(x.owner_id), 'metric', array_agg(x.metric_id), 'foundOn', array_agg(x.found_on),
							'on', json_agg(x.days), 'values', json_agg(x.amounts),
							'by', json_agg(x.authors), 'notes', json_agg(x.notes)) as columns
						from (
							select c.*, o.days, o.amounts, o.authors, o.notes from counted c left join stood o on o.id = c.id
							where c.priority_id = p.id order by c.position, c.created_at
						) x
					) me
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'title', array_agg(x.title),
							'likelihood', array_agg(x.likelihood), 'impact', array_agg(x.impact),
							'mitigation', array_agg(x.mitigation), 'owner', array_agg(x.owner_id),
							'reviewOn', array_agg(x.review_on), 'quietUntil', array_agg(x.quiet_until),
							'closedOn', array_agg(x.closed_on), 'raisedAt', array_agg(x.raised_at)) as columns
						from (
							select r.* from public.priority_risks r where r.priority_id = p.id and r.removed_at is null
							order by r.raised_at
						) x
					) ri
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'name', array_agg(x.name), 'startsOn', array_agg(x.starts_on),
							'endsOn', array_agg(x.ends_on), 'planned', array_agg(x.planned_end),
							'doneOn', array_agg(x.done_on)) as columns
						from (
							select h.* from public.phases h where h.priority_id = p.id and h.removed_at is null
							order by h.starts_on, h.position
						) x
					) ph
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'title', array_agg(x.title), 'phase', array_agg(x.phase_id),
							'kind', array_agg(x.kind), 'days', array_agg(x.days), 'owner', array_agg(x.owner_id),
							'grantedOn', array_agg(x.granted_on)) as columns
						from (
							select r.* from public.resources r where r.priority_id = p.id and r.removed_at is null
							order by r.position, r.created_at
						) x
					) re
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'title', array_agg(x.title),
							'other', array_agg(x.other_priority_id), 'neededBy', array_agg(x.needed_by),
							'owner', array_agg(x.owner_id), 'clearedOn', array_agg(x.cleared_on),
							'raisedAt', array_agg(x.raised_at)) as columns
						from (
							select d.* from public.dependencies d where d.priority_id = p.id and d.removed_at is null
							order by d.needed_by nulls last, d.raised_at
						) x
					) de
					cross join lateral (
						select json_build_object('id', array_agg(x.id), 'title', array_agg(x.title), 'owner', array_agg(x.owner_id),
							'due', array_agg(x.due_on), 'doneAt', array_agg(x.done_at),
							'droppedBecause', array_agg(x.dropped_because), 'capturedAt', array_agg(x.captured_at),
							'meeting', array_agg(x.meeting_id)) as columns
						from (
							select a.* from public.lineages l join public.action_items a on a.id = l.subject_id
							where l.priority_id = p.id and l.subject = 'action' and a.team_id = of_team
							order by a.due_on nulls last, a.captured_at
						) x
					) ac
					left join lateral (
						select json_agg(json_build_object('person', x.person_id, 'part', x.part)) as rows
						from public.priority_parts x where x.priority_id = p.id
					) pa on true
					left join lateral (
						select json_agg(json_build_object('owner', x.owner_id, 'since', x.since, 'by', x.named_by)
							order by x.since desc) as rows
						from public.priority_owners x where x.priority_id = p.id
					) ow on true
					left join lateral (
						select json_agg(json_build_object('milestone', x.milestone_id, 'days', x.days, 'answer', x.answer,
							'note', x.note, 'by', x.answered_by, 'at', x.answered_at) order by x.answered_at) as rows
						from public.change_checks x where x.priority_id = p.id
					) ch on true
					left join lateral (
						select json_build_object('onTrack', s.on_track, 'on', m.occurs_on, 'meeting', s.meeting_id) as call
						from public.status_checks s join public.meetings m on m.id = s.meeting_id
						where s.subject_id = p.id and s.subject = 'priority' and s.team_id = of_team
						order by m.occurs_on desc limit 1
					) ca on true
				), '[]'),
				'ended', coalesce((
					select json_agg(json_build_object('id', p.id, 'title', p.title, 'owner', p.owner_id,
						'endedAt', p.ended_at, 'endedAs', p.ended_as) order by p.ended_at desc)
					from public.priorities p where p.team_id = of_team and p.ended_at is not null
				), '[]'),
				'cycles', coalesce((
					select json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on,
						'endsOn', c.ends_on) order by c.starts_on)
					from public.cycles c where c.team_id = of_team
				), '[]'),
				-- Of last week, of each priority and of all of them.
				'before', coalesce((
					select json_agg(json_build_object('priority', h.priority_id, 'score', h.score))
					from public.health_snapshots h
					where h.team_id = of_team and h.week = date_trunc('week', today)::date - 7
				), '[]'),
				'open', (
					select json_build_object('owner', array_agg(a.owner_id), 'due', array_agg(a.due_on))
					from public.action_items a
					where a.team_id = of_team and a.done_at is null and a.due_on is not null
				),
				'learned', coalesce((
					select json_agg(json_build_object('id', i.id, 'title', i.title, 'meeting', i.meeting_id,
						'on', i.occurs_on, 'priority', i.priority_id) order by i.captured_at desc)
					from (
						select x.id, x.title, x.meeting_id, x.captured_at, m.occurs_on, l.priority_id
						from public.insights x join public.meetings m on m.id = x.meeting_id
						left join public.lineages l on l.subject_id = x.hot_item_id and l.team_id = of_team
						where x.team_id = of_team
						order by x.captured_at desc limit 3
					) i
				), '[]')
			)
		);
	end $$;
revoke all on function public.read_execution(uuid, date, uuid) from public, anon;
grant execute on function public.read_execution(uuid, date, uuid) to authenticated;
