-- What becomes of a hot item after its meeting: its metric is watched, it went into another item, or
-- it comes again. Only what people said is kept here; the rest follows from readings and actions by
-- the rules in src/lib/scorecard/life.ts.

alter table public.hot_items
	-- How many periods must be good after its resolution; 0 when it is not watched.
	add column watch_periods smallint not null default 3 check (watch_periods between 0 and 26),
	-- The item of the same meeting that it became part of. Plain, because that row may be erased.
	add column merged_into uuid,
	drop constraint hot_items_state_check,
	add constraint hot_items_state_check
		check (state in ('open', 'resolved', 'fact-finding', 'parked', 'dropped', 'merged'));

create policy "Members say how long a resolution is watched" on public.hot_items
	for update to authenticated
	using (team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'closed'))
	with check (team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'closed'));
grant update (watch_periods) on public.hot_items to authenticated;
create trigger announce_change after update on public.hot_items
	for each row when (old.watch_periods is distinct from new.watch_periods)
	execute function private.announce_change();

-- Which months (1 to 12) are low or high every year: what is usual then is no news.
alter table public.metrics
	add column low_months smallint[] not null default '{}'
		check (low_months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'),
	add column high_months smallint[] not null default '{}'
		check (high_months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'),
	add constraint metrics_months_are_one check (not low_months && high_months);
grant insert (low_months, high_months), update (low_months, high_months) on public.metrics to authenticated;

-- Whoever takes a nomination up raises a hot item, which says who and when. Nothing else is kept.
delete from public.nomination_answers where answer = 'accepted';
alter table public.nomination_answers
	drop constraint nomination_answers_answer_check,
	add constraint nomination_answers_answer_check check (answer = 'declined');

create or replace function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_outcomes(meeting, content) then
			return false;
		end if;
		update public.meetings m set running_segment = content ->> 'running_segment' where m.id = meeting;
		-- Members write the document freely: a metric of another team is none, nor is an item of another
		-- meeting one to become part of.
		update public.hot_items h set metric_id = s.metric, watch_periods = s.watch, merged_into = s.into_item
		from (
			select (i ->> 'id')::uuid as id, m.id as metric, o.id as into_item,
				least(26, greatest(0, coalesce((i ->> 'watch_periods')::int, 3))) as watch
			from jsonb_array_elements(content -> 'hot_items') i
				left join public.metrics m on m.id = (i ->> 'metric_id')::uuid
					and m.team_id = (select x.team_id from public.meetings x where x.id = meeting)
				left join public.hot_items o on o.id = (i ->> 'merged_into')::uuid and o.meeting_id = meeting
		) s
		where h.id = s.id and h.meeting_id = meeting
			and (h.metric_id is distinct from s.metric or h.watch_periods <> s.watch
				or h.merged_into is distinct from s.into_item);
		return true;
	end $$;

-- The hot items of closed meetings since a day that came of a metric, with those they became part of
-- or were gone on with, and what was promised because of them.
create function public.read_left_items(of_team uuid, since date) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select coalesce(json_agg(json_build_object(
			'id', h.id, 'metric', h.metric_id, 'title', h.title, 'kind', h.kind, 'state', h.state,
			'meeting', m.id, 'occursOn', m.occurs_on, 'backBy', h.back_by, 'continues', h.continues,
			'mergedInto', h.merged_into, 'watch', h.watch_periods,
			'actions', coalesce((
				select json_agg(json_build_object('due', a.due_on, 'doneOn', (a.done_at at time zone 'UTC')::date))
				from public.action_items a where a.meeting_id = m.id and a.hot_item_id = h.id
			), '[]')
		) order by m.occurs_on, h.position), '[]')
		from public.meetings m join public.hot_items h on h.meeting_id = m.id
		where m.team_id = of_team and m.state = 'closed' and m.occurs_on >= since
			and (h.metric_id is not null or h.continues is not null
				or h.id in (select o.merged_into from public.hot_items o where o.meeting_id = m.id))
	$$;

-- All that a scorecard is drawn and judged by, in one question: natural limits start from the first
-- reading, so all of them come along, as two lists in the same order. Plain json, because nothing
-- looks inside before it is sent, and it is made in half the time of jsonb.
create function public.read_scorecard(of_team uuid, today date) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select json_build_object(
			'metrics', coalesce((
				select json_agg(json_build_object('metric', to_json(m), 'periods', coalesce(r.periods, '[]'),
					'amounts', coalesce(r.amounts, '[]')) order by m.position, m.name)
				from public.metrics m left join (
					select x.metric_id, json_agg(x.period order by x.period) as periods,
						json_agg(x.value order by x.period) as amounts
					from public.readings x where x.team_id = of_team group by x.metric_id
				) r on r.metric_id = m.id
				where m.team_id = of_team and m.removed_at is null
			), '[]'),
			'answers', coalesce((
				select json_agg(json_build_object('metric', n.metric_id, 'quietUntil', n.quiet_until))
				from public.nomination_answers n where n.team_id = of_team and n.quiet_until >= today
			), '[]'),
			'items', public.read_left_items(of_team, today - 366)
		)
	$$;
revoke all on function public.read_left_items(uuid, date), public.read_scorecard(uuid, date) from public, anon;
grant execute on function public.read_left_items(uuid, date), public.read_scorecard(uuid, date) to authenticated;
