-- The ledger: why a decision was made, what was turned down, when it is looked at again, and which
-- earlier one it replaces. The document of a meeting says none of that, so settling leaves it alone.

alter table public.decisions
	add column why text not null default '' check (char_length(why) <= 2000),
	add column rejected text not null default '' check (char_length(rejected) <= 2000),
	add column review_on date,
	-- The earlier decision that this one replaces.
	add column supersedes uuid,
	add unique (id, team_id),
	add constraint decisions_supersedes_fkey foreign key (supersedes, team_id)
		references public.decisions (id, team_id) on delete set null (supersedes);
-- A decision is replaced once; whoever comes second replaces the one that replaced it.
create unique index decisions_replaced_once on public.decisions (supersedes);
create index on public.decisions (supersedes, team_id);
create index on public.decisions (team_id, review_on) where review_on is not null;

create policy "Members say why it was decided, once the meeting is closed" on public.decisions
	for update to authenticated
	using (team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'closed'))
	with check (team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'closed'));
grant update (why, rejected, review_on, supersedes) on public.decisions to authenticated;

-- Only what was decided before can be replaced, so that no chain of them bites its tail.
create function private.replace_earlier() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not exists (select from public.decisions d where d.id = new.supersedes and d.captured_at < new.captured_at) then
			raise exception 'only an earlier decision can be replaced' using errcode = 'check_violation',
				hint = 'not_earlier';
		end if;
		return new;
	end $$;
revoke all on function private.replace_earlier() from public, anon, authenticated;
create trigger replace_earlier before update of supersedes on public.decisions
	for each row when (new.supersedes is not null and new.supersedes is distinct from old.supersedes)
	execute function private.replace_earlier();

create trigger announce_change after update on public.decisions
	for each row when ((old.why, old.rejected, old.review_on, old.supersedes)
		is distinct from (new.why, new.rejected, new.review_on, new.supersedes))
	execute function private.announce_change();

-- Promised, and then not: an honest end. `done_at` says when it ended, this why it was not done, so that
-- everything that looks for open actions leaves it alone.
alter table public.action_items
	add column dropped_because text not null default '' check (char_length(dropped_because) <= 500),
	add column dropped_by uuid references public.people on delete set null;
create index on public.action_items (dropped_by);

-- Taken up again, by its owner or a meeting, it has no end and no reason.
create function private.take_up_again() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		new.dropped_because := '';
		new.dropped_by := null;
		return new;
	end $$;
revoke all on function private.take_up_again() from public, anon, authenticated;
create trigger take_up_again before update on public.action_items
	for each row when (new.done_at is null and new.dropped_because <> '') execute function private.take_up_again();

-- Changes several open actions at once: another owner, another day, or the end with its reason. What a
-- meeting under way says of its own actions stands in its document, so those wait until it is closed.
-- How many were changed; what is none of this person's to change is left as it is.
create function private.change_actions(chosen uuid[], owner uuid, due date, because text) returns integer
	language plpgsql security definer set search_path = ''
	as $$
	declare
		changed integer;
	begin
		update public.action_items a set
			owner_id = coalesce(owner, a.owner_id),
			due_on = coalesce(due, a.due_on),
			done_at = case when because ~ '\S' then now() end,
			dropped_because = case when because ~ '\S' then left(btrim(because), 500) else '' end,
			dropped_by = case when because ~ '\S' then auth.uid() end
		where a.id = any(chosen) and a.done_at is null and a.team_id in (select private.my_writing_teams())
			and (a.meeting_id is null or exists (select from public.meetings m where m.id = a.meeting_id and m.state = 'closed'))
			and (owner is null or exists (select from public.team_members t where t.team_id = a.team_id
				and t.person_id = owner and t.left_at is null and t.role <> 'observer'));
		get diagnostics changed = row_count;
		return changed;
	end $$;
revoke all on function private.change_actions(uuid[], uuid, date, text) from public, anon;
grant execute on function private.change_actions(uuid[], uuid, date, text) to authenticated;
create function public.change_actions(chosen uuid[], owner uuid, due date, because text) returns integer
	language sql security invoker set search_path = ''
	as $$ select private.change_actions(chosen, owner, due, because) $$;
revoke all on function public.change_actions(uuid[], uuid, date, text) from public, anon;
grant execute on function public.change_actions(uuid[], uuid, date, text) to authenticated;
