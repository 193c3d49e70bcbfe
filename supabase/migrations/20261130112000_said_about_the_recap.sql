-- After the meeting: what people say about a line of its recap, who has read it, and who told their team.
-- A comment keeps the words of its line, so that it can be read when the line is gone.

-- The words of a line of a meeting, and whether it belongs to a sealed item; no row when there is none.
create function private.line_of(of_meeting uuid, kind text, line uuid)
	returns table (words text, sealed boolean)
	language sql stable security definer set search_path = ''
	as $$
		select '', false from public.meetings m where kind = 'meeting' and m.id = line and m.id = of_meeting
		union all
		select d.title, d.sealed from public.decisions d
		where kind = 'decision' and d.id = line and d.meeting_id = of_meeting
		union all
		select a.title, a.sealed from public.action_items a
		where kind = 'action' and a.id = line and a.meeting_id = of_meeting
		union all
		select i.title, i.sealed from public.insights i
		where kind = 'insight' and i.id = line and i.meeting_id = of_meeting
		union all
		select r.title, r.sealed from public.risks r
		where kind = 'risk' and r.id = line and r.meeting_id = of_meeting
		union all
		select h.title, h.sealed from public.hot_items h
		where kind = 'hot item' and h.id = line and h.meeting_id = of_meeting
		union all
		select n.body, n.sealed from public.notes n
		where kind = 'note' and n.id = line and n.meeting_id = of_meeting
		union all
		select c.body, false from public.cascade_messages c
		where kind = 'told' and c.id = line and c.meeting_id = of_meeting
	$$;
revoke all on function private.line_of(uuid, text, uuid) from public, anon, authenticated;

create function private.is_line_sealed(of_meeting uuid, kind text, line uuid) returns boolean
	language sql stable security definer set search_path = ''
	as $$ select coalesce((select l.sealed from private.line_of(of_meeting, kind, line) l limit 1), false) $$;
revoke all on function private.is_line_sealed(uuid, text, uuid) from public, anon;
grant execute on function private.is_line_sealed(uuid, text, uuid) to authenticated;

create table public.recap_comments (
	id uuid primary key default gen_random_uuid(),
	meeting_id uuid not null,
	team_id uuid not null,
	line_kind text not null check (line_kind in ('meeting', 'decision', 'action', 'insight', 'risk', 'hot item', 'note', 'told')),
	-- Plain, because the line may be erased.
	line_id uuid not null,
	line_words text not null default '',
	body text not null check (body ~ '\S' and char_length(body) <= 2000),
	author_id uuid references public.people on delete set null,
	said_at timestamptz not null default now(),
	resolved_at timestamptz,
	resolved_by uuid references public.people on delete set null,
	unique (id, team_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.recap_comments (meeting_id, team_id);
create index on public.recap_comments (team_id, said_at);
create index on public.recap_comments (author_id);
create index on public.recap_comments (resolved_by);

alter table public.recap_comments enable row level security;
-- Of a sealed item an observer reads nothing, neither what was said about it.
create policy "The team reads what is said about its recaps" on public.recap_comments
	for select to authenticated
	using (meeting_id in (select private.my_readable_meetings())
		and (team_id in (select private.my_writing_teams()) or not private.is_line_sealed(meeting_id, line_kind, line_id)));
create policy "Members resolve and reopen" on public.recap_comments
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
create policy "People take back what they said" on public.recap_comments
	for delete to authenticated
	using (author_id = (select auth.uid()) and team_id in (select private.my_writing_teams()));
grant select, update (resolved_at, resolved_by), delete on public.recap_comments to authenticated;

create table public.comment_mentions (
	comment_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	primary key (comment_id, person_id),
	foreign key (comment_id, team_id) references public.recap_comments (id, team_id) on delete cascade
);
create index on public.comment_mentions (comment_id, team_id);
create index on public.comment_mentions (person_id);
alter table public.comment_mentions enable row level security;
create policy "Whoever reads a comment reads whom it is for" on public.comment_mentions
	for select to authenticated using (comment_id in (select c.id from public.recap_comments c));
grant select on public.comment_mentions to authenticated;

create table public.comment_reactions (
	comment_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	sign text not null check (sign in ('agree', 'thanks', 'look', 'unsure')),
	primary key (comment_id, person_id, sign),
	foreign key (comment_id, team_id) references public.recap_comments (id, team_id) on delete cascade
);
create index on public.comment_reactions (comment_id, team_id);
create index on public.comment_reactions (person_id);
alter table public.comment_reactions enable row level security;
create policy "Whoever reads a comment reads the reactions" on public.comment_reactions
	for select to authenticated using (comment_id in (select c.id from public.recap_comments c));
-- A reaction is no word about the meeting: observers may react too.
create policy "People react in their own name to what they may read" on public.comment_reactions
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_teams())
		and comment_id in (select c.id from public.recap_comments c));
create policy "People take their reactions back" on public.comment_reactions
	for delete to authenticated using (person_id = (select auth.uid()));
grant select, insert (comment_id, team_id, person_id, sign), delete on public.comment_reactions to authenticated;

-- Says something about a line, to everybody or to those it names. Null when there is no such line in a
-- meeting this person writes for, or its item is sealed.
create function private.comment_on_line(of_meeting uuid, kind text, line uuid, said text, mentioned uuid[]) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
		found_line record;
		made uuid;
	begin
		select m.team_id into of_team from public.meetings m
		where m.id = of_meeting and m.state <> 'draft' and m.team_id in (select private.my_writing_teams());
		select * into found_line from private.line_of(of_meeting, kind, line) limit 1;
		if of_team is null or found_line is null or found_line.sealed then
			return null;
		end if;
		insert into public.recap_comments (meeting_id, team_id, line_kind, line_id, line_words, body, author_id)
		values (of_meeting, of_team, kind, line, left(found_line.words, 300), left(btrim(said), 2000), auth.uid())
		returning id into made;
		insert into public.comment_mentions (comment_id, team_id, person_id)
		select made, of_team, t.person_id from public.team_members t
		where t.team_id = of_team and t.person_id = any(mentioned) and t.left_at is null and t.person_id <> auth.uid();
		-- A new word opens the matter again.
		update public.recap_comments c set resolved_at = null, resolved_by = null
		where c.meeting_id = of_meeting and c.line_id = line and c.resolved_at is not null;
		return made;
	end $$;
revoke all on function private.comment_on_line(uuid, text, uuid, text, uuid[]) from public, anon;
grant execute on function private.comment_on_line(uuid, text, uuid, text, uuid[]) to authenticated;
create function public.comment_on_line(of_meeting uuid, kind text, line uuid, said text, mentioned uuid[]) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.comment_on_line(of_meeting, kind, line, said, mentioned) $$;
revoke all on function public.comment_on_line(uuid, text, uuid, text, uuid[]) from public, anon;
grant execute on function public.comment_on_line(uuid, text, uuid, text, uuid[]) to authenticated;

-- Who has read what a meeting left, and takes its decisions as known.
create table public.recap_sign_offs (
	meeting_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	signed_at timestamptz not null default now(),
	primary key (meeting_id, person_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.recap_sign_offs (meeting_id, team_id);
create index on public.recap_sign_offs (person_id);
alter table public.recap_sign_offs enable row level security;
create policy "The team reads who has read" on public.recap_sign_offs
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
create policy "People sign off in their own name what is closed" on public.recap_sign_offs
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_teams())
		and meeting_id in (select m.id from public.meetings m where m.state = 'closed'));
grant select, insert (meeting_id, team_id, person_id) on public.recap_sign_offs to authenticated;

-- Which leader told their team what the meeting agreed to tell.
create table public.told_teams (
	message_id uuid not null references public.cascade_messages on delete cascade,
	meeting_id uuid not null,
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	told_at timestamptz not null default now(),
	primary key (message_id, person_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.told_teams (meeting_id, team_id);
create index on public.told_teams (person_id);
alter table public.told_teams enable row level security;
create policy "The team reads who told their team" on public.told_teams
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
create policy "Leaders say in their own name that they told their team" on public.told_teams
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams())
		and exists (select from public.cascade_messages c where c.id = message_id and c.meeting_id = told_teams.meeting_id));
create policy "Leaders take that back" on public.told_teams
	for delete to authenticated using (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams()));
grant select, insert (message_id, meeting_id, team_id, person_id), delete on public.told_teams to authenticated;

-- When somebody last looked through what they missed.
create table public.catch_ups (
	team_id uuid not null,
	person_id uuid not null,
	seen_until timestamptz not null default now(),
	primary key (team_id, person_id),
	foreign key (team_id, person_id) references public.team_members (team_id, person_id) on delete cascade
);
create index on public.catch_ups (person_id);
alter table public.catch_ups enable row level security;
create policy "People see where they stopped" on public.catch_ups
	for select to authenticated using (person_id = (select auth.uid()));
create policy "People begin to catch up" on public.catch_ups
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_teams()));
create policy "People catch up" on public.catch_ups
	for update to authenticated
	using (person_id = (select auth.uid())) with check (person_id = (select auth.uid()) and team_id in (select private.my_teams()));
grant select, insert (team_id, person_id, seen_until), update (team_id, person_id, seen_until) on public.catch_ups to authenticated;

create trigger announce_change after insert or update or delete on public.recap_comments
	for each row execute function private.announce_change();
create trigger announce_change after insert or delete on public.comment_reactions
	for each row execute function private.announce_change();
create trigger announce_change after insert on public.recap_sign_offs
	for each row execute function private.announce_change();
create trigger announce_change after insert or delete on public.told_teams
	for each row execute function private.announce_change();
