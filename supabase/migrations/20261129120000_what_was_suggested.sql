-- What the facilitator suggested in a meeting, what became of it, who answered and what that changed.
-- A kind of suggestion that hardly anybody takes up is found here, and turns itself off.

create table public.suggestion_showings (
	meeting_id uuid not null,
	team_id uuid not null,
	position integer not null,
	kind text not null check (char_length(kind) between 1 and 60),
	source text not null default 'rule' check (source in ('rule', 'ai')),
	-- Empty for what only the chair was told.
	words text not null default '' check (char_length(words) <= 500),
	-- What a dismissed one is known by while it stays quiet; empty for one that is about this meeting only.
	quiet_key text not null default '' check (char_length(quiet_key) <= 300),
	ended_as text not null check (ended_as in ('accepted', 'dismissed', 'shown')),
	changed text not null default '' check (char_length(changed) <= 500),
	answered_by uuid references public.people on delete set null,
	shown_at timestamptz not null,
	primary key (meeting_id, position),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.suggestion_showings (meeting_id, team_id);
create index on public.suggestion_showings (team_id, shown_at);
create index on public.suggestion_showings (answered_by);

alter table public.suggestion_showings enable row level security;
create policy "The team reads what was suggested" on public.suggestion_showings
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
grant select on public.suggestion_showings to authenticated;

-- Kinds a team turned off, or on again after they had turned themselves off.
create table public.team_suggestion_switches (
	team_id uuid not null references public.teams on delete cascade,
	kind text not null check (char_length(kind) between 1 and 60),
	is_on boolean not null,
	changed_by uuid references public.people on delete set null,
	changed_at timestamptz not null default now(),
	primary key (team_id, kind)
);
create index on public.team_suggestion_switches (changed_by);

alter table public.team_suggestion_switches enable row level security;
create policy "Everyone in the team reads what is suggested to it" on public.team_suggestion_switches
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Team admins choose what is suggested, in their own name" on public.team_suggestion_switches
	for insert to authenticated
	with check (team_id in (select private.my_admin_teams()) and changed_by = (select auth.uid()));
create policy "Team admins take a choice back" on public.team_suggestion_switches
	for delete to authenticated using (team_id in (select private.my_admin_teams()));
grant select, delete, insert (team_id, kind, is_on, changed_by) on public.team_suggestion_switches to authenticated;

-- Kinds somebody does not want to see, in one of their teams.
create table public.own_suggestion_switches (
	team_id uuid not null references public.teams on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	kind text not null check (char_length(kind) between 1 and 60),
	primary key (person_id, team_id, kind)
);
create index on public.own_suggestion_switches (team_id);

alter table public.own_suggestion_switches enable row level security;
create policy "Each reads what they turned off" on public.own_suggestion_switches
	for select to authenticated using (person_id = (select auth.uid()));
create policy "Each turns kinds off for themselves, in their teams" on public.own_suggestion_switches
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_teams()));
create policy "Each turns them on again" on public.own_suggestion_switches
	for delete to authenticated using (person_id = (select auth.uid()));
grant select, delete, insert (team_id, person_id, kind) on public.own_suggestion_switches to authenticated;

-- Members write the document freely: what is too long is cut, and who never sat in the team is nobody.
create function private.settle_suggestions(meeting uuid, content jsonb) returns void
	language plpgsql security definer set search_path = ''
	as $$
	begin
		delete from public.suggestion_showings x where x.meeting_id = meeting;
		insert into public.suggestion_showings (meeting_id, team_id, position, kind, source, words, quiet_key, ended_as, changed,
			answered_by, shown_at)
		select m.id, m.team_id, s.place, left(s.showing ->> 'kind', 60), s.showing ->> 'source', left(s.showing ->> 'words', 500),
			left(s.showing ->> 'quiet_key', 300), s.showing ->> 'ended_as', left(s.showing ->> 'changed', 500), t.person_id,
			(s.showing ->> 'shown_at')::timestamptz
		from public.meetings m
		cross join lateral jsonb_array_elements(coalesce(content -> 'suggestions', '[]')) with ordinality s (showing, place)
		left join public.team_members t on t.team_id = m.team_id and t.person_id = (s.showing ->> 'answered_by')::uuid
		where m.id = meeting;
	end $$;
revoke all on function private.settle_suggestions(uuid, jsonb) from public, anon, authenticated;

-- Everything that settling consists of, as one more part of it.
alter function private.settle_meeting(uuid, jsonb) rename to settle_meeting_and_lineages;

create function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_meeting_and_lineages(meeting, content) then
			return false;
		end if;
		if content ->> 'state' = 'closed' then
			perform private.settle_suggestions(meeting, content);
		end if;
		return true;
	end $$;
revoke all on function private.settle_meeting(uuid, jsonb) from public, anon, authenticated;
