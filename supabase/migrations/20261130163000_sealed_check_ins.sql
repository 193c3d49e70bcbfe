-- What people said in a check-in that is sealed. That they were there everybody in the team sees; the
-- words lie apart from the attendances while the step is sealed, for its members alone, and in no
-- export.

create table public.sealed_check_ins (
	meeting_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	words text not null,
	sealed boolean not null default true check (sealed),
	primary key (meeting_id, person_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.sealed_check_ins (meeting_id, team_id);
create index on public.sealed_check_ins (person_id);
alter table public.sealed_check_ins enable row level security;
create policy "Members read what was said in a sealed check-in" on public.sealed_check_ins
	for select to authenticated using (team_id in (select private.my_writing_teams()));
grant select on public.sealed_check_ins to authenticated;

-- Sealing a check-in takes its words out of the attendances, opening it brings them back.
create function private.seal_check_ins() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if new.sealed then
			insert into public.sealed_check_ins (meeting_id, person_id, team_id, words)
			select a.meeting_id, a.person_id, a.team_id, a.check_in from public.attendances a
			where a.meeting_id = new.meeting_id and a.check_in <> ''
			on conflict (meeting_id, person_id) do update set words = excluded.words;
			update public.attendances a set check_in = '' where a.meeting_id = new.meeting_id and a.check_in <> '';
		elsif not exists (
			select from public.agenda_segments s
			where s.meeting_id = new.meeting_id and s.kind = 'check-in' and s.sealed and s.id <> new.id
		) then
			update public.attendances a set check_in = c.words from public.sealed_check_ins c
			where c.meeting_id = new.meeting_id and a.meeting_id = c.meeting_id and a.person_id = c.person_id;
			delete from public.sealed_check_ins c where c.meeting_id = new.meeting_id;
		end if;
		return null;
	end $$;
create trigger seal_check_ins after update of sealed on public.agenda_segments
	for each row when (new.kind = 'check-in' and new.sealed is distinct from old.sealed)
	execute function private.seal_check_ins();

-- A sealed check-in is settled again and again while its meeting is held: the words go on to where
-- they are sealed, and are at no moment in the attendances.
create function private.divert_check_in() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if new.check_in <> '' and exists (
			select from public.agenda_segments s
			where s.meeting_id = new.meeting_id and s.kind = 'check-in' and s.sealed
		) then
			insert into public.sealed_check_ins (meeting_id, person_id, team_id, words)
			values (new.meeting_id, new.person_id, new.team_id, new.check_in)
			on conflict (meeting_id, person_id) do update set words = excluded.words;
			new.check_in := '';
		end if;
		return new;
	end $$;
create trigger divert_check_in before update of check_in on public.attendances
	for each row execute function private.divert_check_in();

-- Whoever arrives once it is sealed has no row yet that the words could hang on.
create function private.divert_first_check_in() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.attendances a set check_in = a.check_in
		where a.meeting_id = new.meeting_id and a.person_id = new.person_id;
		return null;
	end $$;
create trigger divert_first_check_in after insert on public.attendances
	for each row when (new.check_in <> '') execute function private.divert_first_check_in();
revoke all on function private.seal_check_ins(), private.divert_check_in(), private.divert_first_check_in()
	from public, anon, authenticated;
