-- All that carries a team's priorities out, in one question: the dashboard reads every row of them.

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

-- The active priorities of a team, and the one asked for when it has ended, each with its rows. A
-- measure that follows a metric brings the metric's newest readings, else its own newest values;
-- they are two lists in the same order, oldest first. Plain json, like read_scorecard.
create function public.read_execution(of_team uuid, today date, ended uuid default null) returns json
	language sql stable security invoker set search_path = ''
	as $$
		with shown as materialized (
			select p.* from public.priorities p
			where p.team_id = of_team and (p.ended_at is null or p.id = ended)
		)
		select json_build_object(
			'priorities', coalesce((
				select json_agg(json_build_object(
					'row', to_json(p),
					'goal', (select json_build_object('id', g.id, 'title', g.title)
						from public.annual_goals g where g.id = p.goal_id and g.team_id = of_team),
					'milestones', coalesce(mi.rows, '[]'), 'measures', coalesce(me.rows, '[]'),
					'risks', coalesce(ri.rows, '[]'), 'phases', coalesce(ph.rows, '[]'),
					'resources', coalesce(re.rows, '[]'), 'dependencies', coalesce(de.rows, '[]'),
					'actions', coalesce(ac.rows, '[]'), 'parts', coalesce(pa.rows, '[]'),
					'owners', coalesce(ow.rows, '[]'), 'checks', coalesce(ch.rows, '[]'),
					'call', ca.call
				) order by p.ended_at nulls first, p.position, p.created_at)
				from shown p
				left join (
					select m.priority_id, json_agg(json_build_object('row', to_json(m), 'moved', mo.moved)
						order by m.due_on nulls last, m.position, m.created_at) as rows
					from public.milestones m left join (
						select distinct on (x.milestone_id) x.milestone_id, to_json(x) as moved
						from public.milestone_moves x where x.team_id = of_team
						order by x.milestone_id, x.moved_at desc
					) mo on mo.milestone_id = m.id
					where m.team_id = of_team and m.removed_at is null group by m.priority_id
				) mi on mi.priority_id = p.id
				left join (
					select m.priority_id, json_agg(json_build_object('row', to_json(m),
						'values', coalesce(r.rows, o.rows, '[]')) order by m.position, m.created_at) as rows
					from public.measures m
					left join (
						select x.metric_id, json_agg(json_build_object('on', x.period, 'value', x.value, 'by', x.entered_by,
							'note', x.note) order by x.period) as rows
						from (
							select y.metric_id, y.period, y.value, y.entered_by, y.note,
								row_number() over (partition by y.metric_id order by y.period desc) as back
							from public.readings y
							where y.team_id = of_team and y.period <= today and y.metric_id in (
								select f.metric_id from public.measures f where f.team_id = of_team and f.metric_id is not null)
						) x where x.back <= 13 group by x.metric_id
					) r on r.metric_id = m.metric_id
					left join (
						select x.measure_id, json_agg(json_build_object('on', x.measured_on, 'value', x.value,
							'by', x.entered_by, 'note', x.note) order by x.measured_on) as rows
						from (
							select y.measure_id, y.measured_on, y.value, y.entered_by, y.note,
								row_number() over (partition by y.measure_id order by y.measured_on desc) as back
							from public.measure_values y where y.team_id = of_team
						) x where x.back <= 13 group by x.measure_id
					) o on o.measure_id = m.id and m.metric_id is null
					where m.team_id = of_team and m.removed_at is null group by m.priority_id
				) me on me.priority_id = p.id
				left join (
					select x.priority_id, json_agg(to_json(x) order by x.raised_at) as rows
					from public.priority_risks x where x.team_id = of_team and x.removed_at is null group by x.priority_id
				) ri on ri.priority_id = p.id
				left join (
					select x.priority_id, json_agg(to_json(x) order by x.starts_on, x.position) as rows
					from public.phases x where x.team_id = of_team and x.removed_at is null group by x.priority_id
				) ph on ph.priority_id = p.id
				left join (
					select x.priority_id, json_agg(to_json(x) order by x.position, x.created_at) as rows
					from public.resources x where x.team_id = of_team and x.removed_at is null group by x.priority_id
				) re on re.priority_id = p.id
				left join (
					select x.priority_id, json_agg(to_json(x) order by x.needed_by nulls last, x.raised_at) as rows
					from public.dependencies x where x.team_id = of_team and x.removed_at is null group by x.priority_id
				) de on de.priority_id = p.id
				left join (
					select l.priority_id, json_agg(json_build_object('id', a.id, 'title', a.title, 'owner', a.owner_id,
						'due', a.due_on, 'doneAt', a.done_at, 'capturedAt', a.captured_at, 'meeting', a.meeting_id)
						order by a.due_on nulls last, a.captured_at) as rows
					from public.lineages l join public.action_items a on a.id = l.subject_id and a.team_id = of_team
					where l.team_id = of_team and l.subject = 'action' and l.priority_id is not null
					group by l.priority_id
				) ac on ac.priority_id = p.id
				left join (
					select x.priority_id, json_agg(json_build_object('person', x.person_id, 'part', x.part)) as rows
					from public.priority_parts x where x.team_id = of_team group by x.priority_id
				) pa on pa.priority_id = p.id
				left join (
					select x.priority_id, json_agg(json_build_object('owner', x.owner_id, 'since', x.since,
						'by', x.named_by) order by x.since desc) as rows
					from public.priority_owners x where x.team_id = of_team group by x.priority_id
				) ow on ow.priority_id = p.id
				left join (
					select x.priority_id, json_agg(json_build_object('milestone', x.milestone_id, 'days', x.days,
						'answer', x.answer, 'note', x.note, 'by', x.answered_by, 'at', x.answered_at)
						order by x.answered_at) as rows
					from public.change_checks x where x.team_id = of_team group by x.priority_id
				) ch on ch.priority_id = p.id
				left join (
					select distinct on (s.subject_id) s.subject_id, json_build_object('onTrack', s.on_track,
						'on', m.occurs_on, 'meeting', s.meeting_id) as call
					from public.status_checks s join public.meetings m on m.id = s.meeting_id
					where s.team_id = of_team and s.subject = 'priority'
					order by s.subject_id, m.occurs_on desc
				) ca on ca.subject_id = p.id
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
			'open', coalesce((
				select json_agg(json_build_object('owner', a.owner_id, 'due', a.due_on))
				from public.action_items a
				where a.team_id = of_team and a.done_at is null and a.due_on is not null
			), '[]'),
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
	$$;
revoke all on function public.read_execution(uuid, date, uuid) from public, anon;
grant execute on function public.read_execution(uuid, date, uuid) to authenticated;
