-- What was said in a meeting, word by word, when somebody imports a transcript of it, while it runs or
-- afterwards. It holds everything, what is sealed included, so that only members read the turns; that
-- there is one, and that those who spoke were asked, everybody in the team sees.

create table public.transcripts (
	id uuid primary key default gen_random_uuid(),
	meeting_id uuid not null,
	team_id uuid not null,
	name text not null default '' check (char_length(name) <= 200),
	form text not null check (form in ('vtt', 'srt', 'text')),
	turns integer not null check (turns between 1 and 6000),
	imported_by uuid references public.people on delete set null,
	imported_at timestamptz not null default now(),
	-- One for each meeting: a second one replaces the first.
	unique (meeting_id),
	unique (id, team_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.transcripts (meeting_id, team_id);
create index on public.transcripts (imported_by);

create table public.transcript_turns (
	transcript_id uuid not null,
	team_id uuid not null,
	position integer not null,
	-- As the file says it, and whom people took it for.
	speaker text not null default '' check (char_length(speaker) <= 120),
	person_id uuid references public.people on delete set null,
	starts_ms integer check (starts_ms >= 0),
	body text not null check (body <> '' and char_length(body) <= 4000),
	primary key (transcript_id, position),
	foreign key (transcript_id, team_id) references public.transcripts (id, team_id) on delete cascade
);
create index on public.transcript_turns (transcript_id, team_id);
create index on public.transcript_turns (person_id);

alter table public.transcripts enable row level security;
create policy "The team sees that there is a transcript, and who brought it" on public.transcripts
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
create policy "Members take a transcript away" on public.transcripts
	for delete to authenticated using (team_id in (select private.my_writing_teams()));
alter table public.transcript_turns enable row level security;
create policy "Members read what was said" on public.transcript_turns
	for select to authenticated using (team_id in (select private.my_writing_teams()));
grant select, delete on public.transcripts to authenticated;
grant select on public.transcript_turns to authenticated;

-- Keeps a transcript of a meeting that has begun, in place of an earlier one. Null for whoever is no
-- member of its team. Who has the chair is known where the meeting runs; that is asked there.
create function private.import_transcript(of_meeting uuid, of_name text, of_form text, said jsonb) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
		made uuid;
	begin
		select m.team_id into of_team from public.meetings m
		where m.id = of_meeting and m.state in ('live', 'parked', 'closed') and m.team_id in (select private.my_writing_teams());
		if not found then
			return null;
		end if;
		delete from public.transcripts t where t.meeting_id = of_meeting;
		insert into public.transcripts (meeting_id, team_id, name, form, turns, imported_by)
		values (of_meeting, of_team, left(of_name, 200), of_form, jsonb_array_length(said), auth.uid()) returning id into made;
		insert into public.transcript_turns (transcript_id, team_id, position, speaker, person_id, starts_ms, body)
		select made, of_team, s.place, left(s.turn ->> 'speaker', 120), t.person_id,
			(s.turn ->> 'at')::int, left(s.turn ->> 'text', 4000)
		from jsonb_array_elements(said) with ordinality s (turn, place)
		left join public.team_members t on t.team_id = of_team and t.person_id = (s.turn ->> 'person')::uuid;
		return made;
	end $$;
create function public.import_transcript(of_meeting uuid, of_name text, of_form text, said jsonb) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.import_transcript(of_meeting, of_name, of_form, said) $$;
revoke all on function private.import_transcript(uuid, text, text, jsonb),
	public.import_transcript(uuid, text, text, jsonb) from public, anon;
grant execute on function private.import_transcript(uuid, text, text, jsonb),
	public.import_transcript(uuid, text, text, jsonb) to authenticated;
create trigger announce_change after insert or update or delete on public.transcripts
	for each row execute function private.announce_change();
