-- Who is who: people, the companies they work in, their teams, and invitations.
-- Everything else hangs on team_members: it decides what a person may read and write.
-- Leaving a team sets left_at and keeps the row, so that a name stays on what its owner did.

create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
alter default privileges in schema public revoke all on tables from anon, authenticated;

create table public.people (
	id uuid primary key references auth.users on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 120),
	email text not null,
	time_zone text not null default 'Europe/London' check (char_length(time_zone) <= 64),
	created_at timestamptz not null default now()
);

create table public.workspaces (
	id uuid primary key default gen_random_uuid(),
	name text not null check (name <> '' and char_length(name) <= 120),
	sample boolean not null default false,
	created_at timestamptz not null default now()
);

create table public.workspace_members (
	workspace_id uuid not null references public.workspaces on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	role text not null default 'member' check (role in ('admin', 'member')),
	primary key (workspace_id, person_id)
);
create index on public.workspace_members (person_id);

create table public.teams (
	id uuid primary key default gen_random_uuid(),
	workspace_id uuid not null references public.workspaces on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 120),
	-- The team's own words: {"hot item": {"one": "Issue", "many": "Issues"}, …}.
	terms jsonb not null default '{}' check (jsonb_typeof(terms) = 'object'),
	created_at timestamptz not null default now(),
	unique (id, workspace_id)
);
create index on public.teams (workspace_id);

create table public.team_members (
	team_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	workspace_id uuid not null,
	role text not null default 'member' check (role in ('admin', 'member', 'observer')),
	-- The seat at the table, such as "Chief operating officer".
	title text not null default '' check (char_length(title) <= 120),
	-- One of the ten presence hues.
	hue smallint not null default 1 check (hue between 1 and 10),
	joined_at timestamptz not null default now(),
	left_at timestamptz,
	primary key (team_id, person_id),
	foreign key (team_id, workspace_id) references public.teams (id, workspace_id) on delete cascade
);
create index on public.team_members (person_id);
create index on public.team_members (workspace_id);
create index on public.team_members (team_id, workspace_id);

-- A link that lets one person in, once. Only the hash of its token is kept.
create table public.invitations (
	id uuid primary key default gen_random_uuid(),
	workspace_id uuid not null,
	team_id uuid not null,
	email text check (char_length(email) <= 254),
	role text not null default 'member' check (role in ('admin', 'member', 'observer')),
	title text not null default '' check (char_length(title) <= 120),
	token_hash text not null unique,
	invited_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	accepted_by uuid references public.people on delete set null,
	revoked_at timestamptz,
	foreign key (team_id, workspace_id) references public.teams (id, workspace_id) on delete cascade
);
create index on public.invitations (team_id, workspace_id);
create index on public.invitations (invited_by);
create index on public.invitations (accepted_by);

-- The sets every policy asks about. They live in the private schema, where the API cannot call
-- them, and run as their owner because a policy on team_members may not ask team_members.
create function private.my_teams() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$ select team_id from public.team_members where person_id = (select auth.uid()) and left_at is null $$;

create function private.my_writing_teams() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$ select team_id from public.team_members where person_id = (select auth.uid()) and left_at is null and role in ('admin', 'member') $$;

create function private.my_admin_teams() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$ select team_id from public.team_members where person_id = (select auth.uid()) and left_at is null and role = 'admin' $$;

create function private.my_workspaces() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$ select workspace_id from public.workspace_members where person_id = (select auth.uid()) $$;

create function private.my_admin_workspaces() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$ select workspace_id from public.workspace_members where person_id = (select auth.uid()) and role = 'admin' $$;

-- The people whose names I may see: those of my workspaces, and those who ever sat in my teams.
create function private.my_colleagues() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select person_id from public.workspace_members where workspace_id in (select private.my_workspaces())
		union
		select person_id from public.team_members where team_id in (select private.my_teams())
	$$;

-- Every team that an admin of the team or of its workspace may manage.
create function private.my_managed_teams() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select private.my_admin_teams()
		union
		select id from public.teams where workspace_id in (select private.my_admin_workspaces())
	$$;

create function private.is_workspace_member(workspace uuid, person uuid) returns boolean
	language sql stable security definer set search_path = ''
	as $$ select exists (select from public.workspace_members where workspace_id = workspace and person_id = person) $$;

grant execute on function private.my_teams(), private.my_writing_teams(), private.my_admin_teams(),
	private.my_workspaces(), private.my_admin_workspaces(), private.my_colleagues(),
	private.my_managed_teams(), private.is_workspace_member(uuid, uuid) to authenticated;

alter table public.people enable row level security;
create policy "People see themselves and their colleagues" on public.people
	for select to authenticated
	using (id = (select auth.uid()) or id in (select private.my_colleagues()));
create policy "People edit their own profile" on public.people
	for update to authenticated
	using (id = (select auth.uid())) with check (id = (select auth.uid()));
grant select, update (name, time_zone) on public.people to authenticated;

alter table public.workspaces enable row level security;
create policy "Members see their workspaces" on public.workspaces
	for select to authenticated
	using (id in (select private.my_workspaces()));
create policy "Workspace admins rename their workspaces" on public.workspaces
	for update to authenticated
	using (id in (select private.my_admin_workspaces())) with check (id in (select private.my_admin_workspaces()));
create policy "Workspace admins delete their workspaces" on public.workspaces
	for delete to authenticated
	using (id in (select private.my_admin_workspaces()));
grant select, update (name), delete on public.workspaces to authenticated;

alter table public.workspace_members enable row level security;
create policy "Members see who is in their workspaces" on public.workspace_members
	for select to authenticated
	using (workspace_id in (select private.my_workspaces()));
create policy "Workspace admins change roles" on public.workspace_members
	for update to authenticated
	using (workspace_id in (select private.my_admin_workspaces()))
	with check (workspace_id in (select private.my_admin_workspaces()));
create policy "Workspace admins remove people, and people may leave" on public.workspace_members
	for delete to authenticated
	using (workspace_id in (select private.my_admin_workspaces()) or person_id = (select auth.uid()));
grant select, update (role), delete on public.workspace_members to authenticated;

alter table public.teams enable row level security;
create policy "Members and workspace admins see teams" on public.teams
	for select to authenticated
	using (id in (select private.my_teams()) or workspace_id in (select private.my_admin_workspaces()));
create policy "Workspace admins create teams" on public.teams
	for insert to authenticated
	with check (workspace_id in (select private.my_admin_workspaces()));
create policy "Team and workspace admins edit teams" on public.teams
	for update to authenticated
	using (id in (select private.my_managed_teams())) with check (id in (select private.my_managed_teams()));
create policy "Workspace admins delete teams" on public.teams
	for delete to authenticated
	using (workspace_id in (select private.my_admin_workspaces()));
grant select, insert (id, workspace_id, name), update (name, terms), delete on public.teams to authenticated;

alter table public.team_members enable row level security;
create policy "Members and workspace admins see who is in a team" on public.team_members
	for select to authenticated
	using (team_id in (select private.my_teams()) or team_id in (select private.my_managed_teams()));
create policy "Admins add people of the workspace to a team" on public.team_members
	for insert to authenticated
	with check (
		team_id in (select private.my_managed_teams())
		and private.is_workspace_member(workspace_id, person_id)
	);
create policy "Admins change and end memberships" on public.team_members
	for update to authenticated
	using (team_id in (select private.my_managed_teams()))
	-- Whoever left the workspace comes back through an invitation, not by undoing the end.
	with check (
		team_id in (select private.my_managed_teams())
		and (left_at is not null or private.is_workspace_member(workspace_id, person_id))
	);
grant select, insert (team_id, person_id, workspace_id, role, title, hue), update (role, title, hue, left_at)
	on public.team_members to authenticated;

alter table public.invitations enable row level security;
create policy "Admins see the invitations of their teams" on public.invitations
	for select to authenticated
	using (team_id in (select private.my_managed_teams()));
create policy "Admins invite to their teams" on public.invitations
	for insert to authenticated
	with check (team_id in (select private.my_managed_teams()) and invited_by = (select auth.uid()));
create policy "Admins withdraw invitations" on public.invitations
	for update to authenticated
	using (team_id in (select private.my_managed_teams())) with check (team_id in (select private.my_managed_teams()));
grant select (id, workspace_id, team_id, email, role, title, invited_by, created_at, expires_at, accepted_at, accepted_by, revoked_at),
	insert (workspace_id, team_id, email, role, title, token_hash, invited_by),
	update (revoked_at) on public.invitations to authenticated;

-- A team without an admin could never be changed again. The lock on the team makes the second of
-- two admins who step down at once see that the first is gone.
create function private.keep_an_admin() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if old.role = 'admin' and old.left_at is null and (new.role <> 'admin' or new.left_at is not null) then
			perform from public.teams where id = old.team_id for no key update;
			-- The team, its workspace or the person may themselves be on their way out.
			if found
				and exists (select from public.workspaces where id = old.workspace_id)
				and exists (select from public.people where id = old.person_id)
				and not exists (
					select from public.team_members
					where team_id = old.team_id and person_id <> old.person_id and role = 'admin' and left_at is null
				)
			then
				raise exception 'A team needs at least one admin' using errcode = 'check_violation', hint = 'last_admin';
			end if;
		end if;
		return new;
	end $$;
create trigger keep_an_admin before update on public.team_members
	for each row execute function private.keep_an_admin();

create function private.keep_a_workspace_admin() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if old.role = 'admin' and (tg_op = 'DELETE' or new.role <> 'admin') then
			perform from public.workspaces where id = old.workspace_id for no key update;
			-- The workspace or the person may themselves be on their way out.
			if found
				and exists (select from public.people where id = old.person_id)
				and not exists (
					select from public.workspace_members
					where workspace_id = old.workspace_id and person_id <> old.person_id and role = 'admin'
				)
			then
				raise exception 'A workspace needs at least one admin' using errcode = 'check_violation', hint = 'last_admin';
			end if;
		end if;
		return case when tg_op = 'DELETE' then old else new end;
	end $$;
create trigger keep_a_workspace_admin before update or delete on public.workspace_members
	for each row execute function private.keep_a_workspace_admin();

-- Whoever leaves the workspace leaves its teams.
create function private.leave_teams() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.team_members set left_at = now()
		where workspace_id = old.workspace_id and person_id = old.person_id and left_at is null;
		return old;
	end $$;
create trigger leave_teams after delete on public.workspace_members
	for each row execute function private.leave_teams();

-- A profile for everyone who signs up, whatever their metadata is: a refusal here would refuse the
-- sign-up. Some backends hand the metadata over as a JSON string.
create function private.introduce_person() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		metadata jsonb := new.raw_user_meta_data::jsonb;
	begin
		if jsonb_typeof(metadata) = 'string' then
			begin
				metadata := (metadata #>> '{}')::jsonb;
			exception when data_exception then
				metadata := '{}';
			end;
		end if;
		insert into public.people (id, name, email, time_zone)
		values (
			new.id::uuid,
			left(coalesce(nullif(trim(regexp_replace(metadata ->> 'name', '[[:space:][:cntrl:]]+', ' ', 'g')), ''), split_part(new.email, '@', 1), 'Someone'), 120),
			coalesce(new.email, ''),
			left(coalesce(nullif(metadata ->> 'time_zone', ''), 'Europe/London'), 64)
		)
		on conflict (id) do nothing;
		return new;
	end $$;
create trigger introduce_person after insert on auth.users
	for each row execute function private.introduce_person();

-- A workspace starts with its first team and its founder as admin of both.
create function private.create_workspace(workspace_name text, team_name text) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		me uuid := auth.uid();
		workspace uuid;
		team uuid;
	begin
		if me is null then
			raise exception 'Sign in first' using errcode = 'insufficient_privilege';
		end if;
		insert into public.workspaces (name) values (trim(workspace_name)) returning id into workspace;
		insert into public.workspace_members (workspace_id, person_id, role) values (workspace, me, 'admin');
		insert into public.teams (workspace_id, name) values (workspace, trim(team_name)) returning id into team;
		-- seat_team_founder seats them in it.
		return team;
	end $$;
grant execute on function private.create_workspace(text, text) to authenticated;

create function public.create_workspace(workspace_name text, team_name text) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.create_workspace(workspace_name, team_name) $$;
grant execute on function public.create_workspace(text, text) to authenticated;

-- A workspace admin who makes a team sits in it, or nobody could manage it day to day.
create function private.seat_team_founder() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if auth.uid() is not null then
			insert into public.team_members (team_id, person_id, workspace_id, role)
			values (new.id, auth.uid(), new.workspace_id, 'admin')
			on conflict do nothing;
		end if;
		return new;
	end $$;
create trigger seat_team_founder after insert on public.teams
	for each row execute function private.seat_team_founder();

-- What a link shows before anyone accepts it. Knowing the token is the right to ask.
create function private.find_invitation(token text)
	returns table (workspace_name text, team_name text, role text, title text, invited_by text, email text, state text)
	language sql stable security definer set search_path = ''
	as $$
		select w.name, t.name, i.role, i.title, p.name, i.email,
			case
				when i.revoked_at is not null then 'revoked'
				when i.accepted_at is not null then 'accepted'
				when i.expires_at < now() then 'expired'
				else 'open'
			end
		from public.invitations i
		join public.workspaces w on w.id = i.workspace_id
		join public.teams t on t.id = i.team_id
		left join public.people p on p.id = i.invited_by
		where i.token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')
	$$;
grant usage on schema private to anon;
grant execute on function private.find_invitation(text) to anon, authenticated;

create function public.find_invitation(token text)
	returns table (workspace_name text, team_name text, role text, title text, invited_by text, email text, state text)
	language sql stable security invoker set search_path = ''
	as $$ select * from private.find_invitation(token) $$;
grant execute on function public.find_invitation(text) to anon, authenticated;

-- Accepts a link, once: the row lock lets one of two simultaneous guests in.
create function private.accept_invitation(token text) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		me uuid := auth.uid();
		invitation public.invitations;
		free_hue smallint;
	begin
		if me is null then
			raise exception 'Sign in first' using errcode = 'insufficient_privilege';
		end if;
		select * into invitation from public.invitations
		where token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')
			and accepted_at is null and revoked_at is null and expires_at > now()
		for update;
		if not found then
			return null;
		end if;
		-- A link addressed to one mailbox is for whoever owns that mailbox.
		if invitation.email is not null and lower(invitation.email) <>
			(select lower(p.email) from public.people p where p.id = me) then
			return null;
		end if;
		insert into public.workspace_members (workspace_id, person_id) values (invitation.workspace_id, me)
		on conflict do nothing;
		select h into free_hue from generate_series(1, 10) h
		where h not in (select m.hue from public.team_members m where m.team_id = invitation.team_id and m.left_at is null)
		order by h limit 1;
		insert into public.team_members (team_id, person_id, workspace_id, role, title, hue)
		values (invitation.team_id, me, invitation.workspace_id, invitation.role, invitation.title, coalesce(free_hue, 1))
		on conflict (team_id, person_id) do update
			set left_at = null, joined_at = now(),
				-- An invitation never takes a seat away from someone who already sits there.
				role = case when public.team_members.left_at is null then public.team_members.role else excluded.role end;
		update public.invitations set accepted_at = now(), accepted_by = me where id = invitation.id;
		return invitation.team_id;
	end $$;
grant execute on function private.accept_invitation(text) to authenticated;

create function public.accept_invitation(token text) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.accept_invitation(token) $$;
grant execute on function public.accept_invitation(text) to authenticated;
