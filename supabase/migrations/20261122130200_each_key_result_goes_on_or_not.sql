-- What becomes of each key result of an objective that goes on: kept as it is, changed, or dropped.
-- Nothing said, it follows from the objective, and what is reached does not come along.

alter table public.retrospective_grades
	add column carry text check (carry in ('keep', 'change', 'drop'));

-- Everything that settling consists of, as one more part of it.
alter function private.settle_retrospective(uuid, jsonb) rename to settle_retrospective_and_grades;

create function private.settle_retrospective(retrospective uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_retrospective_and_grades(retrospective, content) then
			return false;
		end if;
		update public.retrospective_grades g set carry = s.grade ->> 'carry'
		from jsonb_array_elements(content -> 'grades') s (grade)
		where g.retrospective_id = retrospective and g.key_result_id::text = s.grade ->> 'key_result_id'
			and s.grade ->> 'carry' in ('keep', 'change', 'drop');
		return true;
	end $$;
revoke all on function private.settle_retrospective(uuid, jsonb) from public, anon, authenticated;

drop function public.open_next_cycle(uuid, text, date, date, jsonb);
drop function private.open_next_cycle(uuid, text, date, date, jsonb);

-- Opens the cycle after a closed retrospective with what was kept and modified: the same objectives
-- with those of their key results that go on, which begin where they stand now. One that is kept
-- although it is reached begins where it began, for there is no way from a target to itself. Doing it
-- twice changes nothing. `hot` are metrics that were hot again and again, as [{metric, title}]; they
-- become proposals. `changes` are other words and targets for what is to be changed, as
-- [{key_result, title, target}].
create function private.open_next_cycle(retrospective uuid, called text, first_day date, last_day date, hot jsonb,
		changes jsonb) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
		ended date;
		coming uuid;
		moved record;
		made uuid;
	begin
		select r.team_id, c.ends_on into team, ended
		from public.retrospectives r join public.cycles c on c.id = r.cycle_id
		where r.id = retrospective and r.state = 'closed' and r.team_id in (select private.my_writing_teams())
		for update of r;
		if team is null then
			raise exception 'This retrospective opens no cycle' using errcode = 'insufficient_privilege';
		end if;
		select c.id into coming from public.cycles c
		where c.team_id = team and c.starts_on > ended order by c.starts_on limit 1;
		if coming is null then
			insert into public.cycles (team_id, name, starts_on, ends_on)
			values (team, called, first_day, last_day)
			returning id into coming;
		end if;

		for moved in
			select d.objective_id, d.title, d.owner_id, d.ambition, d.position, d.disposition, o.goal_id, o.weight
			from public.retrospective_dispositions d
			left join public.objectives o on o.id = d.objective_id
			where d.retrospective_id = retrospective and d.disposition in ('keep', 'modify')
				and d.next_objective_id is null
		loop
			made := md5(retrospective::text || moved.objective_id::text)::uuid;
			insert into public.objectives (id, team_id, title, cycle_id, goal_id, ambition, weight, owner_id, position)
			values (made, team, moved.title, coming, moved.goal_id, moved.ambition, coalesce(moved.weight, 1),
				moved.owner_id, moved.position)
			on conflict (id) do nothing;
			insert into public.key_results (id, team_id, objective_id, title, unit, decimals, baseline, target, weight, owner_id, position)
			select md5(retrospective::text || g.key_result_id::text)::uuid, team, made,
				coalesce(nullif(n.title, ''), g.title), g.unit, g.decimals,
				case when s.is_reached and t.target is null then g.baseline else s.stands end,
				coalesce(t.target, g.target), g.weight, k.owner_id, g.position
			from public.retrospective_grades g
			left join public.key_results k on k.id = g.key_result_id
			cross join lateral (
				select coalesce(g.value, g.baseline) as stands,
					case when g.target > g.baseline then coalesce(g.value, g.baseline) >= g.target
						else coalesce(g.value, g.baseline) <= g.target end as is_reached
			) s
			cross join lateral (
				select coalesce(g.carry, case when s.is_reached then 'drop' when moved.disposition = 'modify' then 'change'
					else 'keep' end) as carry
			) c
			left join lateral (
				select left(trim(e ->> 'title'), 300) as title, (e ->> 'target')::numeric as target
				from jsonb_array_elements(changes) e
				where c.carry = 'change' and e ->> 'key_result' = g.key_result_id::text limit 1
			) n on true
			-- To where it stands already there is no way either.
			cross join lateral (select nullif(n.target, s.stands) as target) t
			where g.retrospective_id = retrospective and g.objective_id = moved.objective_id and c.carry <> 'drop'
			on conflict (id) do nothing;
			update public.retrospective_dispositions d set next_objective_id = made
			where d.retrospective_id = retrospective and d.objective_id = moved.objective_id;
		end loop;

		insert into public.objectives (id, team_id, title, cycle_id, owner_id, state, proposed_by, position)
		select md5(retrospective::text || m.id::text)::uuid, team, left(h ->> 'title', 300), coming, null, 'proposed',
			auth.uid(), 1000
		from jsonb_array_elements(hot) h
		join public.metrics m on m.id = (h ->> 'metric')::uuid and m.team_id = team
		on conflict (id) do nothing;
		-- So that pages that show it ask again.
		update public.retrospectives r set created_at = r.created_at where r.id = retrospective;
		return coming;
	end $$;
create function public.open_next_cycle(retrospective uuid, called text, first_day date, last_day date, hot jsonb,
		changes jsonb default '[]') returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.open_next_cycle(retrospective, called, first_day, last_day, hot, changes) $$;
revoke all on function private.open_next_cycle(uuid, text, date, date, jsonb, jsonb),
	public.open_next_cycle(uuid, text, date, date, jsonb, jsonb) from public, anon;
grant execute on function private.open_next_cycle(uuid, text, date, date, jsonb, jsonb),
	public.open_next_cycle(uuid, text, date, date, jsonb, jsonb) to authenticated;
