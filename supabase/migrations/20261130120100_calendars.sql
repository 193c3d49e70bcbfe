-- Meetings in people's own calendars: a secret link that a calendar program asks again and again, and
-- invitations by mail that follow when a meeting moves. A link shows what whoever made it may read,
-- for as long as they sit in the team, and can be withdrawn.

create table public.calendar_links (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
	made_at timestamptz not null default now(),
	last_read_at timestamptz,
	revoked_at timestamptz
);
create index on public.calendar_links (team_id);
create index on public.calendar_links (person_id);
alter table public.calendar_links enable row level security;
create policy "People see their own calendar links, admins those of their teams" on public.calendar_links
	for select to authenticated
	using (person_id = (select auth.uid()) or team_id in (select private.my_admin_teams()));
create policy "People make calendar links of their own" on public.calendar_links
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_teams()));
create policy "People and admins withdraw calendar links" on public.calendar_links
	for update to authenticated
	using (person_id = (select auth.uid()) or team_id in (select private.my_admin_teams()))
	with check (person_id = (select auth.uid()) or team_id in (select private.my_admin_teams()));
grant select (id, team_id, person_id, made_at, last_read_at, revoked_at),
	insert (id, team_id, person_id, secret_hash), update (revoked_at) on public.calendar_links to authenticated;

-- Whose link it is, while it holds. Only the server asks.
create function private.read_calendar_link(hash text)
	returns table (person_id uuid, team_id uuid, team text)
	language sql security definer set search_path = ''
	as $$
		update public.calendar_links l set last_read_at = now()
		from public.teams t, public.team_members m
		where l.secret_hash = hash and l.revoked_at is null and t.id = l.team_id
			and m.team_id = l.team_id and m.person_id = l.person_id and m.left_at is null
		returning l.person_id, l.team_id, t.name
	$$;
revoke all on function private.read_calendar_link(text) from public, anon, authenticated;

-- Whether members get the meetings of a series as invitations.
alter table public.series add column invites boolean not null default false;
grant update (invites) on public.series to authenticated;

-- What somebody's calendar was last told of a series, so that only what changed is told again.
create table private.calendar_invitations (
	series_id uuid not null references public.series on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	-- The address it went to; a withdrawal goes there too.
	email text not null,
	-- Raised with every mail, or a calendar would take it for an old one (RFC 5546).
	sequence integer not null default 0,
	-- Null before the first mail.
	told jsonb,
	tries integer not null default 0,
	next_try_at timestamptz not null default now(),
	-- One node at a time sends.
	sending_until timestamptz,
	problem text not null default '' check (char_length(problem) <= 300),
	primary key (series_id, person_id)
);
create index on private.calendar_invitations (person_id);
alter table private.calendar_invitations enable row level security;
