-- What is promised in a retrospective is an action like any other, from the moment it is closed: it
-- stands on its owner's list, and the next meeting reviews it. It keeps the id of the outcome.

create function private.promise_from_retrospective() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.action_items (id, team_id, title, owner_id, due_on, captured_at)
		select new.id, new.team_id, new.title, new.owner_id, new.due_on, coalesce(r.closed_at, now())
		from public.retrospectives r where r.id = new.retrospective_id and r.state = 'closed'
		on conflict (id) do nothing;
		return null;
	end $$;
revoke all on function private.promise_from_retrospective() from public, anon, authenticated;

create trigger promise_what_was_agreed after insert on public.retrospective_outcomes
	for each row when (new.kind = 'action') execute function private.promise_from_retrospective();

-- An action without a meeting has nothing to go with when its team is deleted.
create index on public.action_items (team_id, meeting_id);
alter table public.action_items add foreign key (team_id) references public.teams on delete cascade;
