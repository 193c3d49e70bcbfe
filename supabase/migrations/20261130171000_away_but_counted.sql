-- Whoever cannot be at a meeting says so, writes beforehand what they have to say on its steps and hot
-- items, and votes. Words are read from when the meeting begins; votes are counted and never shown.

create table public.absences (
	meeting_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	said_at timestamptz not null default now(),
	-- Stands for the person where their votes are counted, and is told to nobody beside their name.
	ballot uuid not null default gen_random_uuid() unique,
	primary key (meeting_id, person_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.absences (meeting_id, team_id);
create index on public.absences (person_id);
alter table public.absences enable row level security;
create policy "The team sees who will be away" on public.absences
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
create policy "Members say that they will be away" on public.absences
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'draft'));
create policy "Whoever comes after all takes it back" on public.absences
	for delete to authenticated
	using (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state <> 'closed'));
grant select (meeting_id, team_id, person_id, said_at), insert (meeting_id, team_id, person_id), delete
	on public.absences to authenticated;

create table public.absent_inputs (
	meeting_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	-- The step or hot item, as the live document names it.
	place text not null check (char_length(place) between 1 and 60),
	body text not null check (body ~ '\S' and char_length(body) <= 2000),
	written_at timestamptz not null default now(),
	primary key (meeting_id, person_id, place),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.absent_inputs (meeting_id, team_id);
create index on public.absent_inputs (person_id);
alter table public.absent_inputs enable row level security;
create policy "Members read it once the meeting has begun, and their own before" on public.absent_inputs
	for select to authenticated
	using (team_id in (select private.my_writing_teams()) and (person_id = (select auth.uid())
		or meeting_id in (select m.id from public.meetings m where m.state in ('live', 'parked', 'closed'))));
create policy "Members write beforehand in their own name" on public.absent_inputs
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'draft'));
create policy "Members write anew until it begins" on public.absent_inputs
	for update to authenticated
	using (person_id = (select auth.uid()) and meeting_id in (select m.id from public.meetings m where m.state = 'draft'))
	with check (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'draft'));
create policy "Members take their words back until it begins" on public.absent_inputs
	for delete to authenticated
	using (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'draft'));
grant select, insert (meeting_id, team_id, person_id, place, body), update (meeting_id, team_id, person_id, place, body), delete
	on public.absent_inputs to authenticated;

create table public.absent_votes (
	meeting_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	-- The hot item, as the live document names it.
	item text not null check (char_length(item) between 1 and 60),
	primary key (meeting_id, person_id, item),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.absent_votes (meeting_id, team_id);
create index on public.absent_votes (person_id);
alter table public.absent_votes enable row level security;
create policy "Nobody reads a vote but who gave it" on public.absent_votes
	for select to authenticated using (person_id = (select auth.uid()) and team_id in (select private.my_teams()));
create policy "Members who will be away vote beforehand" on public.absent_votes
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'draft'));
create policy "They take a vote back until it begins" on public.absent_votes
	for delete to authenticated
	using (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'draft'));
grant select, insert (meeting_id, team_id, person_id, item), delete on public.absent_votes to authenticated;

create trigger announce_change after insert or delete on public.absences
	for each row execute function private.announce_change();

-- The votes of those who are away, one ballot for each of them, in no order that says whose it is. Null
-- before the meeting begins, and for whoever does not take part in it.
create function private.read_ballots(of_meeting uuid) returns json
	language sql stable security definer set search_path = ''
	as $$
		select coalesce((
			select json_agg(json_build_object('id', b.ballot, 'items', b.items) order by b.ballot)
			from (
				select a.ballot, json_agg(v.item order by v.item) as items
				from public.absences a join public.absent_votes v on v.meeting_id = a.meeting_id and v.person_id = a.person_id
				where a.meeting_id = m.id group by a.ballot
			) b
		), '[]')
		from public.meetings m
		where m.id = of_meeting and m.state in ('live', 'parked') and m.team_id in (select private.my_writing_teams())
	$$;
revoke all on function private.read_ballots(uuid) from public, anon;
grant execute on function private.read_ballots(uuid) to authenticated;
create function public.read_ballots(of_meeting uuid) returns json
	language sql stable security invoker set search_path = ''
	as $$ select private.read_ballots(of_meeting) $$;
revoke all on function public.read_ballots(uuid) from public, anon;
grant execute on function public.read_ballots(uuid) to authenticated;
