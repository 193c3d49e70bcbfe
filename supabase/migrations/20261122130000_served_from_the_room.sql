-- What an action, a decision or a hot item serves is said in the room, while it is written, and
-- becomes a row when the meeting closes. Before that the live document is the truth.

-- Members write the document freely: an aim of another team is none, and what is no outcome of this
-- meeting serves nothing here. What the room says nothing of stays as people linked it elsewhere.
create function private.settle_lineages(meeting uuid, content jsonb) returns void
	language sql security definer set search_path = ''
	as $$
		insert into public.lineages (team_id, subject_id, subject, priority_id, objective_id, key_result_id, linked_by)
		select m.team_id, s.id, s.subject, p.id, o.id, k.id, t.person_id
		from public.meetings m
		cross join lateral (
			select distinct on (1) (l ->> 'subject_id')::uuid as id, l ->> 'subject' as subject, l ->> 'aim' as aim,
				(l ->> 'aim_id')::uuid as aim_id, (l ->> 'linked_by')::uuid as linked_by
			from jsonb_array_elements(coalesce(content -> 'lineages', '[]')) l
		) s
		left join public.priorities p on s.aim = 'priority' and p.id = s.aim_id and p.team_id = m.team_id
		left join public.objectives o on s.aim = 'objective' and o.id = s.aim_id and o.team_id = m.team_id
		left join public.key_results k on s.aim = 'key result' and k.id = s.aim_id and k.team_id = m.team_id
		left join public.team_members t on t.person_id = s.linked_by and t.team_id = m.team_id
		where m.id = meeting and num_nonnulls(p.id, o.id, k.id) = 1 and case s.subject
			when 'action' then exists (select from public.action_items x where x.id = s.id and x.meeting_id = m.id)
			when 'decision' then exists (select from public.decisions x where x.id = s.id and x.meeting_id = m.id)
			when 'hot item' then exists (select from public.hot_items x where x.id = s.id and x.meeting_id = m.id)
			else false
		end
		on conflict (team_id, subject_id) do update set subject = excluded.subject, priority_id = excluded.priority_id,
			objective_id = excluded.objective_id, key_result_id = excluded.key_result_id,
			linked_by = excluded.linked_by, linked_at = now()
	$$;
revoke all on function private.settle_lineages(uuid, jsonb) from public, anon, authenticated;

-- Everything that settling consists of, as one more part of it.
alter function private.settle_meeting(uuid, jsonb) rename to settle_meeting_and_items;

create function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_meeting_and_items(meeting, content) then
			return false;
		end if;
		if content ->> 'state' = 'closed' then
			perform private.settle_lineages(meeting, content);
		end if;
		return true;
	end $$;
revoke all on function private.settle_meeting(uuid, jsonb) from public, anon, authenticated;
