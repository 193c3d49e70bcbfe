-- What is in the way of a key result: one thing at a time, of one kind, with one next action. The
-- action is promised between meetings, so an action no longer needs one.

alter table public.action_items alter column meeting_id drop not null;

-- What was promised between meetings is read by the whole team.
alter policy "The team reads its actions" on public.action_items
	using (meeting_id in (select private.my_readable_meetings())
		or (meeting_id is null and team_id in (select private.my_teams())));

-- A meeting reviews what was promised since the last one, wherever that was.
do $$
declare
	body text := pg_get_functiondef('private.settle_outcomes(uuid, jsonb)'::regprocedure);
begin
	if position('a.meeting_id <> meeting' in body) = 0 then
		raise exception 'private.settle_outcomes no longer compares meetings as expected';
	end if;
	execute replace(body, 'a.meeting_id <> meeting', 'a.meeting_id is distinct from meeting');
end $$;

create table public.blockers (
	id uuid primary key default gen_random_uuid(),
	key_result_id uuid not null,
	team_id uuid not null,
	kind text not null check (kind in ('resource', 'dependency', 'clarity', 'priority conflict', 'external',
		'approach not working', 'other')),
	-- What to do next about it.
	action_id uuid,
	raised_by uuid references public.people on delete set null,
	raised_at timestamptz not null default now(),
	cleared_by uuid references public.people on delete set null,
	cleared_at timestamptz,
	foreign key (key_result_id, team_id) references public.key_results (id, team_id) on delete cascade,
	foreign key (action_id, team_id) references public.action_items (id, team_id) on delete set null (action_id)
);
create unique index blockers_one_at_a_time on public.blockers (key_result_id) where cleared_at is null;
create index on public.blockers (key_result_id, team_id);
create index on public.blockers (team_id);
create index on public.blockers (action_id, team_id);
create index on public.blockers (raised_by);
create index on public.blockers (cleared_by);

alter table public.blockers enable row level security;
create policy "Everyone in the team reads what is in the way" on public.blockers
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members clear what is in the way in their own name" on public.blockers
	for update to authenticated
	using (team_id in (select private.my_writing_teams()) and cleared_at is null)
	with check (team_id in (select private.my_writing_teams()) and cleared_by = (select auth.uid()));
grant select, update (cleared_by, cleared_at) on public.blockers to authenticated;

-- Names what is in the way with its next action, in one step; said again, both are changed. An
-- action that is done stays as it was, and a new one follows it. False when the key result is none
-- of this person's teams, or the owner no member of it.
create function private.raise_blocker(key_result uuid, kind text, next_action text, owner uuid, due date)
	returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
		known public.blockers;
		action uuid;
	begin
		-- Two who say it at once take turns: the second changes what the first said.
		select k.team_id into of_team from public.key_results k
		join public.team_members t on t.team_id = k.team_id
		where k.id = key_result and k.ended_at is null
			and t.person_id = auth.uid() and t.left_at is null and t.role <> 'observer'
		for no key update of k;
		perform from public.team_members t where t.team_id = of_team and t.person_id = owner
			and t.left_at is null and t.role <> 'observer';
		if not found then
			return false;
		end if;
		select * into known from public.blockers b where b.key_result_id = key_result and b.cleared_at is null;
		update public.action_items a
		set title = next_action, owner_id = raise_blocker.owner, due_on = due
		where a.id = known.action_id and a.done_at is null and a.meeting_id is null
		returning a.id into action;
		if action is null then
			insert into public.action_items (id, team_id, title, owner_id, due_on, captured_by, captured_at)
			values (gen_random_uuid(), of_team, next_action, raise_blocker.owner, due, auth.uid(), now())
			returning id into action;
			insert into public.lineages (team_id, subject_id, subject, key_result_id, linked_by)
			values (of_team, action, 'action', raise_blocker.key_result, auth.uid());
		end if;
		if known.id is null then
			insert into public.blockers (key_result_id, team_id, kind, action_id, raised_by)
			values (key_result, of_team, raise_blocker.kind, action, auth.uid());
		else
			update public.blockers b set kind = raise_blocker.kind, action_id = action where b.id = known.id;
		end if;
		return true;
	end $$;
revoke all on function private.raise_blocker(uuid, text, text, uuid, date) from public, anon;
grant execute on function private.raise_blocker(uuid, text, text, uuid, date) to authenticated;
create function public.raise_blocker(key_result uuid, kind text, next_action text, owner uuid, due date)
	returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.raise_blocker(key_result, kind, next_action, owner, due) $$;
revoke all on function public.raise_blocker(uuid, text, text, uuid, date) from public, anon;
grant execute on function public.raise_blocker(uuid, text, text, uuid, date) to authenticated;

create trigger announce_change after insert or update or delete on public.blockers
	for each row execute function private.announce_change();
